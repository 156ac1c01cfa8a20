// Where the firm stands, in the side column: one line a level, each leading to the ladder below.
import type { Assessment, GateResult } from '#contract/assessment.ts';
import { gateLine } from '#web/data/gates.ts';
import { ConditionMark } from '#web/parts/VerdictMark.tsx';
import { firmWords } from '#web/words/firm.ts';
import { useWords } from '#web/words/use-words.ts';
import css from './LadderCard.module.css';
import side from './SideCard.module.css';

type Ladder = Assessment['ladder'];

export const LevelLine = ({ ladder }: { readonly ladder: Ladder }) => {
  const words = useWords(firmWords);
  return ladder.level === null ? (
    <p className="quiet">{words.unknownLevel}</p>
  ) : (
    <p>
      {words.nowAt}
      <strong>{ladder.level}</strong>
      {ladder.until === null ? '' : words.until(ladder.until)}
    </p>
  );
};

const Gate = ({ gate }: { readonly gate: GateResult }) => {
  const words = useWords(firmWords);
  return (
    <p className={css.gate}>
      <span>
        {gate.to}
        {gate.mode === 'review' ? words.review : ''}
      </span>
      <ConditionMark verdict={gate.verdict} word={gateLine(gate, words)} />
    </p>
  );
};

export const LadderCard = ({ ladder }: { readonly ladder: Ladder }) => {
  const words = useWords(firmWords);
  return (
    <section className={`${side.card} ${css.card}`} aria-labelledby="ladder-card">
      <h2 id="ladder-card" className={side.title}>
        {words.where}
      </h2>
      <LevelLine ladder={ladder} />
      {ladder.gates
        .filter((gate) => gate.applies)
        .map((gate) => (
          <Gate key={`${gate.id} ${gate.mode}`} gate={gate} />
        ))}
      <p className={css.more}>
        <a href="#ladder">{words.seeGates}</a>
      </p>
    </section>
  );
};
