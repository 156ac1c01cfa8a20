// The rulings (口径) that a result rests on: what each says, who signed it and when; an invented one is marked.
import type { RulingShown } from '#contract/assessment.ts';
import { DemoMark } from './EvidenceMark.tsx';

export const Rulings = ({ rulings }: { readonly rulings: readonly RulingShown[] }) => (
  <ul>
    {rulings.map(({ id, says, settles, signedBy, signedOn, demo }) => (
      <li key={id}>
        {settles}：{says}（{signedBy}，{signedOn}）{demo === true ? <DemoMark /> : null}
      </li>
    ))}
  </ul>
);
