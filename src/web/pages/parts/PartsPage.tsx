// Every part of the app on one page, shown with a real assessment of an invented firm. For developers: no link leads here.
import { useQuery } from '@tanstack/react-query';
import type { Assessment, ConditionResult } from '#contract/assessment.ts';
import type { ItemView } from '#contract/catalogue.ts';
import { assessmentQuery, factsQuery, itemQuery } from '#web/data/api.ts';
import { evidenceOf } from '#web/data/evidence.ts';
import { standings } from '#web/data/standing.ts';
import { usePageTitle } from '#web/data/title.ts';
import { Procedure } from '#web/pages/item/Procedure.tsx';
import { ClauseCard, ClauseLine } from '#web/parts/Clause.tsx';
import { ConditionTree } from '#web/parts/ConditionTree.tsx';
import { DiffLines } from '#web/parts/DiffLines.tsx';
import { DemoMark, EvidenceMark } from '#web/parts/EvidenceMark.tsx';
import { ItemDetail } from '#web/parts/ItemDetail.tsx';
import { Ladder } from '#web/parts/Ladder.tsx';
import { Marked } from '#web/parts/Marked.tsx';
import { Money } from '#web/parts/Money.tsx';
import { Notes } from '#web/parts/Notes.tsx';
import { Ribbon } from '#web/parts/Ribbon.tsx';
import { Rulings } from '#web/parts/Rulings.tsx';
import { ScoreTable } from '#web/parts/ScoreTable.tsx';
import { EmptyState, ErrorState, Loading } from '#web/parts/states.tsx';
import { SubjectLink } from '#web/parts/SubjectLink.tsx';
import { Trace } from '#web/parts/Trace.tsx';
import { VerdictMark } from '#web/parts/VerdictMark.tsx';
import { partsWords } from '#web/words/parts.ts';
import { useWords } from '#web/words/use-words.ts';
import { Inputs } from './Inputs.tsx';
import { Part } from './Part.tsx';

/** Amounts of every shape: exact, a range, from, nothing known, and one that is exact only to the fen. */
const amounts = [
  { low: 50_000_000, high: 50_000_000 },
  { low: 0, high: 100_000_000 },
  { low: 5_000_000_000, high: 10_000_000_000 },
  { low: 10_000_000, high: null },
  { low: 0, high: null },
  { low: 50_000_001, high: 50_000_001 },
];

const Marks = () => {
  const words = useWords(partsWords);
  return (
    <>
      <Part name={words.verdicts}>
        {standings.map((standing) => (
          <VerdictMark key={standing} standing={standing} />
        ))}
        <VerdictMark standing="can" size="large" />
      </Part>
      <Part name={words.money}>
        {amounts.map((range) => (
          <Money key={`${range.low} ${range.high}`} range={range} />
        ))}
      </Part>
      <Part name={words.evidence}>
        {(Object.keys(evidenceOf) as (keyof typeof evidenceOf)[]) // its own keys
          .map((grade) => (
            <EvidenceMark key={grade} grade={grade} />
          ))}
        <DemoMark />
        <Ribbon />
      </Part>
    </>
  );
};

const States = () => {
  const words = useWords(partsWords);
  return (
    <>
      <Part name={words.empty} wide>
        <EmptyState title={words.emptyTitle}>{words.emptyTodo}</EmptyState>
      </Part>
      <Part name={words.error} wide>
        <ErrorState error={new TypeError('Failed to fetch')} retry={() => undefined} />
      </Part>
      <Part name={words.waiting} wide>
        <Loading what={words.loading} rows={3} />
      </Part>
    </>
  );
};

const depth = ({ of = [] }: ConditionResult): number => 1 + Math.max(0, ...of.map(depth));

type FoundProps = { readonly assessment: Assessment; readonly item: ItemView };

const Said = ({ assessment, item }: FoundProps) => {
  const words = useWords(partsWords);
  return (
    <>
      <Part name={words.names}>
        <span>
          <Marked text={item.name} ranges={[[0, 3]]} />
        </span>
        <SubjectLink subject={{ kind: 'item', id: item.id, name: item.name, en: item.en }} />
      </Part>
      <Part name={words.notes} wide>
        <Notes notes={item.versions.at(-1)?.unsettled ?? []} />
      </Part>
      <Part name={words.rulings} wide>
        <Rulings
          rulings={[
            {
              id: 'specimen',
              says: words.rulingSays,
              signedBy: words.title,
              signedOn: assessment.on,
              settles: words.notes,
              demo: true,
            },
          ]}
        />
      </Part>
      <Part name={words.detail} wide>
        {/* It stands below the heading of its item. */}
        <h3>{item.name}</h3>
        {assessment.items
          .filter(({ id }) => id === item.id)
          .slice(0, 1)
          .map((each) => (
            <ItemDetail key={each.id} item={each} />
          ))}
      </Part>
    </>
  );
};

const Found = ({ assessment, item }: FoundProps) => {
  const words = useWords(partsWords);
  const gates = [...assessment.ladder.gates, ...assessment.titles];
  const deepest = gates.map(({ conditions }) => conditions).filter((each) => each !== null);
  const trace = deepest.toSorted((a, b) => depth(b) - depth(a))[0];
  const scored = gates.find(({ score }) => score !== null)?.score ?? null;
  const [before, after] = item.versions.slice(-2);
  const conditions = after?.eligible ?? after?.applies ?? null;
  return (
    <>
      <Part name={words.clauses} wide>
        {item.clauses.slice(0, 2).map((clause) => (
          <ClauseCard key={clause.key} clause={clause} />
        ))}
        {item.clauses.slice(0, 1).map((clause) => (
          <ClauseLine key={clause.key} clause={clause} />
        ))}
      </Part>
      <Part name={words.conditions} wide>
        {conditions === null ? null : <ConditionTree condition={conditions} />}
      </Part>
      <Part name={words.trace} wide>
        {trace === undefined ? null : <Trace condition={trace} />}
      </Part>
      <Part name={words.score} wide>
        {scored === null ? null : <ScoreTable score={scored} />}
      </Part>
      <Part name={words.ladder} wide>
        <Ladder
          label={words.ladder}
          steps={[
            { name: words.usual, state: 'reached' },
            { name: words.text, state: 'here' },
            { name: words.primary, state: 'next' },
            { name: words.long, state: 'ahead' },
          ]}
        />
      </Part>
      <Part name={words.timeline} wide>
        {item.procedure === null ? null : <Procedure procedure={item.procedure} />}
      </Part>
      <Said assessment={assessment} item={item} />
      <Part name={words.differences} wide>
        {before === undefined || after === undefined ? null : (
          <DiffLines before={before.benefit} after={after.benefit} />
        )}
      </Part>
    </>
  );
};

export const PartsPage = () => {
  const words = useWords(partsWords);
  usePageTitle(words.title);
  const assessment = useQuery(assessmentQuery('jiangan', '2024-06-01', null));
  const item = useQuery(itemQuery('nantong', 'subsidy-smart-retrofit'));
  const facts = useQuery(factsQuery);
  const failed = [assessment, item, facts].find(({ isError }) => isError);
  return (
    <>
      <h1>{words.title}</h1>
      <p className="quiet aside">{words.lead}</p>
      <Marks />
      {failed?.error ? <ErrorState error={failed.error} retry={() => void failed.refetch()} /> : null}
      {assessment.data === undefined || item.data === undefined ? (
        <Loading what={words.loading} rows={8} />
      ) : (
        <Found assessment={assessment.data} item={item.data} />
      )}
      {facts.data === undefined ? null : <Inputs facts={facts.data} />}
      <States />
    </>
  );
};
