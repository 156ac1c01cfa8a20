// The trace of a verdict: each condition in Chinese with our value, the threshold, the gap, the clause and where our value is from.
import type { ClauseShown, ConditionResult } from '#contract/assessment.ts';
import { factLabel, spoken } from '#web/data/words.ts';
import { useSources } from '#web/data/sources.ts';
import { ClauseLine } from './Clause.tsx';
import { EvidenceMark } from './EvidenceMark.tsx';
import { ScoreTable } from './ScoreTable.tsx';
import css from './Trace.module.css';
import { ConditionMark } from './VerdictMark.tsx';

const junctionWords: { readonly [op: string]: string } = {
  all: '以下各项都要满足',
  any: '以下满足一项即可',
  not: '不得有以下情形',
  first: '按情形适用',
  disputed: '来源说法不一，都满足才算满足',
};

const opWords: { readonly [op: string]: string } = { waived: '豁免', 'not-tested': '不考察', unpublished: '未公布' };

/** A signed gap in words: + is on the right side of the threshold. */
const gapWords = (gap: string): string => {
  const size = gap.replace(/^[+-]/, '');
  if (/^0(\D|$)/.test(size) && !/[1-9]/.test(size)) return '刚好达到';
  return gap.startsWith('-') ? `还差 ${size}` : `超出 ${size}`;
};

const Values = ({ values }: { readonly values: NonNullable<ConditionResult['values']> }) => (
  <dl className={css.values}>
    <div>
      <dt>本企业</dt>
      <dd>{values.left ?? <span className={css.unknown}>未知</span>}</dd>
    </div>
    {values.right === null ? null : (
      <div>
        <dt>要求</dt>
        <dd>{values.right}</dd>
      </div>
    )}
    {values.gap === null ? null : (
      <div>
        <dt>差距</dt>
        <dd className={values.gap.startsWith('-') ? css.short : css.over}>{gapWords(values.gap)}</dd>
      </div>
    )}
  </dl>
);

/** Why it is open, and where our value is from. */
const Notes = ({ condition }: { readonly condition: ConditionResult }) => {
  const sources = useSources()(condition.text);
  return (
    <>
      {condition.missing.length > 0 ? (
        <p className={css.note}>还缺：{condition.missing.map(factLabel).join('、')}</p>
      ) : null}
      {condition.reasons.map((reason) => (
        <p key={`${reason.code} ${reason.at}`} className={css.note}>
          {reason.text}
        </p>
      ))}
      {condition.values?.left === null || sources.length === 0 ? null : (
        <p className={css.source}>资料来源：{sources.map(({ fact, from }) => `${fact}——${from}`).join('；')}</p>
      )}
    </>
  );
};

type NodeProps = {
  readonly condition: ConditionResult;
  /** The clause that already stands above for everything here, by its key; it is not repeated. */
  readonly above: string | null;
};

const keyOf = ({ document, key }: ClauseShown): string => `${document} ${key}`;

const Grounds = ({ condition, above }: NodeProps) => {
  const { clause, evidence } = condition;
  if (clause === null) return <EvidenceMark grade={evidence} />;
  return keyOf(clause) === above ? null : <ClauseLine clause={clause} />;
};

const Leaf = ({ condition, above }: NodeProps) => (
  <>
    <p className={css.row}>
      <ConditionMark
        verdict={condition.verdict}
        {...(opWords[condition.op] === undefined ? {} : { word: opWords[condition.op] })}
      />
      <span className={css.text}>{condition.text === null ? '' : spoken(condition.text)}</span>
    </p>
    <div className={css.below}>
      {condition.values === null ? null : <Values values={condition.values} />}
      <Notes condition={condition} />
      {condition.score === undefined ? null : <ScoreTable score={condition.score} />}
      <Grounds condition={condition} above={above} />
    </div>
  </>
);

const countMet = (of: readonly ConditionResult[]): number => of.filter((each) => each.verdict === 'eligible').length;

/** The one clause that every leaf below rests on, or null when there are several. */
const sharedClause = (of: readonly ConditionResult[]): ClauseShown | null => {
  const clauses = of.map((each) => ((each.of ?? []).length > 0 ? sharedClause(each.of ?? []) : each.clause));
  const [first] = clauses;
  return first !== undefined && first !== null && clauses.every((each) => each !== null && keyOf(each) === keyOf(first))
    ? first
    : null;
};

const Junction = ({ condition, above, of }: NodeProps & { readonly of: readonly ConditionResult[] }) => {
  const shared = of.length > 1 ? sharedClause(of) : null;
  const below = shared === null ? above : keyOf(shared);
  return (
    <>
      <p className={css.row}>
        <ConditionMark verdict={condition.verdict} />
        <span className={css.junction}>
          {junctionWords[condition.op] ?? condition.text}
          {condition.op === 'all' || condition.op === 'any' ? (
            <span className={css.count}>
              （{of.length} 项中满足 {countMet(of)} 项）
            </span>
          ) : null}
        </span>
      </p>
      {shared === null || keyOf(shared) === above ? null : (
        <div className={css.shared}>
          <ClauseLine clause={shared} />
        </div>
      )}
      <ul className={css.children}>
        {of.map((each, index) => (
          <li key={`${index} ${each.id ?? each.text ?? each.op}`}>
            {each.when === undefined ? null : (
              <p className={css.guard}>当 {spoken(each.when.text ?? '符合前提')} 时：</p>
            )}
            <Node condition={each} above={below} />
          </li>
        ))}
      </ul>
    </>
  );
};

const Node = ({ condition, above }: NodeProps) => {
  const of = condition.of ?? [];
  return of.length === 0 ? (
    <Leaf condition={condition} above={above} />
  ) : (
    <Junction condition={condition} above={above} of={of} />
  );
};

export const Trace = ({ condition }: { readonly condition: ConditionResult }) => (
  <div className={css.trace}>
    <Node condition={condition} above={null} />
  </div>
);
