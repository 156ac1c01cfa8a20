// Points that stay open, one by one. Those in the words of the sources are Chinese on an English page too, and say so.
import { hasHan } from '#web/data/has-han.ts';

export const Notes = ({
  notes,
  className,
}: {
  readonly notes: readonly string[];
  readonly className?: string | undefined;
}) => (
  <ul className={className}>
    {notes.map((note) => (
      <li key={note} lang={hasHan(note) ? 'zh-CN' : undefined}>
        {note}
      </li>
    ))}
  </ul>
);
