// A quiet ribbon on every invented firm.
import { useWords } from '#web/words/use-words.ts';
import { stateWords } from '#web/words/states.ts';
import css from './Ribbon.module.css';

export const Ribbon = () => <span className={css.ribbon}>{useWords(stateWords).demoData}</span>;
