// One item of the list: its name with what the search found, what it is, and a box to choose it for comparison.
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { ItemSummary } from '#contract/catalogue.ts';
import { themeName } from '#web/data/theme-name.ts';
import { EvidenceMark } from '#web/parts/EvidenceMark.tsx';
import { Marked } from '#web/parts/Marked.tsx';
import { codeWords } from '#web/words/codes.ts';
import { itemsWords } from '#web/words/items.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import css from './ItemsPage.module.css';

type Props = {
  readonly item: ItemSummary;
  readonly matches: readonly (readonly [number, number])[];
  readonly chosen: boolean;
  readonly onChoose: () => void;
};

/** How much and when, and whether it is in force where that is not plain. */
const Facts = ({ item }: { readonly item: ItemSummary }) => {
  const words = useWords(itemsWords);
  const { spoken } = useWords(codeWords);
  const [first, ...others] = item.gives;
  return (
    <p className={css.facts}>
      {first === undefined ? null : (
        <span>
          {words.gives} <strong>{spoken(first)}</strong>
          {others.length === 0 ? '' : words.more(others.length + 1)}
        </span>
      )}
      {item.window === null ? null : (
        <span>
          {words.window} {item.window}
        </span>
      )}
      {item.state === 'in-force' ? null : <span className={css.state}>{words.states[item.state]}</span>}
      {item.readiness === 'computable' ? null : <span>{words.readiness[item.readiness]}</span>}
    </p>
  );
};

export const ItemRow = ({ item, matches, chosen, onChoose }: Props) => {
  const words = useWords(itemsWords);
  const codes = useWords(codeWords);
  const language = useLanguage();
  const id = useId();
  const [pack = '', name = ''] = item.id.split('/');
  const shown = language === 'zh' ? item.name : (item.en ?? item.name);
  return (
    <li className={css.row}>
      <div className={css.what}>
        <h2>
          <Link to="/items/$pack/$name" params={{ pack, name }}>
            {shown === item.name ? <Marked text={item.name} ranges={matches} /> : shown}
          </Link>
        </h2>
        {item.says === item.name ? null : (
          <p className={css.says} lang="zh-CN">
            {item.says}
          </p>
        )}
        <Facts item={item} />
        <p className={css.about}>
          <span>{codes.kinds[item.kind]}</span>
          <span>{themeName(item, language)}</span>
          <span>{words.per(codes.subjects[item.subject])}</span>
          {item.competition === 'selected' ? <span>{words.selected}</span> : null}
          <span>{item.owner ?? words.owner}</span>
          <EvidenceMark grade={item.evidence} />
        </p>
      </div>
      <label htmlFor={id} className={`${css.choose} screen-only`}>
        <input id={id} type="checkbox" checked={chosen} onChange={onChoose} aria-label={words.choose(shown)} />
      </label>
    </li>
  );
};
