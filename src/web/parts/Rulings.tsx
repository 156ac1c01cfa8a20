// The rulings (口径) that a result rests on: what each says, who signed it and when; an invented one is marked.
import type { RulingShown } from '#contract/assessment.ts';
import { useWords } from '#web/words/use-words.ts';
import { traceWords } from '#web/words/trace.ts';
import { DemoMark } from './EvidenceMark.tsx';

export const Rulings = ({ rulings }: { readonly rulings: readonly RulingShown[] }) => {
  const words = useWords(traceWords);
  return (
    <ul>
      {rulings.map(({ id, says, settles, signedBy, signedOn, demo }) => (
        <li key={id}>
          {words.ruling(settles, says, signedBy, signedOn)} {demo === true ? <DemoMark /> : null}
        </li>
      ))}
    </ul>
  );
};
