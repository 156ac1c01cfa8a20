// What matches the text of the one box: firms first, then items.
import { Link } from '@tanstack/react-router';
import type { ItemSummary } from '#contract/catalogue.ts';
import type { SampleSummary } from '#contract/enterprise-file.ts';
import { kindWords } from '#web/data/words.ts';
import css from './Search.module.css';

const has = (text: string | null, q: string): boolean => text?.toLowerCase().includes(q.toLowerCase()) ?? false;
const shownItems = 8;

type ResultProps = {
  readonly q: string;
  readonly firms: readonly SampleSummary[];
  readonly items: readonly ItemSummary[];
  readonly busy: boolean;
};

export const SearchResults = ({ q, firms, items, busy }: ResultProps) => {
  const foundFirms = firms.filter((firm) => has(firm.name, q) || has(firm.creditCode, q) || has(firm.note, q));
  const foundItems = items.filter((item) => [item.name, item.theme, item.owner, item.en].some((text) => has(text, q)));
  const count = foundFirms.length + foundItems.length;
  return (
    <div className={css.results} aria-live="polite">
      <p className="quiet small">
        {busy
          ? '正在查找……'
          : count === 0
            ? '没有找到。'
            : `找到 ${foundFirms.length} 家企业、${foundItems.length} 个事项`}
      </p>
      {!busy && count === 0 ? (
        <p>
          换一个词试试，<Link to="/items">看全部事项</Link>，或者<Link to="/try">填自己的资料试算</Link>。
        </p>
      ) : null}
      <ul>
        {foundFirms.map((firm) => (
          <li key={firm.id}>
            <Link to="/firms/$id" params={{ id: firm.id }}>
              {firm.name}
            </Link>
            <span className="quiet small">{firm.creditCode ?? '没有信用代码'}</span>
          </li>
        ))}
        {foundItems.slice(0, shownItems).map((item) => {
          const [pack = '', name = ''] = item.id.split('/');
          return (
            <li key={item.id}>
              <Link to="/items/$pack/$name" params={{ pack, name }}>
                {item.name}
              </Link>
              <span className="quiet small">
                {kindWords[item.kind]} · {item.theme}
              </span>
            </li>
          );
        })}
      </ul>
      {foundItems.length > shownItems ? (
        <Link to="/items" search={{ q }}>
          全部 {foundItems.length} 个事项
        </Link>
      ) : null}
    </div>
  );
};
