// Figures of the rulebook, each counted from it; the fingerprint says which rulebook that is.
import { Link } from '@tanstack/react-router';
import type { RulebookSummary } from '#contract/catalogue.ts';
import css from './RulebookFigures.module.css';

export const RulebookFigures = ({ rulebook }: { readonly rulebook: RulebookSummary }) => {
  const { items, clauses, documents } = rulebook.counts;
  const figures = [
    { value: items, unit: '个事项', to: '/items' as const, say: '奖励、补助、津贴、税收、贷款、服务' },
    { value: clauses, unit: '条条款', to: '/documents' as const, say: '每条注明出处和依据等级' },
    { value: documents, unit: '份文件', to: '/documents' as const, say: '标题、文号、发文机关、日期' },
  ];
  return (
    <section aria-labelledby="rulebook">
      <h2 id="rulebook">规则库里有什么</h2>
      <ul className={css.figures}>
        {figures.map(({ value, unit, to, say }) => (
          <li key={unit}>
            <Link to={to} className={css.figure}>
              <span className={css.value}>{value}</span> {unit}
            </Link>
            <p className="quiet small">{say}</p>
          </li>
        ))}
      </ul>
      <p className={`quiet small ${css.source}`}>
        数目取自当前规则库：{rulebook.packs.map((pack) => pack.name).join('、')}。指纹{' '}
        <code>{rulebook.hash.slice(0, 19)}</code>
        ，指纹相同，结论相同。
      </p>
    </section>
  );
};
