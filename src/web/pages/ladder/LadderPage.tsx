// 梯度: the gates of all levels side by side, by date and by way of filing.
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { GateOnDay, GatesOnDay } from '#contract/on-a-day.ts';
import { gatesQuery } from '#web/data/api.ts';
import { usePageTitle } from '#web/data/title.ts';
import { Notes } from '#web/parts/Notes.tsx';
import { Chips } from '#web/parts/Chips.tsx';
import { DateField } from '#web/parts/DateField.tsx';
import { EmptyState, ErrorState, Loading } from '#web/parts/states.tsx';
import { codeWords } from '#web/words/codes.ts';
import { ladderWords } from '#web/words/ladder.ts';
import { useWords } from '#web/words/use-words.ts';
import { GateTable } from './GateTable.tsx';
import css from './LadderPage.module.css';

const route = getRouteApi('/ladder');

const modeOf = (text: string | undefined): GateOnDay['mode'] => (text === 'review' ? 'review' : 'new');

const Remarks = ({ gates }: { readonly gates: readonly GateOnDay[] }) => {
  const words = useWords(ladderWords);
  const notices = gates.flatMap(({ level, overlays }) => overlays.map((each) => ({ level, ...each })));
  return (
    <div className={css.notes}>
      {notices.length === 0 ? null : (
        <section>
          <h2>{words.notices}</h2>
          <ul lang="zh-CN">
            {notices.map(({ level, says, title, from, to }) => (
              <li key={`${level} ${says}`}>
                {level} · {says}（<cite>《{title}》</cite>，{words.term(from, to)}）
              </li>
            ))}
          </ul>
        </section>
      )}
      {gates
        .filter(({ unsettled }) => unsettled.length > 0)
        .map((gate) => (
          <details key={gate.id}>
            <summary>{words.openOf(gate.level, gate.unsettled.length)}</summary>
            <Notes notes={gate.unsettled} />
          </details>
        ))}
    </div>
  );
};

const Gates = ({ data, gates }: { readonly data: GatesOnDay; readonly gates: readonly GateOnDay[] }) => {
  const words = useWords(ladderWords);
  const { modes } = useWords(codeWords);
  const { mode } = route.useSearch();
  if (gates.length === 0) return <EmptyState title={words.empty}>{words.emptyTodo}</EmptyState>;
  return (
    <>
      <GateTable gates={gates} caption={words.caption(data.on, modes[modeOf(mode)])} />
      <Remarks gates={gates} />
    </>
  );
};

const Tools = ({ data }: { readonly data: GatesOnDay }) => {
  const words = useWords(ladderWords);
  const { modes } = useWords(codeWords);
  const { mode, titles } = route.useSearch();
  const navigate = route.useNavigate();
  const go = (changed: { readonly on?: string; readonly mode?: string; readonly titles?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
  return (
    <div className="screen-only">
      <div className={css.tools}>
        <DateField label={words.on} value={data.on} onDate={(on) => go({ on })} />
        <Chips
          label={words.mode}
          value={modeOf(mode)}
          chips={[
            { value: 'new', word: modes.new },
            { value: 'review', word: modes.review },
          ]}
          onChange={(value) => go({ mode: value })}
        />
        <Chips
          label={words.scope}
          value={titles ?? ''}
          chips={[
            { value: '', word: words.ladderOnly },
            { value: 'all', word: words.withTitles },
          ]}
          onChange={(value) => go({ titles: value })}
        />
      </div>
      <Chips
        label={words.turns}
        value={data.on}
        chips={data.turns.map((day) => ({ value: day, word: day }))}
        onChange={(on) => go({ on })}
      />
    </div>
  );
};

export const LadderPage = () => {
  const words = useWords(ladderWords);
  usePageTitle(words.title);
  const { on, mode, titles } = route.useSearch();
  const gates = useQuery(gatesQuery(on));
  const shown = (data: GatesOnDay) =>
    data.gates.filter(
      (gate) => gate.mode === modeOf(mode) && (titles !== undefined || data.levels.includes(gate.level)),
    );
  return (
    <>
      <h1>{words.title}</h1>
      <p className="quiet">{words.lead}</p>
      {gates.isPending ? (
        <Loading what={words.loading} rows={12} />
      ) : gates.isError ? (
        <ErrorState error={gates.error} retry={() => void gates.refetch()} />
      ) : (
        <>
          <Tools data={gates.data} />
          <Gates data={gates.data} gates={shown(gates.data)} />
          <p className={`${css.onward} screen-only`}>
            <Link to="/try">{words.assess}</Link>
            <Link to="/changes" search={{ to: gates.data.on }}>
              {words.compare}
            </Link>
          </p>
        </>
      )}
    </>
  );
};
