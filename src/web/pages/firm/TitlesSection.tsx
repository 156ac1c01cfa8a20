// Titles outside the ladder: whether the firm has them, and what each one asks for.
import type { TitleResult } from '#contract/assessment.ts';
import { heldWords } from '#web/data/gates.ts';
import { codeWords } from '#web/words/codes.ts';
import { firmWords } from '#web/words/firm.ts';
import { useWords } from '#web/words/use-words.ts';
import { GateList } from './GateList.tsx';
import css from './LadderSection.module.css';

type Props = {
  readonly titles: readonly TitleResult[];
  readonly opened: readonly string[];
  readonly onToggle: (key: string) => void;
};

export const TitlesSection = ({ titles, opened, onToggle }: Props) => {
  const words = useWords(firmWords);
  const { modes } = useWords(codeWords);
  const about = (title: TitleResult): string =>
    words.listed(
      [heldWords(title.held, words), title.mode === 'review' ? modes.review : ''].filter((word) => word !== ''),
    );
  if (titles.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="titles">
      <h2 id="titles">{words.titles}</h2>
      <p className="quiet small">{words.titlesHint}</p>
      <GateList gates={titles} about={about} opened={opened} onToggle={onToggle} />
    </section>
  );
};
