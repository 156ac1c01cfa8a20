// One item: what it is, for whom, how much, by which clauses, version by version.
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { ItemView, VersionView } from '#contract/catalogue.ts';
import { itemQuery } from '#web/data/api.ts';
import { usePageTitle } from '#web/data/title.ts';
import { kindWords, spoken, subjectWord } from '#web/data/words.ts';
import { ClauseCard } from '#web/parts/Clause.tsx';
import { EvidenceMark } from '#web/parts/EvidenceMark.tsx';
import { Rulings } from '#web/parts/Rulings.tsx';
import { ErrorState, Loading } from '#web/parts/states.tsx';
import { ConditionTree } from './ConditionTree.tsx';
import css from './ItemPage.module.css';

const route = getRouteApi('/items/$pack/$name');

const termText = ({ from, to }: Pick<VersionView, 'from' | 'to'>): string => {
  const start = from === null ? '起始日待核' : `${from} 起`;
  return to === null ? start : to === 'unknown' ? `${start}，有效期待核` : `${start}，至 ${to}`;
};

const Version = ({ version, only }: { readonly version: VersionView; readonly only: boolean }) => (
  <section className={css.version}>
    {only ? null : <h3>{termText(version)}</h3>}
    <dl className={css.parts}>
      <div>
        <dt>给谁</dt>
        <dd>{version.applies === null ? '不限对象' : <ConditionTree condition={version.applies} />}</dd>
      </div>
      <div>
        <dt>条件</dt>
        <dd>{version.eligible === null ? '没有另外的条件' : <ConditionTree condition={version.eligible} />}</dd>
      </div>
      <div>
        <dt>标准</dt>
        <dd>
          {version.benefit.map((line) => (
            <p key={line} className={css.exact}>
              {spoken(line)}
            </p>
          ))}
        </dd>
      </div>
      <div>
        <dt>施行</dt>
        <dd>
          {termText(version)}
          {version.by === null ? '' : `；按${spoken(version.by)}选定版本`}
        </dd>
      </div>
      {version.unsettled.length === 0 ? null : (
        <div>
          <dt>待核</dt>
          <dd>
            <ul className={css.notes}>
              {version.unsettled.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  </section>
);

const Procedure = ({ procedure }: { readonly procedure: NonNullable<ItemView['procedure']> }) => (
  <section>
    <h2>怎么办</h2>
    <dl className={css.parts}>
      <div>
        <dt>申报时间</dt>
        <dd>{procedure.window}</dd>
      </div>
      {procedure.channel === null ? null : (
        <div>
          <dt>渠道</dt>
          <dd>{procedure.channel}</dd>
        </div>
      )}
      {procedure.stages.length === 0 ? null : (
        <div>
          <dt>环节</dt>
          <dd>
            <ol className={css.stages}>
              {procedure.stages.map((stage, index) => (
                <li key={`${index} ${stage.kind}`}>
                  {stage.kind}
                  {stage.who === null ? '' : `，${stage.who}`}
                  {stage.days === null ? '' : `，${stage.days}`}
                </li>
              ))}
            </ol>
          </dd>
        </div>
      )}
      {procedure.materials.length === 0 ? null : (
        <div>
          <dt>材料</dt>
          <dd>
            <ul className={css.notes}>
              {procedure.materials.map((material) => (
                <li key={material.name} className={material.held ? 'quiet' : undefined}>
                  {material.name}
                  {material.held ? '（政府已掌握，不用交）' : ''}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  </section>
);

const Settled = ({ rulings }: Pick<ItemView, 'rulings'>) =>
  rulings.length === 0 ? null : (
    <section>
      <h2>口径（{rulings.length}）</h2>
      <Rulings rulings={rulings} />
    </section>
  );

const Beside = ({ stacking }: Pick<ItemView, 'stacking'>) =>
  stacking.length === 0 ? null : (
    <section>
      <h2>与其他事项</h2>
      <ul className={css.notes}>
        {stacking.map((rule) => (
          <li key={rule.id}>
            {rule.name} {rule.enabled ? '' : <span className="quiet">（假设，未启用）</span>}{' '}
            <EvidenceMark grade={rule.evidence} />
          </li>
        ))}
      </ul>
    </section>
  );

const Item = ({ item }: { readonly item: ItemView }) => {
  const versions = [...item.versions].reverse();
  return (
    <article className={css.page}>
      <header>
        <p className="quiet small">
          <Link to="/items" search={{ theme: item.theme }}>
            {item.theme}
          </Link>
        </p>
        <h1>{item.name}</h1>
        {item.en === null ? null : (
          <p className="quiet" lang="en">
            {item.en}
          </p>
        )}
        <p className={css.about}>
          <span>{kindWords[item.kind]}</span>
          <span>按{subjectWord(item.subject)}</span>
          <span>{item.owner ?? '主管部门待核'}</span>
          <span>{item.competition === 'selected' ? '择优：达到条件可以申报，不保证得到' : '达到条件即可享受'}</span>
          <EvidenceMark grade={item.evidence} />
        </p>
      </header>
      <section>
        <h2>{versions.length > 1 ? `各个版本（${versions.length}）` : '条件和标准'}</h2>
        {versions.map((version, index) => (
          <Version key={`${index} ${version.from ?? ''}`} version={version} only={versions.length === 1} />
        ))}
      </section>
      {item.procedure === null ? null : <Procedure procedure={item.procedure} />}
      <Settled rulings={item.rulings} />
      <Beside stacking={item.stacking} />
      <section>
        <h2>依据（{item.clauses.length}）</h2>
        <ul className={css.clauses}>
          {item.clauses.map((clause) => (
            <li key={clause.key}>
              <ClauseCard clause={clause} />
            </li>
          ))}
        </ul>
      </section>
      <p className="quiet small">
        编号 <code>{item.id}</code>，<a href={`/api/items/${item.id}`}>看它的 JSON</a>
      </p>
    </article>
  );
};

export const ItemPage = () => {
  const { pack, name } = route.useParams();
  const item = useQuery(itemQuery(pack, name));
  usePageTitle(item.data?.name ?? '事项');
  if (item.isPending) return <Loading what="正在取事项" rows={10} />;
  if (item.isError) return <ErrorState error={item.error} retry={() => void item.refetch()} />;
  return <Item item={item.data} />;
};
