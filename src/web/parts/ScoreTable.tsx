// A score, indicator by indicator: what is certain, what is still open. A table, because people compare lines.
import type { ScoreResult } from '#contract/assessment.ts';
import { useFactLabel } from '#web/data/fact-label.ts';
import { useWords } from '#web/words/use-words.ts';
import { codeWords } from '#web/words/codes.ts';
import { traceWords } from '#web/words/trace.ts';
import css from './ScoreTable.module.css';

const points = (low: number, high: number): string => (low === high ? String(low) : `${low}–${high}`);

export const ScoreTable = ({ score }: { readonly score: ScoreResult }) => {
  const words = useWords(traceWords);
  const { listOf } = useWords(codeWords);
  const factLabel = useFactLabel();
  return (
    <details className={css.details}>
      <summary>{words.score(points(score.low, score.high), score.indicators.length)}</summary>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.indicator}</th>
            <th scope="col">{words.ours}</th>
            <th scope="col" className={css.number}>
              {words.points}
            </th>
            <th scope="col" className={css.number}>
              {words.full}
            </th>
          </tr>
        </thead>
        <tbody>
          {score.indicators.map((indicator) => (
            <tr key={indicator.id}>
              <th scope="row">{indicator.name}</th>
              <td>
                {indicator.value ??
                  (indicator.missing.length > 0 ? words.lacks(listOf(indicator.missing.map(factLabel))) : '—')}
              </td>
              <td className={css.number}>{points(indicator.low, indicator.high)}</td>
              <td className={css.number}>{indicator.max}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {Object.entries(score.blocks).map(([name, block]) =>
        block.max === undefined ? null : (
          <p key={name} className="quiet small">
            {words.block(name, points(block.low, block.high), block.max)}
          </p>
        ),
      )}
    </details>
  );
};
