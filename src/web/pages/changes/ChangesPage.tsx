// 对比: what is different between the rulebooks of two days.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from '#web/parts/Button.tsx';
import type { ChangesBetweenDays, GatesOnDay } from '#contract/on-a-day.ts';
import { addDays, addYears, readDate } from '#rules/exact/plain-date.ts';
import { changesQuery, gatesQuery } from '#web/data/api.ts';
import { usePageTitle } from '#web/data/title.ts';
import { Chips } from '#web/parts/Chips.tsx';
import { DateField } from '#web/parts/DateField.tsx';
import { EmptyState, ErrorState, Loading } from '#web/parts/states.tsx';
import { changeWords } from '#web/words/changes.ts';
import { useWords } from '#web/words/use-words.ts';
import css from './ChangesPage.module.css';
import { gateChanges } from './gate-changes.ts';
import { GateChangeCard } from './GateChangeCard.tsx';
import { RuleChangeCard } from './RuleChangeCard.tsx';

const route = getRouteApi('/changes');

type Days = { readonly from: string; readonly to: string };

const shift = (text: string, by: (date: NonNullable<ReturnType<typeof readDate>>) => string): string => {
  const date = readDate(text);
  return date === null ? text : by(date);
};

/** A year back from today, unless the address says otherwise. */
const daysOf = (search: Partial<Days>, today: string): Days => {
  const to = search.to ?? today;
  return { from: search.from ?? shift(to, (date) => addYears(date, -1)), to };
};

const Tools = ({ days, turns }: { readonly days: Days; readonly turns: readonly string[] }) => {
  const words = useWords(changeWords);
  const navigate = route.useNavigate();
  const go = (changed: Partial<Days>) =>
    void navigate({ search: (before) => ({ ...before, ...days, ...changed }), replace: true, resetScroll: false });
  const isAround = (day: string) => days.to === day && days.from === shift(day, (date) => addDays(date, -1));
  return (
    <div className="screen-only">
      <div className={css.tools}>
        <DateField label={words.from} value={days.from} onDate={(from) => go({ from })} />
        <DateField label={words.to} value={days.to} onDate={(to) => go({ to })} />
        {days.from <= days.to ? null : (
          <p>
            {words.swapped} <Button onClick={() => go({ from: days.to, to: days.from })}>{words.swap}</Button>
          </p>
        )}
      </div>
      <Chips
        label={words.turns}
        value={turns.find(isAround) ?? ''}
        chips={turns.map((day) => ({ value: day, word: words.around(day) }))}
        onChange={(day) => go({ from: shift(day, (date) => addDays(date, -1)), to: day })}
      />
    </div>
  );
};

const Differences = ({
  changes,
  before,
  after,
}: {
  readonly changes: ChangesBetweenDays;
  readonly before: GatesOnDay;
  readonly after: GatesOnDay;
}) => {
  const words = useWords(changeWords);
  const { what } = route.useSearch();
  const navigate = route.useNavigate();
  const gates = gateChanges(before.gates, after.gates);
  const items = changes.list.filter((each) => each.what === 'item');
  const documents = changes.list.filter((each) => each.what === 'document');
  const groups = [
    {
      key: 'gate',
      count: gates.length,
      list: gates.map((each) => <GateChangeCard key={`${each.level} ${each.mode}`} change={each} />),
    },
    { key: 'item', count: items.length, list: items.map((each) => <RuleChangeCard key={each.id} change={each} />) },
    {
      key: 'document',
      count: documents.length,
      list: documents.map((each) => <RuleChangeCard key={each.id} change={each} />),
    },
  ] as const;
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const shown = groups.filter((group) => group.count > 0 && (what === undefined || what === group.key));
  return (
    <>
      <div className={`${css.filter} screen-only`}>
        <Chips
          label={words.what}
          value={what ?? ''}
          chips={[
            { value: '', word: words.all, count },
            ...groups.map(({ key, count: each }) => ({ value: key, word: words.groups[key], count: each })),
          ]}
          onChange={(value) =>
            void navigate({ search: (old) => ({ ...old, what: value }), replace: true, resetScroll: false })
          }
        />
      </div>
      <p role="status" className="quiet small">
        {words.count(count, changes.from, changes.to)}
      </p>
      {shown.length === 0 ? <EmptyState title={words.empty}>{words.emptyTodo}</EmptyState> : null}
      {shown.map(({ key, list }) => (
        <section key={key} aria-labelledby={`of-${key}`} className={css.group}>
          <h2 id={`of-${key}`}>{words.groups[key]}</h2>
          <ul className={css.list}>{list}</ul>
        </section>
      ))}
    </>
  );
};

const Compared = ({ days }: { readonly days: Days }) => {
  const words = useWords(changeWords);
  const changes = useQuery(changesQuery(days.from, days.to));
  const before = useQuery(gatesQuery(days.from));
  const after = useQuery(gatesQuery(days.to));
  const failed = [changes, before, after].find((query) => query.isError);
  if (failed?.error) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (changes.data === undefined || before.data === undefined || after.data === undefined)
    return <Loading what={words.loading} rows={10} />;
  return <Differences changes={changes.data} before={before.data} after={after.data} />;
};

export const ChangesPage = () => {
  const words = useWords(changeWords);
  usePageTitle(words.title);
  const search = route.useSearch();
  const today = useQuery(gatesQuery(undefined));
  return (
    <>
      <h1>{words.title}</h1>
      <p className="quiet">{words.lead}</p>
      {today.isPending ? (
        <Loading what={words.loading} rows={10} />
      ) : today.isError ? (
        <ErrorState error={today.error} retry={() => void today.refetch()} />
      ) : (
        <>
          <Tools days={daysOf(search, today.data.on)} turns={today.data.turns} />
          <Compared days={daysOf(search, today.data.on)} />
        </>
      )}
    </>
  );
};
