// The best lawful combination: what is taken, what is left and why, what could be added.
import type { Assessment, ItemResult } from '#contract/assessment.ts';
import { isNothing } from '#web/data/money.ts';
import { entryKey, isPromised, subjectName } from '#web/data/standing.ts';
import { Money } from '#web/parts/Money.tsx';
import css from './SideCard.module.css';

type Props = { readonly combination: Assessment['combination']; readonly items: readonly ItemResult[] };

const namesOf = (items: readonly ItemResult[]): ReadonlyMap<string, string> =>
  new Map(
    items.map((item) => [
      entryKey(item),
      item.subject === null ? item.name : `${item.name}（${subjectName(item.subject)}）`,
    ]),
  );

const Sums = ({ total }: { readonly total: Assessment['combination']['total'] }) => (
  <dl className={css.sums}>
    <div>
      <dt>资金合计</dt>
      <dd>
        <Money range={total.cash} />
      </dd>
    </div>
    {isNothing(total.tax) ? null : (
      <div>
        <dt>少缴税款</dt>
        <dd>
          <Money range={total.tax} />
        </dd>
      </div>
    )}
  </dl>
);

export const CombinationCard = ({ combination, items }: Props) => {
  const { total, take, leave, assumes = [] } = combination;
  if (take.length === 0 && leave.length === 0) return null;
  const names = namesOf(items);
  const selected = new Set(items.filter((item) => !isPromised(item)).map(entryKey));
  return (
    <section className={css.card} aria-labelledby="combination">
      <h2 id="combination" className={css.title}>
        组合
      </h2>
      <Sums total={total} />
      <h3 className={css.sub}>取</h3>
      <ul className={css.plain}>
        {take.map((key) => (
          <li key={key}>
            {names.get(key) ?? key}
            {selected.has(key) ? <span className="quiet small">择优，不计入合计</span> : null}
          </li>
        ))}
      </ul>
      {leave.length === 0 ? null : (
        <>
          <h3 className={css.sub}>不取</h3>
          <ul className={css.plain}>
            {leave.map(({ entry, because }) => (
              <li key={entry}>
                {names.get(entry) ?? entry}
                <span className="quiet small">{because}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {assumes.map((each) => (
        <p key={each} className="quiet small">
          {each}
        </p>
      ))}
    </section>
  );
};
