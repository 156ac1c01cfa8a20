// The ladder of this firm as a stair, and under it every gate with what it still wants and its whole trace.
import { useId } from 'react';
import type { Assessment, GateResult } from '#contract/assessment.ts';
import { failingLeaves, shortfall } from '#web/data/conditions.ts';
import { gateLine, modeWords } from '#web/data/gates.ts';
import { factLabel, some } from '#web/data/words.ts';
import { Ladder, type Step } from '#web/parts/Ladder.tsx';
import { Rulings } from '#web/parts/Rulings.tsx';
import { Toggle } from '#web/parts/Toggle.tsx';
import { Trace } from '#web/parts/Trace.tsx';
import { ConditionMark } from '#web/parts/VerdictMark.tsx';
import { LevelLine } from './LadderCard.tsx';
import css from './LadderSection.module.css';

type Gates = readonly GateResult[];

const stepsOf = (levels: readonly string[], ladder: Assessment['ladder']): readonly Step[] => {
  const here = ladder.level === null ? -1 : levels.indexOf(ladder.level);
  return levels.map((name, index) => {
    const gates = ladder.gates.filter((gate) => gate.to === name && gate.applies);
    // The lowest level is where everybody starts: nothing to be reached.
    const reached = index < here && index > 0;
    const state = index === here ? 'here' : reached ? 'reached' : name === ladder.next ? 'next' : 'ahead';
    const lines = gates.map((gate) => `${gate.mode === 'review' ? '复核：' : ''}${gateLine(gate)}`);
    return {
      name,
      state,
      children: lines.map((line) => (
        <p key={line} className="small">
          {line}
        </p>
      )),
    };
  });
};

const Gate = ({
  gate,
  open,
  onToggle,
}: {
  readonly gate: GateResult;
  readonly open: boolean;
  readonly onToggle: () => void;
}) => {
  const id = useId();
  const leaves = gate.verdict === 'ineligible' && gate.conditions !== null ? failingLeaves(gate.conditions) : [];
  return (
    <li className={css.gate}>
      <div className={css.head}>
        <div className={css.what}>
          <h3>
            {gate.name} <span className={css.mode}>{modeWords[gate.mode]}</span>
          </h3>
          <p className={css.mark}>
            <ConditionMark verdict={gate.verdict} word={gate.applies ? gateLine(gate) : '不适用'} />
          </p>
          {leaves.slice(0, 3).map((leaf, index) => (
            <p key={`${index} ${leaf.id ?? ''}`} className={css.line}>
              {shortfall(leaf)}
            </p>
          ))}
          {leaves.length > 3 ? <p className={css.line}>另有 {leaves.length - 3} 项没有达到</p> : null}
          {gate.missing.length > 0 ? <p className={css.line}>还缺：{some(gate.missing.map(factLabel), 6)}</p> : null}
        </div>
        <Toggle
          controls={id}
          open={open}
          about={`${gate.name}（${modeWords[gate.mode]}）`}
          grade={gate.evidence}
          onToggle={onToggle}
        />
      </div>
      <div id={id} hidden={!open} className={css.detail}>
        {open && gate.conditions !== null ? <Trace condition={gate.conditions} /> : null}
        {gate.rulings.length > 0 ? <Rulings rulings={gate.rulings} /> : null}
        {gate.unsettled.length > 0 ? <p className="quiet small">待核：{gate.unsettled.join('；')}</p> : null}
      </div>
    </li>
  );
};

type Props = {
  readonly ladder: Assessment['ladder'];
  /** Every level of the rulebook, lowest first. */
  readonly levels: readonly string[];
  readonly opened: readonly string[];
  readonly onToggle: (key: string) => void;
};

const keyOf = (gate: GateResult): string => `${gate.id}#${gate.mode}`;

export const LadderSection = ({ ladder, levels, opened, onToggle }: Props) => {
  const gates: Gates = ladder.gates.filter((gate) => gate.applies);
  if (levels.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="ladder">
      <h2 id="ladder">梯度</h2>
      <LevelLine ladder={ladder} />
      <div className={css.stair}>
        <Ladder steps={stepsOf(levels, ladder)} label="培育梯度，由低到高" />
      </div>
      <ul className={css.gates}>
        {gates.map((gate) => (
          <Gate
            key={keyOf(gate)}
            gate={gate}
            open={opened.includes(keyOf(gate))}
            onToggle={() => onToggle(keyOf(gate))}
          />
        ))}
      </ul>
    </section>
  );
};
