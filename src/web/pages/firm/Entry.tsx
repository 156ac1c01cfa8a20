// One entry: name, the one line that matters for its verdict, the amount, and behind 依据 the whole trace.
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { AmountResult, ItemResult } from '#contract/assessment.ts';
import { failingLeaves, shortfall } from '#web/data/conditions.ts';
import { subjectName, type Standing } from '#web/data/standing.ts';
import { evidenceOf } from '#web/data/evidence.ts';
import { useFactLabel } from '#web/data/fact-label.ts';
import { rangeText } from '#web/data/money.ts';
import { clauseName } from '#web/parts/Clause.tsx';
import { Money } from '#web/parts/Money.tsx';
import { Toggle } from '#web/parts/Toggle.tsx';
import { codeWords } from '#web/words/codes.ts';
import { firmWords } from '#web/words/firm.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import css from './Entry.module.css';
import { ItemDetail } from '#web/parts/ItemDetail.tsx';

/** What a reader wants to know first: the arithmetic, what is missing, or how far it is. */
const Line = ({ item, standing }: { readonly item: ItemResult; readonly standing: Standing }) => {
  const words = useWords(firmWords);
  const codes = useWords(codeWords);
  const factLabel = useFactLabel();
  const language = useLanguage();
  if (standing === 'can' || standing === 'may-apply') {
    const steps = item.amount?.steps ?? [];
    // One step that only repeats the amount says nothing.
    return steps.length === 0 ||
      (steps.length === 1 && item.amount !== null && steps[0] === rangeText(item.amount, language)) ? null : (
      <p className={css.line}>{words.steps(steps)}</p>
    );
  }
  if (standing === 'open') {
    return (
      <p className={css.line}>
        {item.missing.length > 0
          ? words.stillMissing(codes.some(item.missing.map(factLabel), 3))
          : words.undecided(
              codes.some(
                item.reasons.map((reason) => reason.text),
                2,
              ),
            )}
      </p>
    );
  }
  const leaves = item.conditions === null ? [] : failingLeaves(item.conditions);
  const lines =
    leaves.length > 0
      ? leaves.map((leaf) => shortfall(leaf, { codes, firm: words }))
      : item.reasons.map((reason) => reason.text);
  return (
    <>
      {lines.slice(0, 2).map((each) => (
        <p key={each} className={css.line}>
          {each}
        </p>
      ))}
      {lines.length > 2 ? <p className={css.line}>{words.moreUnmet(lines.length - 2)}</p> : null}
    </>
  );
};

/** What has no money in it by its nature; everything else without an amount has one that is not settled yet. */
const withoutMoney: readonly ItemResult['kind'][] = ['service', 'title', 'priority'];

const Amount = ({ amount, kind }: { readonly amount: AmountResult | null; readonly kind: ItemResult['kind'] }) => {
  const codes = useWords(codeWords);
  return amount === null || amount.measure === 'service' ? (
    <span className={css.nothing}>
      {withoutMoney.includes(kind) || amount !== null ? codes.kinds[kind] : codes.amountOpen}
    </span>
  ) : (
    <>
      <Money range={amount} />
      {amount.measure === 'cash' ? null : <span className={css.measure}>{codes.measures[amount.measure]}</span>}
    </>
  );
};

/** On paper there is nothing to open, so the amount's clause stands in the line. */
const Grounds = ({ amount }: { readonly amount: AmountResult | null }) => {
  const words = useWords(firmWords);
  const { evidence } = useWords(codeWords);
  return amount === null || amount.clause === null ? null : (
    <p className={css.printed}>
      {words.ground(clauseName(amount.clause), evidence[evidenceOf[amount.clause.evidence]])}
    </p>
  );
};

type Props = {
  readonly item: ItemResult;
  readonly standing: Standing;
  /** Why the best combination leaves it out; null when it does not. */
  readonly left: string | null;
  readonly open: boolean;
  readonly onToggle: () => void;
};

export const Entry = ({ item, standing, left, open, onToggle }: Props) => {
  const id = useId();
  const words = useWords(firmWords);
  const { standings } = useWords(codeWords);
  const language = useLanguage();
  const shown = language === 'zh' ? item.name : (item.en ?? item.name);
  const [pack = '', name = ''] = item.id.split('/');
  return (
    <article className={`${css.entry} ${css[standing]}`}>
      <div className={css.head}>
        <h3 className={css.what}>
          <Link to="/items/$pack/$name" params={{ pack, name }} className={css.name}>
            {shown}
          </Link>
          {item.subject === null ? null : <span className={css.subject}>{subjectName(item.subject)}</span>}
        </h3>
        {/* Who hears the page hears the verdict, then the amount, then the reason; the eye finds them by their places. */}
        <p className={css.amount}>
          <span className="unseen">{standings[standing]}</span>
          {standing === 'not-yet' ? null : <Amount amount={item.amount} kind={item.kind} />}
        </p>
        <div className={css.why}>
          <Line item={item} standing={standing} />
          {left === null ? null : <p className={css.left}>{words.leftOut(left)}</p>}
          <Grounds amount={item.amount} />
        </div>
        <div className={css.more}>
          <Toggle controls={id} open={open} about={shown} grade={item.evidence} onToggle={onToggle} />
        </div>
      </div>
      <div id={id} hidden={!open}>
        {open ? <ItemDetail item={item} /> : null}
      </div>
    </article>
  );
};
