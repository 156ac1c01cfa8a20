// The first page: one question with one box, firms to try it on, a way to bring your own, and what the rulebook holds.
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { itemsQuery, rulebookQuery, samplesQuery } from '#web/data/api.ts';
import { usePageTitle } from '#web/data/title.ts';
import { useOwnFirm, ownId } from '#web/data/session.ts';
import { SearchInput } from '#web/parts/SearchInput.tsx';
import { ErrorState, Loading } from '#web/parts/states.tsx';
import { FirmCards } from './FirmCards.tsx';
import css from './Home.module.css';
import { HomeLadder } from './HomeLadder.tsx';
import { RulebookFigures } from './RulebookFigures.tsx';
import { SearchResults } from './Search.tsx';

const route = getRouteApi('/');

const Own = () => {
  const own = useOwnFirm();
  return (
    <p className={css.own}>
      <Link to="/try" className={css.ownLink}>
        填自己的资料试算
      </Link>
      <span className="quiet small">粘贴或上传一份 YAML 或 JSON，只在测算时发送，不保存。</span>
      {own === null ? null : (
        <Link to="/firms/$id" params={{ id: ownId }} className="small">
          回到刚才的「{own.file.name ?? '自填企业'}」
        </Link>
      )}
    </p>
  );
};

const Samples = () => {
  const samples = useQuery(samplesQuery);
  if (samples.isPending) return <Loading what="正在取样例企业" rows={3} />;
  if (samples.isError) return <ErrorState error={samples.error} retry={() => void samples.refetch()} />;
  const invented = samples.data.filter((firm) => firm.invented);
  return (
    <>
      <FirmCards firms={samples.data.filter((firm) => !firm.invented)} />
      {invented.length === 0 ? null : (
        <>
          <div className={css.firmsHead}>
            <h3>再看一家演示企业</h3>
            <p className="quiet small">资料齐全，看得到一页完整的结果；企业和数字都是虚构的。</p>
          </div>
          <FirmCards firms={invented} />
        </>
      )}
    </>
  );
};

const Rulebook = () => {
  const rulebook = useQuery(rulebookQuery);
  if (rulebook.isPending) return <Loading what="正在取规则库" rows={4} />;
  if (rulebook.isError) return <ErrorState error={rulebook.error} retry={() => void rulebook.refetch()} />;
  return (
    <>
      <HomeLadder rulebook={rulebook.data} />
      <RulebookFigures rulebook={rulebook.data} />
    </>
  );
};

export const Home = () => {
  usePageTitle(null);
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const samples = useQuery(samplesQuery);
  const items = useQuery({ ...itemsQuery, enabled: q !== '' });
  return (
    <>
      <section className={css.hero}>
        <h1>你的企业能享受什么？</h1>
        <p className={css.lead}>逐条判定，算到分，写明依据。资料不全就说缺什么，没达到就说差多少。</p>
        <div className={css.box}>
          <SearchInput
            id="q"
            label="企业名称、统一社会信用代码或关键词"
            placeholder="企业名称、信用代码或关键词"
            value={q}
            onChange={(text) =>
              void navigate({ search: text === '' ? {} : { q: text }, replace: true, resetScroll: false })
            }
          />
        </div>
        {q === '' ? null : (
          <SearchResults
            q={q}
            firms={samples.data ?? []}
            items={items.data ?? []}
            busy={samples.isPending || items.isFetching}
          />
        )}
      </section>
      <section className={css.firms} aria-labelledby="firms">
        <div className={css.firmsHead}>
          <h2 id="firms">先看一家真实企业</h2>
          <p className="quiet small">公开年报和招股书里的数字；没有公开的一律当作不知道。</p>
        </div>
        <Samples />
        <Own />
      </section>
      <Rulebook />
    </>
  );
};
