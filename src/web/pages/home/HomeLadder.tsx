// The ladder of the rulebook, with how many sets of requirements lead to each level.
import type { RulebookSummary } from '#contract/catalogue.ts';
import { Ladder } from '#web/parts/Ladder.tsx';
import css from './HomeLadder.module.css';

export const HomeLadder = ({ rulebook }: { readonly rulebook: RulebookSummary }) => {
  const steps = rulebook.levels.map((name, index) => {
    const gates = rulebook.gates.filter((gate) => gate.to === name).length;
    return {
      name,
      state: 'ahead' as const,
      children: (
        <p className="quiet small">{gates > 0 ? `${gates} 套门槛` : index === 0 ? '从这里开始' : '门槛待核'}</p>
      ),
    };
  });
  if (steps.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="ladder">
      <h2 id="ladder">一级一级往上走</h2>
      <p className="quiet">每一级的门槛按申报那天的规则判定；差多少、先补什么，测算结果里都有。</p>
      <Ladder steps={steps} label="培育梯度，由低到高" />
    </section>
  );
};
