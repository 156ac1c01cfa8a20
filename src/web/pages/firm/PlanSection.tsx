// The growth plan, goal by goal: what to do, with which measure, by when. The first steps at once, the rest one click away.
import { Link } from '@tanstack/react-router';
import type { Assessment, ItemResult } from '#contract/assessment.ts';
import { spoken } from '#web/data/words.ts';
import css from './PlanSection.module.css';

type Step = Assessment['plan'][number];
type Names = ReadonlyMap<string, string>;

const atOnce = 6;

const Measures = ({ ids, names }: { readonly ids: readonly string[]; readonly names: Names }) => (
  <p className="small">
    可用：
    {ids.map((id, index) => {
      const [pack = '', name = ''] = id.split('/');
      return (
        <span key={id}>
          {index === 0 ? '' : '、'}
          <Link to="/items/$pack/$name" params={{ pack, name }}>
            {names.get(id) ?? id}
          </Link>
        </span>
      );
    })}
  </p>
);

type StepsProps = { readonly steps: readonly Step[]; readonly names: Names; readonly by: string | null };

const Steps = ({ steps, names, by }: StepsProps) => (
  <ol className={css.steps}>
    {steps.map((step, index) => (
      <li key={`${index} ${step.condition ?? ''}`}>
        <p>{spoken(step.gap)}</p>
        {step.measures.length === 0 ? null : <Measures ids={step.measures} names={names} />}
        {step.by === by || step.by === null ? null : <p className="quiet small">{step.by} 前</p>}
      </li>
    ))}
  </ol>
);

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
  const by = sharedDay(steps);
  const rest = steps.slice(atOnce);
  return (
    <li className={css.goal}>
      <h3>
        {goal}
        <span className={css.about}>
          {steps.length} 步，{by === null ? '时间待核' : `${by} 前`}
        </span>
      </h3>
      <Steps steps={steps.slice(0, atOnce)} names={names} by={by} />
      {rest.length === 0 ? null : (
        <details>
          <summary className={css.more}>其余 {rest.length} 步</summary>
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
  if (plan.length === 0) return null;
  const names = new Map(items.map((item) => [item.id, item.name]));
  const goals = [...new Set(plan.map((step) => step.goal))];
  return (
    <section className={css.section} aria-labelledby="plan">
      <h2 id="plan">成长路线</h2>
      <p className="quiet small">先补资料，再补差距；能用上的政策写在每一步下面。</p>
      <ul className={css.goals}>
        {goals.map((goal) => (
          <Goal key={goal} goal={goal} steps={plan.filter((step) => step.goal === goal)} names={names} />
        ))}
      </ul>
    </section>
  );
};
