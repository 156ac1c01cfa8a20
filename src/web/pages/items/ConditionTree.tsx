// An item's conditions as a list to read, before any firm is put in.
import type { ConditionView } from '#contract/catalogue.ts';
import { spoken } from '#web/data/words.ts';
import css from './ConditionTree.module.css';

const junctionWords: { readonly [op: string]: string } = {
  all: '都要满足：',
  any: '满足一项即可：',
  not: '不得有：',
  first: '按情形：',
  disputed: '来源说法不一：',
};

const leafWords: { readonly [op: string]: string } = {
  unpublished: '（有此条件，内容未公布）',
  judged: '（由评审认定）',
};
const modeWords = { new: '（只在新认定时考察）', review: '（只在复核时考察）' } as const;

export const ConditionTree = ({ condition }: { readonly condition: ConditionView }) => {
  const of = condition.of ?? [];
  const mode = condition.onlyFor === null ? '' : modeWords[condition.onlyFor];
  if (of.length === 0) {
    const text = condition.op === 'unpublished' ? (condition.text ?? '').replace('（未公布）', '') : condition.text;
    return (
      <p className={css.leaf}>
        {spoken(text ?? '')}
        <span className="quiet">
          {leafWords[condition.op] ?? ''}
          {mode}
        </span>
      </p>
    );
  }
  return (
    <div>
      <p className={css.word}>
        {junctionWords[condition.op]}
        {mode}
      </p>
      <ul className={css.tree}>
        {of.map((each, index) => (
          <li key={`${index} ${each.id ?? each.text ?? each.op}`}>
            {each.when === undefined ? null : (
              <p className="quiet small">{each.when === null ? '其他情形' : `当 ${spoken(each.when)}`}：</p>
            )}
            <ConditionTree condition={each} />
          </li>
        ))}
      </ul>
    </div>
  );
};
