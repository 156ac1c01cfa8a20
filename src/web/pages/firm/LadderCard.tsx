// Where the firm stands, in the side column: one line a level, each leading to the ladder below.
import type { Assessment, GateResult } from '#contract/assessment.ts';
import { gateLine } from '#web/data/gates.ts';
import { ConditionMark } from '#web/parts/VerdictMark.tsx';
import css from './LadderCard.module.css';
import side from './SideCard.module.css';

type Ladder = Assessment['ladder'];

export const LevelLine = ({ ladder }: { readonly ladder: Ladder }) =>
  ladder.level === null ? (
    <p className="quiet">不知道现在在哪一级，补上培育层级就能看到</p>
  ) : (
    <p>
      现在是 <strong>{ladder.level}</strong>
      {ladder.until === null ? '' : `，有效期至 ${ladder.until}`}
    </p>
  );

const Gate = ({ gate }: { readonly gate: GateResult }) => (
  <p className={css.gate}>
    <span>
      {gate.to}
      {gate.mode === 'review' ? '（复核）' : ''}
    </span>
    <ConditionMark verdict={gate.verdict} word={gateLine(gate)} />
  </p>
);

export const LadderCard = ({ ladder }: { readonly ladder: Ladder }) => (
  <section className={`${side.card} ${css.card}`} aria-labelledby="ladder-card">
    <h2 id="ladder-card" className={side.title}>
      在哪一级
    </h2>
    <LevelLine ladder={ladder} />
    {ladder.gates
      .filter((gate) => gate.applies)
      .map((gate) => (
        <Gate key={`${gate.id} ${gate.mode}`} gate={gate} />
      ))}
    <p className={css.more}>
      <a href="#ladder">看每一级的门槛</a>
    </p>
  </section>
);
