// What went out and what came in, line by line: struck or underlined, with a sign, and said aloud.
import { diffLines } from '#web/data/line-diff.ts';
import css from './DiffLines.module.css';

type Props = { readonly before: readonly string[]; readonly after: readonly string[] };

/** Keys count repeated lines, which may well occur twice. */
export const DiffLines = ({ before, after }: Props) => (
  <ul className={css.lines}>
    {diffLines(before, after).map(({ kind, text }, index) => (
      <li key={`${index} ${text}`} className={css[kind]}>
        <span className={css.sign} aria-hidden="true">
          {kind === 'out' ? '−' : kind === 'in' ? '＋' : ''}
        </span>
        {kind === 'out' ? <del>{text}</del> : kind === 'in' ? <ins>{text}</ins> : <span>{text}</span>}
      </li>
    ))}
  </ul>
);
