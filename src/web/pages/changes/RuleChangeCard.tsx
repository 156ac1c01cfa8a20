// One item or document that begins, ends or is replaced between the two days.
import { Link } from '@tanstack/react-router';
import type { VersionView } from '#contract/catalogue.ts';
import type { RuleChangeView } from '#contract/on-a-day.ts';
import { conditionLines } from '#web/data/condition-lines.ts';
import { DiffLines } from '#web/parts/DiffLines.tsx';
import { changeWords } from '#web/words/changes.ts';
import { codeWords } from '#web/words/codes.ts';
import { traceWords } from '#web/words/trace.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import css from './ChangesPage.module.css';

const Name = ({ change }: { readonly change: RuleChangeView }) => {
  const words = useWords(changeWords);
  const name = useLanguage() === 'zh' ? change.name : (change.en ?? change.name);
  const [pack = '', id = ''] = change.id.split('/');
  switch (change.what) {
    case 'item':
      return (
        <Link to="/items/$pack/$name" params={{ pack, name: id }}>
          {name}
        </Link>
      );
    case 'document':
      return (
        <Link to="/documents/$id" params={{ id: change.id }} lang="zh-CN">
          《{change.name}》
        </Link>
      );
    case 'overlay':
      return <>{words.overlay(name)}</>;
    default:
      return <>{name}</>;
  }
};

type Versions = NonNullable<RuleChangeView['versions']>;

const Differences = ({ versions: { before, after } }: { readonly versions: Versions }) => {
  const words = useWords(changeWords);
  const all = { codes: useWords(codeWords), trace: useWords(traceWords) };
  const of = (version: VersionView | null, part: 'applies' | 'eligible') => {
    const condition = version?.[part] ?? null;
    return condition === null ? [] : conditionLines(condition, all);
  };
  const parts = [
    { label: words.benefit, lines: [before?.benefit ?? [], after?.benefit ?? []] as const },
    { label: words.who, lines: [of(before, 'applies'), of(after, 'applies')] as const },
    { label: words.conditions, lines: [of(before, 'eligible'), of(after, 'eligible')] as const },
  ].filter(({ lines: [old, fresh] }) => old.length + fresh.length > 0);
  return (
    <details className={css.more}>
      <summary>{words.showDifferences}</summary>
      <dl className={css.rows}>
        {parts.map(({ label, lines: [old, fresh] }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <DiffLines before={old} after={fresh} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
};

export const RuleChangeCard = ({ change }: { readonly change: RuleChangeView }) => {
  const words = useWords(changeWords);
  const { before, after } = change;
  return (
    <li className={css.change}>
      <h3>
        <span className={`${css.kind} ${css[change.change]}`}>{words.changes[change.change]}</span>{' '}
        <Name change={change} />
      </h3>
      <p className="quiet small">
        {change.change === 'replaced'
          ? words.versions(before === null ? null : words.term(before), after === null ? null : words.term(after))
          : words.term(after ?? before ?? { from: null, to: null })}
      </p>
      {change.versions === undefined || change.change !== 'replaced' ? null : (
        <Differences versions={change.versions} />
      )}
    </li>
  );
};
