// The assessment of one firm: what it can have, what is open, what is out of reach and by how much. The main page of the app.
import { Link, getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { applyAnswers } from '#web/data/answers.ts';
import { usePageTitle } from '#web/data/title.ts';
import { SourcesContext, sourceFinder } from '#web/data/sources.ts';
import { standingOf, standings, type Standing } from '#web/data/standing.ts';
import { Later } from '#web/parts/Later.tsx';
import { EmptyState, ErrorState, Loading } from '#web/parts/states.tsx';
import type { ItemResult } from '#contract/assessment.ts';
import type { FactView } from '#contract/catalogue.ts';
import { firmWords } from '#web/words/firm.ts';
import { useWords } from '#web/words/use-words.ts';
import { AnswersBar } from './AnswersBar.tsx';
import { Changed } from './Changed.tsx';
import { CombinationCard } from './CombinationCard.tsx';
import { FirmHead } from './FirmHead.tsx';
import css from './FirmPage.module.css';
import { Group } from './Group.tsx';
import { LadderCard } from './LadderCard.tsx';
import { LadderSection } from './LadderSection.tsx';
import { Legend } from './Legend.tsx';
import { NextQuestion } from './NextQuestion.tsx';
import { NotAddressed } from './NotAddressed.tsx';
import { PlanSection } from './PlanSection.tsx';
import { Tiles } from './Tiles.tsx';
import { TitlesSection } from './TitlesSection.tsx';
import { useFirm, type FirmState } from './use-firm.ts';

const route = getRouteApi('/firms/$id');

export type Groups = { readonly [standing in Standing]: readonly ItemResult[] };

const groupsOf = (items: readonly ItemResult[]): Groups => {
  const groups: { [standing in Standing]: ItemResult[] } = {
    can: [],
    'may-apply': [],
    open: [],
    'not-yet': [],
    'not-addressed': [],
  };
  for (const item of items) groups[standingOf(item)].push(item);
  return groups;
};

/** The same one at every drawing, so that nothing is found anew. */
const noFacts: readonly FactView[] = [];

type Ready = Extract<FirmState, { kind: 'ready' }>;

const Assessed = ({ state, opened }: { readonly state: Ready; readonly opened: readonly string[] }) => {
  const { firm, assessment, levels, answers } = state;
  const facts = state.facts ?? noFacts;
  const words = useWords(firmWords);
  const navigate = route.useNavigate();
  const groups = useMemo(() => groupsOf(assessment.items), [assessment]);
  const findSources = useMemo(() => sourceFinder(firm.file.sources ?? [], facts), [firm.file, facts]);
  const toggle = (key: string) => {
    const open = opened.includes(key) ? opened.filter((each) => each !== key) : [...opened, key];
    void navigate({ search: (before) => ({ ...before, open }), replace: true, resetScroll: false });
  };
  return (
    <SourcesContext value={findSources}>
      <FirmHead
        firm={firm}
        file={applyAnswers(firm.file, answers, facts)}
        assessment={assessment}
        onDate={(on) => void navigate({ search: (before) => ({ ...before, on }), resetScroll: false })}
      />
      <AnswersBar firm={firm} answers={answers} refused={state.refused} />
      <Changed assessment={assessment} />
      <Tiles groups={groups} combination={assessment.combination} />
      <NextQuestion key={Object.keys(answers).length} state={state} />
      <div className={css.columns}>
        <div className={css.entries}>
          {standings
            .filter((standing) => standing !== 'not-addressed')
            .map((standing) => (
              <Group
                key={standing}
                standing={standing}
                items={groups[standing]}
                combination={assessment.combination}
                opened={opened}
                onToggle={toggle}
              />
            ))}
          <Later>
            <NotAddressed items={groups['not-addressed']} />
          </Later>
        </div>
        <aside className={css.side} aria-label={words.aside}>
          <Later>
            <LadderCard ladder={assessment.ladder} />
            <CombinationCard combination={assessment.combination} items={assessment.items} />
          </Later>
        </aside>
      </div>
      <Later>
        <LadderSection ladder={assessment.ladder} levels={levels} opened={opened} onToggle={toggle} />
        <TitlesSection titles={assessment.titles} opened={opened} onToggle={toggle} />
        <PlanSection plan={assessment.plan} items={assessment.items} />
        <Legend rulebook={assessment.rulebook} />
      </Later>
    </SourcesContext>
  );
};

export const FirmPage = () => {
  const words = useWords(firmWords);
  const { id } = route.useParams();
  const { on, open = [] } = route.useSearch();
  const state = useFirm(id, on);
  usePageTitle(state.kind === 'ready' ? state.firm.name : words.result);
  switch (state.kind) {
    case 'loading':
      return <Loading what={words.loading} rows={12} />;
    case 'broken':
      return <ErrorState error={state.error} retry={state.retry} />;
    case 'no-own':
      return (
        <EmptyState title={words.noOwn}>
          {words.noOwnTodo}
          <Link to="/try">{words.fill}</Link>
          {words.or}
          <Link to="/">{words.samples}</Link>
        </EmptyState>
      );
    case 'ready':
      return <Assessed state={state} opened={open} />;
  }
};
