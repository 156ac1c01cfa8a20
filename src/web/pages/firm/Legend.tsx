// What the marks on this page mean, and which rulebook gave these answers.
import type { Assessment } from '#contract/assessment.ts';
import { standings } from '#web/data/standing.ts';
import { standingHints } from '#web/data/words.ts';
import { EvidenceMark } from '#web/parts/EvidenceMark.tsx';
import { VerdictMark } from '#web/parts/VerdictMark.tsx';
import css from './Legend.module.css';

const evidence = [
  { grade: 'primary', say: '见于官方原文，或主管部门公布的口径' },
  { grade: 'secondary', say: '见于新闻、办事指南、答复等转述，以原文为准' },
  { grade: 'draft', say: '只有征求意见稿、推断或没有来源，不参与判定' },
] as const;

export const Legend = ({ rulebook }: { readonly rulebook: Assessment['rulebook'] }) => (
  <section className={css.legend} aria-labelledby="legend">
    <h2 id="legend" className={css.title}>
      怎么看
    </h2>
    <dl className={css.list}>
      {standings.map((standing) => (
        <div key={standing}>
          <dt>
            <VerdictMark standing={standing} />
          </dt>
          <dd>{standingHints[standing]}</dd>
        </div>
      ))}
      {evidence.map(({ grade, say }) => (
        <div key={grade}>
          <dt>
            <EvidenceMark grade={grade} />
          </dt>
          <dd>{say}</dd>
        </div>
      ))}
    </dl>
    <p className="quiet small">
      规则库 {rulebook.packs.join('、')}，指纹 <code>{rulebook.hash.slice(0, 19)}</code>
      。合计只加可享的资金；税款、择优和待定分开列，不并成一个数。
    </p>
  </section>
);
