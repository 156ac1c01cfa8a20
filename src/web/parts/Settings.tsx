// Language, light or dark, large type: three switches in the header, remembered in this browser.
import { choose, usePreferences, type Appearance } from '#web/data/preferences.ts';
import { useWords } from '#web/words/use-words.ts';
import { shellWords } from '#web/words/shell.ts';
import css from './Settings.module.css';

const next: { readonly [appearance in Appearance]: Appearance } = { system: 'light', light: 'dark', dark: 'system' };

const AppearanceSign = ({ appearance }: { readonly appearance: Appearance }) => (
  <svg viewBox="0 0 20 20" aria-hidden="true" className={css.sign}>
    {appearance === 'dark' ? (
      <path d="M15.5 12.2A6.6 6.6 0 0 1 7.8 4.5a6.6 6.6 0 1 0 7.7 7.7Z" />
    ) : (
      <circle cx="10" cy="10" r="5" className={appearance === 'light' ? css.full : ''} />
    )}
    {appearance === 'system' ? <path d="M10 5a5 5 0 0 1 0 10Z" className={css.full} /> : null}
  </svg>
);

export const Settings = () => {
  const { language, appearance, large } = usePreferences();
  const words = useWords(shellWords);
  return (
    <div role="group" aria-label={words.settings} className={css.settings}>
      <button type="button" className={css.switch} aria-pressed={large} onClick={() => choose({ large: !large })}>
        {words.largeType}
      </button>
      <button
        type="button"
        className={css.switch}
        title={words.appearances[appearance]}
        aria-label={`${words.appearance}: ${words.appearances[appearance]}`}
        onClick={() => choose({ appearance: next[appearance] })}
      >
        <AppearanceSign appearance={appearance} />
      </button>
      <button
        type="button"
        className={css.switch}
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => choose({ language: language === 'zh' ? 'en' : 'zh' })}
      >
        {words.otherLanguage}
      </button>
    </div>
  );
};
