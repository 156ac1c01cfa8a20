// A quiet ribbon on every invented firm.
import css from './Ribbon.module.css';

export const Ribbon = () => <span className={css.ribbon}>演示数据</span>;
