// Changes of a ruling: its days, its test or value, the reading it chooses, its window. A case must also notice when it is withdrawn.
import type { Ruling, Settlement } from '#rules/packs/ruling.ts';
import { mutateWindow } from './mutate-item.ts';
import { mutateExpression } from './mutate-expression.ts';
import { mutateTerm } from './mutate-term.ts';
import { at, inWhole, unseen, type Mutations } from './mutation.ts';

const mutateSettlement = (settles: Settlement): Mutations<Settlement> => {
  switch (settles.kind) {
    case 'unpublished':
      return inWhole(at(settles.what, mutateExpression(settles.test)), (test) => ({ ...settles, test }));
    case 'number':
      return inWhole(at(settles.number, mutateExpression(settles.value)), (value) => ({ ...settles, value }));
    case 'window':
      return inWhole(mutateWindow(settles.window), (window) => ({ ...settles, window }));
    case 'disputed': {
      const other = settles.chosen === 0 ? 1 : 0;
      const [from, to] = [settles.chosen, other].map((index) => `第 ${index + 1} 种说法`);
      return [{ value: { ...settles, chosen: other }, at: settles.id, from: from ?? '', to: to ?? '', unseen: null }];
    }
    // Stages, materials and their days are shown, not judged; a note has no literal. Withdrawing the ruling is what a case sees.
    case 'procedure':
    case 'days':
    case 'unsettled':
      return [];
  }
};

const notPublished = '口径没有公开，不参与判定';

/** Every change of a ruling; null is the ruling withdrawn. */
export const mutateRuling = (ruling: Ruling): Mutations<Ruling | null> => {
  const changes: Mutations<Ruling | null> = [
    ...inWhole(mutateTerm(ruling.term, ''), (term) => ({ ...ruling, term })),
    ...inWhole(mutateSettlement(ruling.settles), (settles) => ({ ...ruling, settles })),
    { value: null, at: '口径', from: `「${ruling.point}」`, to: '撤回', unseen: null },
  ];
  return ruling.isPublic ? changes : unseen(notPublished, changes);
};
