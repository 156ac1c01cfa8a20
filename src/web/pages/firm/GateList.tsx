// Gates one below the other: name, how far the firm is, and behind 依据 the whole trace.
import { useId, type ReactNode } from 'react';
import type { GateResult } from '#contract/assessment.ts';
import { failingLeaves, shortfall } from '#web/data/conditions.ts';
import { gateLine } from '#web/data/gates.ts';
import { useFactLabel } from '#web/data/fact-label.ts';
import { Rulings } from '#web/parts/Rulings.tsx';
import { Toggle } from '#web/parts/Toggle.tsx';
import { Trace } from '#web/parts/Trace.tsx';
import { ConditionMark } from '#web/parts/VerdictMark.tsx';
import { codeWords } from '#web/words/codes.ts';
import { firmWords } from '#web/words/firm.ts';
import { useWords } from '#web/words/use-words.ts';
import css from './GateList.module.css';

/** The key of a gate among what is opened on the page. */
const gateKey = (gate: GateResult): string => `${gate.id}#${gate.mode}`;

type Props = {
  readonly gate: GateResult;
  /** What stands behind the name: 新认定, 已持有. */
  readonly about: string;
  readonly open: boolean;
  readonly onToggle: () => void;
};

const GateEntry = ({ gate, about, open, onToggle }: Props) => {
  const id = useId();
  const words = useWords(firmWords);
  const codes = useWords(codeWords);
  const factLabel = useFactLabel();
  const leaves = gate.verdict === 'ineligible' && gate.conditions !== null ? failingLeaves(gate.conditions) : [];
  return (
    <li className={css.gate}>
      <div className={css.head}>
        <div className={css.what}>
          <h3>
            {gate.name} <span className={css.about}>{about}</span>
          </h3>
          <p className={css.mark}>
            <ConditionMark
              verdict={gate.verdict}
              word={gate.applies ? gateLine(gate, words) : words.gate.notAddressed}
            />
          </p>
          {leaves.slice(0, 3).map((leaf, index) => (
            <p key={`${index} ${leaf.id ?? ''}`} className={css.line}>
              {shortfall(leaf, { codes, firm: words })}
            </p>
          ))}
          {leaves.length > 3 ? <p className={css.line}>{words.moreUnmet(leaves.length - 3)}</p> : null}
          {gate.missing.length > 0 ? (
            <p className={css.line}>{words.stillMissing(codes.some(gate.missing.map(factLabel), 6))}</p>
          ) : null}
        </div>
        <Toggle
          controls={id}
          open={open}
          about={words.gate.about(gate.name, codes.modes[gate.mode])}
          grade={gate.evidence}
          onToggle={onToggle}
        />
      </div>
      <div id={id} hidden={!open} className={css.detail}>
        {open && gate.conditions !== null ? <Trace condition={gate.conditions} /> : null}
        {gate.rulings.length > 0 ? <Rulings rulings={gate.rulings} /> : null}
        {gate.unsettled.length > 0 ? <p className="quiet small">{words.gate.open(gate.unsettled)}</p> : null}
      </div>
    </li>
  );
};

type ListProps<G extends GateResult> = {
  readonly gates: readonly G[];
  readonly about: (gate: G) => string;
  readonly opened: readonly string[];
  readonly onToggle: (key: string) => void;
};

/** In the order in which they are given. */
export const GateList = <G extends GateResult>({ gates, about, opened, onToggle }: ListProps<G>): ReactNode => (
  <ul className={css.gates}>
    {gates.map((gate) => (
      <GateEntry
        key={gateKey(gate)}
        gate={gate}
        about={about(gate)}
        open={opened.includes(gateKey(gate))}
        onToggle={() => onToggle(gateKey(gate))}
      />
    ))}
  </ul>
);
