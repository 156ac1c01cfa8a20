// The trace of a verdict: each condition in Chinese with our value, the threshold, the gap, the clause and where our value is from.
import type { ClauseShown, ConditionResult } from '#contract/assessment.ts';
import { useFactLabel } from '#web/data/fact-label.ts';
import { useSources } from '#web/data/sources.ts';
import { useWords } from '#web/words/use-words.ts';
import { codeWords } from '#web/words/codes.ts';
import { traceWords } from '#web/words/trace.ts';
import { ClauseLine } from './Clause.tsx';
import { EvidenceMark } from './EvidenceMark.tsx';
import { ScoreTable } from './ScoreTable.tsx';
import css from './Trace.module.css';
import { ConditionMark } from './VerdictMark.tsx';

type TraceWords = (typeof traceWords)['zh'];

/** The words of a condition that is not judged in the usual way. */
const ownWord = (op: ConditionResult['op'], words: TraceWords): string | undefined => {
  if (op === 'waived') return words.waived;
  if (op === 'not-tested') return words.notTested;
  return op === 'unpublished' ? words.unpublished : undefined;
};

const junctionWord = (op: ConditionResult['op'], { junctions }: TraceWords): string | null =>
  op in junctions ? junctions[op as keyof typeof junctions] : null; // `in` has just said so

const Values = ({ values }: { readonly values: NonNullable<ConditionResult['values']> }) => {
  const words = useWords(traceWords);
  return (
    <dl className={css.values}>
      <div>
        <dt>{words.ours}</dt>
        <dd>{values.left ?? <span className={css.unknown}>{words.unknown}</span>}</dd>
      </div>
      {values.right === null ? null : (
        <div>
          <dt>{words.required}</dt>
          <dd>{values.right}</dd>
        </div>
      )}
      {values.gap === null ? null : (
        <div>
          <dt>{words.gap}</dt>
          <dd className={values.gap.startsWith('-') ? css.short : css.over}>{words.gapText(values.gap)}</dd>
        </div>
      )}
    </dl>
  );
};

/** Why it is open, and where our value is from. */
const Notes = ({ condition }: { readonly condition: ConditionResult }) => {
  const sources = useSources()(condition.text);
  const words = useWords(traceWords);
  const { listOf } = useWords(codeWords);
  const factLabel = useFactLabel();
  return (
    <>
      {condition.missing.length > 0 ? (
        <p className={css.note}>{words.stillMissing(listOf(condition.missing.map(factLabel)))}</p>
      ) : null}
      {condition.reasons.map((reason) => (
        <p key={`${reason.code} ${reason.at}`} className={css.note}>
          {reason.text}
        </p>
      ))}
      {condition.values?.left === null || sources.length === 0 ? null : (
        <p className={css.source}>{words.sources(sources.map(({ fact, from }) => words.source(fact, from)))}</p>
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

const Leaf = ({ condition, above }: NodeProps) => {
  const words = useWords(traceWords);
  const { spoken } = useWords(codeWords);
  const word = ownWord(condition.op, words);
  return (
    <>
      <p className={css.row}>
        <ConditionMark verdict={condition.verdict} {...(word === undefined ? {} : { word })} />
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
};

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
  const words = useWords(traceWords);
  const { spoken } = useWords(codeWords);
  const shared = of.length > 1 ? sharedClause(of) : null;
  const below = shared === null ? above : keyOf(shared);
  return (
    <>
      <p className={css.row}>
        <ConditionMark verdict={condition.verdict} />
        <span className={css.junction}>
          {junctionWord(condition.op, words) ?? condition.text}
          {condition.op === 'all' || condition.op === 'any' ? (
            <span className={css.count}>{words.met(countMet(of), of.length)}</span>
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
              <p className={css.guard}>{words.when(spoken(each.when.text ?? words.guardHolds))}</p>
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
