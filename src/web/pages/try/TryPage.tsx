// Own figures: a short form to begin with, or the whole file as text.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { sampleQuery } from '#web/data/api.ts';
import { asYaml } from '#web/data/as-yaml.ts';
import { ownId, useDraft, useOwnFirm } from '#web/data/session.ts';
import { usePageTitle } from '#web/data/title.ts';
import { Chips } from '#web/parts/Chips.tsx';
import { tryWords } from '#web/words/try.ts';
import { useWords } from '#web/words/use-words.ts';
import { StartForm } from './StartForm.tsx';
import { TextEditor } from './TextEditor.tsx';
import css from './TryPage.module.css';

const route = getRouteApi('/try');

/** Starts from the firm that a link names: a sample's file, or what was typed before. */
const useStartingText = (from: string | undefined): string | null => {
  const own = useOwnFirm();
  const draft = useDraft();
  const sample = useQuery({ ...sampleQuery(from ?? ''), enabled: from !== undefined && from !== ownId });
  if (from === undefined || from === ownId) return draft !== '' ? draft : (own?.text ?? '');
  return sample.data === undefined ? (sample.isError ? '' : null) : asYaml(sample.data.file);
};

export const TryPage = () => {
  const words = useWords(tryWords);
  usePageTitle(words.title);
  const { from, way: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const start = useStartingText(from);
  const way = asked ?? (from === undefined ? 'form' : 'text');
  return (
    <>
      <h1>{words.title}</h1>
      <div className={css.intro}>
        <p>{words.intro}</p>
        <p className="quiet small">{words.privacy}</p>
      </div>
      <Chips
        label={words.ways}
        value={way}
        chips={[
          { value: 'form', word: words.form },
          { value: 'text', word: words.text },
        ]}
        onChange={(value) =>
          void navigate({ search: (before) => ({ ...before, way: value }), replace: true, resetScroll: false })
        }
      />
      {way === 'form' ? <StartForm /> : start === null ? null : <TextEditor key={from ?? 'own'} start={start} />}
    </>
  );
};
