// An item's conditions as a list to read, before any firm is put in.
import type { ConditionView } from '#contract/catalogue.ts';
import { codeWords } from '#web/words/codes.ts';
import { traceWords } from '#web/words/trace.ts';
import { useWords } from '#web/words/use-words.ts';
import css from './ConditionTree.module.css';

const Leaf = ({ condition }: { readonly condition: ConditionView }) => {
  const words = useWords(traceWords);
  const { spoken } = useWords(codeWords);
  const mode = condition.onlyFor === null ? '' : words.onlyFor[condition.onlyFor];
  const aside =
    condition.op === 'unpublished' ? words.notPublishedHere : condition.op === 'judged' ? words.judgedByReview : '';
  return (
    <p className={css.leaf}>
      {spoken(condition.text ?? '')}
      <span className="quiet">
        {aside}
        {mode}
      </span>
    </p>
  );
};

export const ConditionTree = ({ condition }: { readonly condition: ConditionView }) => {
  const words = useWords(traceWords);
  const { spoken } = useWords(codeWords);
  const of = condition.of ?? [];
  if (of.length === 0) return <Leaf condition={condition} />;
  const { op } = condition;
  const isJunction = op === 'all' || op === 'any' || op === 'not' || op === 'first' || op === 'disputed';
  return (
    <div>
      <p className={css.word}>
        {isJunction ? words.junctions[op] : op === 'waived' ? words.waived : ''}
        {condition.onlyFor === null ? '' : words.onlyFor[condition.onlyFor]}
      </p>
      <ul className={css.tree}>
        {of.map((each, index) => (
          <li key={`${index} ${each.id ?? each.text ?? each.op}`}>
            {each.when === undefined ? null : (
              <p className="quiet small">{each.when === null ? words.otherwise : words.when(spoken(each.when))}</p>
            )}
            <ConditionTree condition={each} />
          </li>
        ))}
      </ul>
    </div>
  );
};
