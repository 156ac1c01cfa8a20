// What stands behind an entry: the amount's arithmetic and clause, the trace of every condition, ways to change it, open notes.
import type { ChangeResult, ItemResult } from '#contract/assessment.ts';
import { exactRange, rangeText } from '#web/data/money.ts';
import { factLabel, measureWords, spoken, windowText } from '#web/data/words.ts';
import { ClauseLine } from '#web/parts/Clause.tsx';
import { Rulings } from '#web/parts/Rulings.tsx';
import { Trace } from '#web/parts/Trace.tsx';
import css from './EntryDetail.module.css';

const Amount = ({ amount }: { readonly amount: NonNullable<ItemResult['amount']> }) => (
  <section>
    <h4>{measureWords[amount.measure]}怎么算</h4>
    {amount.steps.length > 0 ? (
      <ol className={css.steps}>
        {amount.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    ) : null}
    {rangeText(amount) === null ? null : <p className="quiet small">精确到分：{exactRange(amount)}</p>}
    {amount.missing.length > 0 ? (
      <p className={css.open}>金额还缺：{amount.missing.map(factLabel).join('、')}</p>
    ) : null}
    {amount.clause === null ? null : <ClauseLine clause={amount.clause} />}
    {(amount.rulings ?? []).map((clause) => (
      <ClauseLine key={clause.key} clause={clause} />
    ))}
  </section>
);

const howWords = { effort: '需要做到', time: '等到', choice: '可以选择', declare: '需要如实申明' } as const;

const Change = ({ change }: { readonly change: ChangeResult }) => (
  <li>
    {change.facts.map(({ fact, from, to, how, date }) => (
      <p key={fact}>
        {howWords[how]}：{factLabel(fact)} {from === null ? '' : `由 ${from} `}到 <strong>{to}</strong>
        {date === null ? '' : `（${date}）`}
      </p>
    ))}
  </li>
);

const versionText = (version: NonNullable<ItemResult['version']>): string => {
  const from = version.from === null ? '起始日待核' : `${version.from} 起`;
  const to = version.to === null ? '' : version.to === 'unknown' ? '，有效期待核' : `，至 ${version.to}`;
  const by = version.date === null ? '' : `；按${spoken(version.by)}（${version.date}）选定`;
  return `${from}${to}${by}`;
};

export const EntryDetail = ({ item }: { readonly item: ItemResult }) => (
  <div className={css.detail}>
    {item.amount === null ? null : <Amount amount={item.amount} />}
    {item.conditions === null ? null : (
      <section>
        <h4>条件</h4>
        <Trace condition={item.conditions} />
      </section>
    )}
    {item.change.length > 0 ? (
      <section>
        <h4>怎样才行</h4>
        <ul className={css.changes}>
          {item.change.map((change, index) => (
            <Change key={`${index} ${change.at}`} change={change} />
          ))}
        </ul>
      </section>
    ) : null}
    <dl className={css.about}>
      {item.version === null ? null : (
        <div>
          <dt>适用版本</dt>
          <dd>{versionText(item.version)}</dd>
        </div>
      )}
      <div>
        <dt>申报时间</dt>
        <dd>{windowText(item.window)}</dd>
      </div>
      {item.owner === null ? null : (
        <div>
          <dt>主管部门</dt>
          <dd>{item.owner}</dd>
        </div>
      )}
      {item.rulings.length > 0 ? (
        <div>
          <dt>口径</dt>
          <dd>
            <Rulings rulings={item.rulings} />
          </dd>
        </div>
      ) : null}
      {item.unsettled.length > 0 ? (
        <div>
          <dt>待核</dt>
          <dd>{item.unsettled.join('；')}</dd>
        </div>
      ) : null}
    </dl>
  </div>
);
