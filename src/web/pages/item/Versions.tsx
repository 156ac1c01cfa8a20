// An item's versions over time: a slider from one to the next, the version itself, and what differs from the one before.
import { getRouteApi } from '@tanstack/react-router';
import { useId } from 'react';
import type { ItemView, VersionView } from '#contract/catalogue.ts';
import { conditionLines } from '#web/data/condition-lines.ts';
import { ConditionTree } from '#web/parts/ConditionTree.tsx';
import { DiffLines } from '#web/parts/DiffLines.tsx';
import { Notes } from '#web/parts/Notes.tsx';
import { codeWords } from '#web/words/codes.ts';
import { itemWords } from '#web/words/item.ts';
import { traceWords } from '#web/words/trace.ts';
import { useWords } from '#web/words/use-words.ts';
import css from './ItemPage.module.css';

const route = getRouteApi('/items/$pack/$name');

/** How the address names a version: by its first day, or that it has none. */
const keyOf = ({ from }: VersionView): string => from ?? 'first';

const Version = ({ version }: { readonly version: VersionView }) => {
  const words = useWords(itemWords);
  const { spoken } = useWords(codeWords);
  return (
    <dl className={css.parts}>
      <div>
        <dt>{words.gives}</dt>
        <dd>
          {version.benefit.map((line) => (
            <p key={line} className={css.exact}>
              {spoken(line)}
            </p>
          ))}
        </dd>
      </div>
      <div>
        <dt>{words.who}</dt>
        <dd>{version.applies === null ? words.anyone : <ConditionTree condition={version.applies} />}</dd>
      </div>
      <div>
        <dt>{words.conditions}</dt>
        <dd>{version.eligible === null ? words.noCondition : <ConditionTree condition={version.eligible} />}</dd>
      </div>
      <div>
        <dt>{words.term}</dt>
        <dd>
          {words.openEnd(version.from, version.to)}
          {version.by === null ? '' : words.picked(spoken(version.by))}
        </dd>
      </div>
      {version.unsettled.length === 0 ? null : (
        <div>
          <dt>{words.open}</dt>
          <dd>
            <Notes className={css.notes} notes={version.unsettled} />
          </dd>
        </div>
      )}
    </dl>
  );
};

const useLines = (): ((version: VersionView) => readonly string[]) => {
  const words = useWords(itemWords);
  const codes = useWords(codeWords);
  const trace = useWords(traceWords);
  return ({ applies, eligible, benefit }) =>
    [
      { title: words.gives, lines: benefit.map(codes.spoken) },
      { title: words.who, lines: applies === null ? [words.anyone] : conditionLines(applies, { codes, trace }) },
      {
        title: words.conditions,
        lines: eligible === null ? [words.noCondition] : conditionLines(eligible, { codes, trace }),
      },
    ].flatMap(({ title, lines }) => [title, ...lines.map((line) => `　${line}`)]);
};

const Differences = ({ before, after }: { readonly before: VersionView; readonly after: VersionView }) => {
  const words = useWords(itemWords);
  const lines = useLines();
  const [old, fresh] = [lines(before), lines(after)];
  return (
    <div className={css.changed}>
      <h3>{words.changed}</h3>
      {old.join('\n') === fresh.join('\n') ? (
        <p className="quiet">{words.same}</p>
      ) : (
        <DiffLines before={old} after={fresh} />
      )}
    </div>
  );
};

const Slider = ({ versions, at }: { readonly versions: readonly VersionView[]; readonly at: number }) => {
  const words = useWords(itemWords);
  const navigate = route.useNavigate();
  const id = useId();
  const shown = versions[at];
  const go = (index: number) => {
    const version = versions[index];
    if (version !== undefined)
      void navigate({ search: { version: keyOf(version) }, replace: true, resetScroll: false });
  };
  return (
    <div className={`${css.slider} screen-only`}>
      <label htmlFor={id}>{words.slider}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={versions.length - 1}
        step={1}
        value={at}
        aria-valuetext={
          shown === undefined ? '' : `${words.nth(at + 1, versions.length)}, ${words.openEnd(shown.from, shown.to)}`
        }
        onChange={(event) => go(Number(event.target.value))}
      />
      <p aria-live="polite" className="quiet small">
        {words.nth(at + 1, versions.length)}
      </p>
    </div>
  );
};

export const Versions = ({ versions }: Pick<ItemView, 'versions'>) => {
  const words = useWords(itemWords);
  const { version: asked } = route.useSearch();
  const found = versions.findIndex((version) => keyOf(version) === asked);
  const at = found === -1 ? versions.length - 1 : found;
  const [shown, before] = [versions[at], versions[at - 1]];
  if (shown === undefined) return null;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{versions.length > 1 ? words.versions(versions.length) : words.terms}</h2>
      {versions.length > 1 ? <Slider versions={versions} at={at} /> : null}
      <Version version={shown} />
      {before === undefined ? null : <Differences before={before} after={shown} />}
    </section>
  );
};
