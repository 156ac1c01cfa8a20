// A score, indicator by indicator: what is certain, what is still open. A table, because people compare lines.
import type { ScoreResult } from '#contract/assessment.ts';
import { factLabel } from '#web/data/words.ts';
import css from './ScoreTable.module.css';

const points = (low: number, high: number): string => (low === high ? String(low) : `${low}–${high}`);

export const ScoreTable = ({ score }: { readonly score: ScoreResult }) => (
  <details className={css.details}>
    <summary>
      得分 {points(score.low, score.high)}，看 {score.indicators.length} 项指标
    </summary>
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">指标</th>
          <th scope="col">本企业</th>
          <th scope="col" className={css.number}>
            得分
          </th>
          <th scope="col" className={css.number}>
            满分
          </th>
        </tr>
      </thead>
      <tbody>
        {score.indicators.map((indicator) => (
          <tr key={indicator.id}>
            <th scope="row">{indicator.name}</th>
            <td>
              {indicator.value ??
                (indicator.missing.length > 0 ? `缺 ${indicator.missing.map(factLabel).join('、')}` : '—')}
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
          {name}各项合计 {points(block.low, block.high)}，最多计 {block.max}
        </p>
      ),
    )}
  </details>
);
