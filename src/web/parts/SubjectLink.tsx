// Something of the rulebook by name; a link where it has a page of its own.
import { Link } from '@tanstack/react-router';
import type { Subject } from '#contract/register.ts';
import { documentWords } from '#web/words/documents.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';

export const SubjectLink = ({
  subject,
  className,
}: {
  readonly subject: Subject;
  readonly className?: string | undefined;
}) => {
  const words = useWords(documentWords);
  const name = useLanguage() === 'zh' ? subject.name : (subject.en ?? subject.name);
  const said = words.named(words.kinds[subject.kind], name);
  if (subject.kind === 'item') {
    const [pack = '', id = ''] = subject.id.split('/');
    return (
      <Link to="/items/$pack/$name" params={{ pack, name: id }} className={className}>
        {said}
      </Link>
    );
  }
  if (subject.kind === 'gate')
    return (
      <Link to="/ladder" className={className}>
        {said}
      </Link>
    );
  return <span className={className}>{said}</span>;
};
