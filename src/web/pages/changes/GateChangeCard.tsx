// One level whose gate is not the same on the two days: the facts that are asked differently, before and after.
import type { Requirement } from '#contract/on-a-day.ts';
import { useFactLabel } from '#web/data/fact-label.ts';
import { conditionLines } from '#web/data/condition-lines.ts';
import { DiffLines } from '#web/parts/DiffLines.tsx';
import { changeWords } from '#web/words/changes.ts';
import { codeWords } from '#web/words/codes.ts';
import { traceWords } from '#web/words/trace.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import css from './ChangesPage.module.css';
import type { GateChange } from './gate-changes.ts';

const useLines = (): ((requires: readonly Requirement[]) => readonly string[]) => {
  const codes = useWords(codeWords);
  const trace = useWords(traceWords);
  return (requires) => requires.flatMap(({ condition }) => conditionLines(condition, { codes, trace }));
};

export const GateChangeCard = ({ change }: { readonly change: GateChange }) => {
  const words = useWords(changeWords);
  const { modes } = useWords(codeWords);
  const language = useLanguage();
  const label = useFactLabel();
  const lines = useLines();
  const nameOf = (gate: GateChange['before']) =>
    gate === null ? null : language === 'zh' ? gate.name : (gate.en ?? gate.name);
  const named = [nameOf(change.before), nameOf(change.after)] as const;
  return (
    <li className={css.change}>
      <h3>{words.gateOf(change.level, modes[change.mode])}</h3>
      <p className="quiet small">{words.versions(...named)}</p>
      {change.rows.length === 0 ? (
        <p className="small">{words.sameRequirements}</p>
      ) : (
        <details className={css.more}>
          <summary>{words.showDifferences}</summary>
          <dl className={css.rows}>
            {change.rows.map(({ fact, cells: [before = [], after = []] }) => (
              <div key={fact ?? ''}>
                <dt>{fact === null ? words.otherAspects : label(fact)}</dt>
                <dd>
                  <DiffLines before={lines(before)} after={lines(after)} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
};
