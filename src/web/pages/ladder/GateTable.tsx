// The gates as columns and the facts as rows; on a phone each row becomes a list, with the level before each requirement.
import type { GateOnDay } from '#contract/on-a-day.ts';
import { useFactLabel } from '#web/data/fact-label.ts';
import { ConditionTree } from '#web/parts/ConditionTree.tsx';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import { ladderWords } from '#web/words/ladder.ts';
import css from './GateTable.module.css';
import { rowsOf, type Row } from './rows.ts';

const Head = ({ gate }: { readonly gate: GateOnDay }) => {
  const words = useWords(ladderWords);
  const language = useLanguage();
  return (
    <th scope="col">
      <span className={css.level}>{gate.level}</span>
      <span className={css.gate}>{language === 'zh' ? gate.name : (gate.en ?? gate.name)}</span>
      <span className={css.gate}>{words.term(gate.from, gate.to)}</span>
      {gate.begun ? null : <span className={css.maybe}>{words.maybe}</span>}
    </th>
  );
};

const Cells = ({ row, gates }: { readonly row: Row; readonly gates: readonly GateOnDay[] }) => {
  const words = useWords(ladderWords);
  return gates.map((gate, index) => {
    const asked = row.cells[index] ?? [];
    return (
      <td key={`${gate.id} ${gate.mode}`} className={asked.length === 0 ? css.none : undefined}>
        <span className={css.label} aria-hidden="true">
          {gate.level}
        </span>
        {asked.length === 0 ? (
          <span className="quiet">
            <span aria-hidden="true">—</span>
            <span className="unseen">{words.nothingAsked}</span>
          </span>
        ) : (
          asked.map(({ condition }, at) => (
            <ConditionTree key={`${at} ${condition.id ?? condition.text ?? ''}`} condition={condition} />
          ))
        )}
      </td>
    );
  });
};

type Props = { readonly gates: readonly GateOnDay[]; readonly caption: string };

export const GateTable = ({ gates, caption }: Props) => {
  const words = useWords(ladderWords);
  const label = useFactLabel();
  return (
    <table className={css.table}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.aspect}</th>
          {gates.map((gate) => (
            <Head key={`${gate.id} ${gate.mode}`} gate={gate} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsOf(gates).map((row) => (
          <tr key={row.fact ?? ''}>
            <th scope="row">{row.fact === null ? words.otherAspects : label(row.fact)}</th>
            <Cells row={row} gates={gates} />
          </tr>
        ))}
      </tbody>
    </table>
  );
};
