// The growth plan: what to do, with which measure, by when.
import { Link } from '@tanstack/react-router';
import type { Assessment, ItemResult } from '#contract/assessment.ts';
import side from './SideCard.module.css';

type Props = { readonly plan: Assessment['plan']; readonly items: readonly ItemResult[] };

export const PlanCard = ({ plan, items }: Props) => {
  if (plan.length === 0) return null;
  const names = new Map(items.map((item) => [item.id, item.name]));
  return (
    <section className={side.card} aria-labelledby="plan">
      <h2 id="plan" className={side.title}>
        成长路线
      </h2>
      <ol className={side.steps}>
        {plan.map((step, index) => (
          <li key={`${index} ${step.goal} ${step.condition ?? ''}`}>
            <p>
              <span className="quiet small">为 {step.goal}</span>
            </p>
            <p>{step.gap}</p>
            {step.measures.length === 0 ? null : (
              <p className="small">
                可用：
                {step.measures.map((id, at) => {
                  const [pack = '', name = ''] = id.split('/');
                  return (
                    <span key={id}>
                      {at === 0 ? '' : '、'}
                      <Link to="/items/$pack/$name" params={{ pack, name }}>
                        {names.get(id) ?? id}
                      </Link>
                    </span>
                  );
                })}
              </p>
            )}
            <p className={side.by}>{step.by === null ? '时间待核' : `${step.by} 前`}</p>
          </li>
        ))}
      </ol>
    </section>
  );
};
