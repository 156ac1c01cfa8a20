// Four figures at a glance, each leading to its group. Only what may be had is added up; the rest is told apart.
import type { AmountRange, Assessment } from '#contract/assessment.ts';
import { isNothing } from '#web/data/money.ts';
import type { Standing } from '#web/data/standing.ts';
import { Money } from '#web/parts/Money.tsx';
import { VerdictMark } from '#web/parts/VerdictMark.tsx';
import { firmWords, type FirmWords } from '#web/words/firm.ts';
import { useWords } from '#web/words/use-words.ts';
import type { Groups } from './FirmPage.tsx';
import css from './Tiles.module.css';

type Combination = Assessment['combination'];
type ByMeasure = Combination['total'];

const Line = ({ word, range }: { readonly word: string; readonly range: AmountRange }) =>
  isNothing(range) ? null : (
    <span className={css.line}>
      <span className={css.word}>{word}</span> <Money range={range} />
    </span>
  );

/** At most so much more: an upper end by its nature, so it is said as one. */
const Potential = ({ sums }: { readonly sums: ByMeasure }) => {
  const words = useWords(firmWords);
  const upTo = (range: AmountRange): AmountRange | null =>
    range.high === null ? null : { low: range.high, high: range.high };
  const cash = upTo(sums.cash);
  if (cash === null) return <span className={css.line}>{words.openSum}</span>;
  return isNothing(cash) ? null : (
    <span className={css.line}>
      <span className={css.word}>{words.potential}</span> <Money range={cash} />
    </span>
  );
};

const detailOf = (standing: Standing, combination: Combination, words: FirmWords): React.ReactNode => {
  switch (standing) {
    case 'can':
      return (
        <>
          <Line word={words.cash} range={combination.total.cash} />
          <Line word={words.tax} range={combination.total.tax} />
        </>
      );
    case 'may-apply':
      return (
        <>
          <Line word={words.selectedCash} range={combination.competition.cash} />
          <Line word={words.selectedTax} range={combination.competition.tax} />
        </>
      );
    case 'open':
      return <Potential sums={combination.potential} />;
    case 'not-yet':
      return <span className={css.line}>{words.seeBelow}</span>;
    case 'not-addressed':
      return <span className={css.line}>{words.notForYou}</span>;
  }
};

const Tile = ({
  standing,
  count,
  combination,
}: {
  readonly standing: Standing;
  readonly count: number;
  readonly combination: Combination;
}) => {
  const words = useWords(firmWords);
  return (
    <li>
      <a className={`${css.tile} ${css[standing]}`} href={`#${standing}`}>
        <span className={css.top}>
          <VerdictMark standing={standing} />
          <span className={css.count}>
            <strong>{count}</strong> {words.countUnit}
          </span>
        </span>
        {count === 0 ? null : detailOf(standing, combination, words)}
      </a>
    </li>
  );
};

export const Tiles = ({ groups, combination }: { readonly groups: Groups; readonly combination: Combination }) => {
  const shown: readonly Standing[] = [
    'can',
    ...(groups['may-apply'].length > 0 ? (['may-apply'] as const) : []),
    'open',
    'not-yet',
    'not-addressed',
  ];
  return (
    <ul className={css.tiles}>
      {shown.map((standing) => (
        <Tile key={standing} standing={standing} count={groups[standing].length} combination={combination} />
      ))}
    </ul>
  );
};
