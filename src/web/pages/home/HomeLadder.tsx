// The ladder of the rulebook, with how many sets of requirements lead to each level.
import { Link } from '@tanstack/react-router';
import type { RulebookSummary } from '#contract/catalogue.ts';
import { Ladder } from '#web/parts/Ladder.tsx';
import { homeWords } from '#web/words/home.ts';
import { useWords } from '#web/words/use-words.ts';
import css from './HomeLadder.module.css';

export const HomeLadder = ({ rulebook }: { readonly rulebook: RulebookSummary }) => {
  const words = useWords(homeWords);
  const steps = rulebook.levels.map((name, index) => {
    const gates = rulebook.gates.filter((gate) => gate.to === name).length;
    return {
      name,
      state: 'ahead' as const,
      children: <p className="quiet small">{words.gates(gates, index === 0)}</p>,
    };
  });
  if (steps.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="ladder">
      <h2 id="ladder">{words.ladder}</h2>
      <p className="quiet">
        {words.ladderHint} <Link to="/ladder">{words.sideBySide}</Link>
      </p>
      <Ladder steps={steps} label={words.ladderLabel} />
    </section>
  );
};
