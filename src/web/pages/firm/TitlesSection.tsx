// Titles outside the ladder: whether the firm has them, and what each one asks for.
import type { TitleResult } from '#contract/assessment.ts';
import { heldWords, modeWords } from '#web/data/gates.ts';
import { GateList } from './GateList.tsx';
import css from './LadderSection.module.css';

const about = (title: TitleResult): string =>
  [heldWords(title.held), title.mode === 'review' ? modeWords.review : ''].filter((word) => word !== '').join('，');

type Props = {
  readonly titles: readonly TitleResult[];
  readonly opened: readonly string[];
  readonly onToggle: (key: string) => void;
};

export const TitlesSection = ({ titles, opened, onToggle }: Props) => {
  if (titles.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="titles">
      <h2 id="titles">其他称号</h2>
      <p className="quiet small">不在梯度之内，但有的层级、有的政策要看。</p>
      <GateList gates={titles} about={about} opened={opened} onToggle={onToggle} />
    </section>
  );
};
