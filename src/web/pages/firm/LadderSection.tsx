// The ladder of this firm as a stair, and under it every gate with what it still wants and its whole trace.
import type { Assessment, GateResult } from '#contract/assessment.ts';
import { gateLine } from '#web/data/gates.ts';
import { Ladder, type Step } from '#web/parts/Ladder.tsx';
import { codeWords } from '#web/words/codes.ts';
import { firmWords, type FirmWords } from '#web/words/firm.ts';
import { useWords } from '#web/words/use-words.ts';
import { GateList } from './GateList.tsx';
import { LevelLine } from './LadderCard.tsx';
import css from './LadderSection.module.css';

type Gates = readonly GateResult[];

const stepsOf = (levels: readonly string[], ladder: Assessment['ladder'], words: FirmWords): readonly Step[] => {
  const here = ladder.level === null ? -1 : levels.indexOf(ladder.level);
  return levels.map((name, index) => {
    const gates = ladder.gates.filter((gate) => gate.to === name && gate.applies);
    // The lowest level is where everybody starts: nothing to be reached.
    const reached = index < here && index > 0;
    const state = index === here ? 'here' : reached ? 'reached' : name === ladder.next ? 'next' : 'ahead';
    const lines = gates.map((gate) =>
      gate.mode === 'review' ? words.reviewLine(gateLine(gate, words)) : gateLine(gate, words),
    );
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

type Props = {
  readonly ladder: Assessment['ladder'];
  /** Every level of the rulebook, lowest first. */
  readonly levels: readonly string[];
  readonly opened: readonly string[];
  readonly onToggle: (key: string) => void;
};

export const LadderSection = ({ ladder, levels, opened, onToggle }: Props) => {
  const gates: Gates = ladder.gates.filter((gate) => gate.applies);
  const words = useWords(firmWords);
  const { modes } = useWords(codeWords);
  if (levels.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="ladder">
      <h2 id="ladder">{words.ladder}</h2>
      <LevelLine ladder={ladder} />
      <div className={css.stair}>
        <Ladder steps={stepsOf(levels, ladder, words)} label={words.ladderLabel} />
      </div>
      <GateList gates={gates} about={(gate) => modes[gate.mode]} opened={opened} onToggle={onToggle} />
    </section>
  );
};
