// The growth plan, goal by goal: what to do, with which measure, by when. The first steps at once, the rest one click away.
import { Link } from '@tanstack/react-router';
import type { Assessment, ItemResult } from '#contract/assessment.ts';
import { codeWords } from '#web/words/codes.ts';
import { firmWords } from '#web/words/firm.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import css from './PlanSection.module.css';

type Step = Assessment['plan'][number];
type Names = ReadonlyMap<string, string>;

const atOnce = 6;

const Measures = ({ ids, names }: { readonly ids: readonly string[]; readonly names: Names }) => {
  const words = useWords(firmWords);
  return (
    <p className="small">
      {words.measures}
      {ids.map((id, index) => {
        const [pack = '', name = ''] = id.split('/');
        return (
          <span key={id}>
            {index === 0 ? '' : words.measureJoin}
            <Link to="/items/$pack/$name" params={{ pack, name }}>
              {names.get(id) ?? id}
            </Link>
          </span>
        );
      })}
    </p>
  );
};

type StepsProps = { readonly steps: readonly Step[]; readonly names: Names; readonly by: string | null };

const Steps = ({ steps, names, by }: StepsProps) => {
  const words = useWords(firmWords);
  const { spoken } = useWords(codeWords);
  return (
    <ol className={css.steps}>
      {steps.map((step, index) => (
        <li key={`${index} ${step.condition ?? ''}`}>
          <p>{spoken(step.gap)}</p>
          {step.measures.length === 0 ? null : <Measures ids={step.measures} names={names} />}
          {step.by === by || step.by === null ? null : <p className="quiet small">{words.before(step.by)}</p>}
        </li>
      ))}
    </ol>
  );
};

/** The day that all steps share, or null. */
const sharedDay = (steps: readonly Step[]): string | null => {
  const day = steps[0]?.by ?? null;
  return steps.every((step) => step.by === day) ? day : null;
};

const Goal = ({
  goal,
  steps,
  names,
}: {
  readonly goal: string;
  readonly steps: readonly Step[];
  readonly names: Names;
}) => {
  const words = useWords(firmWords);
  const by = sharedDay(steps);
  const rest = steps.slice(atOnce);
  return (
    <li className={css.goal}>
      <h3>
        {goal}
        <span className={css.about}>{words.planSteps(steps.length, by)}</span>
      </h3>
      <Steps steps={steps.slice(0, atOnce)} names={names} by={by} />
      {rest.length === 0 ? null : (
        <details>
          <summary className={css.more}>{words.moreSteps(rest.length)}</summary>
          <Steps steps={rest} names={names} by={by} />
        </details>
      )}
    </li>
  );
};

export const PlanSection = ({
  plan,
  items,
}: {
  readonly plan: readonly Step[];
  readonly items: readonly ItemResult[];
}) => {
  const words = useWords(firmWords);
  const language = useLanguage();
  if (plan.length === 0) return null;
  const names = new Map(items.map((item) => [item.id, language === 'zh' ? item.name : (item.en ?? item.name)]));
  const goals = [...new Set(plan.map((step) => step.goal))];
  return (
    <section className={css.section} aria-labelledby="plan">
      <h2 id="plan">{words.plan}</h2>
      <p className="quiet small">{words.planHint}</p>
      <ul className={css.goals}>
        {goals.map((goal) => (
          <Goal key={goal} goal={goal} steps={plan.filter((step) => step.goal === goal)} names={names} />
        ))}
      </ul>
    </section>
  );
};
