// The addresses of the app. State that a link should carry (date, opened entries, filters) stands in the query as plain text.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Home } from './pages/home/Home.tsx';
import { NotFound } from './pages/NotFound.tsx';
import { Shell } from './parts/Shell.tsx';
import { ErrorState } from './parts/states.tsx';

type Search = Record<string, string | string[]>;

const parseSearch = (text: string): Search => {
  const found: Search = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const before = found[key];
    found[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return found;
};

const stringifySearch = (search: Record<string, unknown>): string => {
  const out = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    for (const each of Array.isArray(value) ? value : [value])
      if (typeof each === 'string' && each !== '') out.append(key, each);
  const text = out.toString();
  return text === '' ? '' : `?${text}`;
};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string' && each !== '');
const isDate = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

type HomeSearch = { readonly q?: string };
type FirmSearch = { readonly on?: string; readonly open?: readonly string[] };
export type ItemsSearch = {
  readonly q?: string;
  readonly theme?: string;
  readonly kind?: string;
  /** The pack: the state, the province, the city. */
  readonly area?: string;
  readonly state?: string;
  /** How far it can be computed. */
  readonly ready?: string;
  readonly who?: string;
  readonly grade?: string;
  /** What is chosen to compare. */
  readonly a?: string;
  readonly b?: string;
};
/** `version`: the day from which the version shown holds. */
type ItemSearch = { readonly version?: string };
type CompareSearch = { readonly a?: string; readonly b?: string };
export type DocumentsSearch = { readonly q?: string; readonly state?: string; readonly grade?: string };
type LadderSearch = { readonly on?: string; readonly mode?: string; readonly titles?: string };
type TermsSearch = { readonly q?: string };
export type ChangesSearch = { readonly from?: string; readonly to?: string; readonly what?: string };
/** `way`: form or text; the form unless something stands in the text already. */
type TrySearch = { readonly from?: string; readonly way?: string };

const pick = <K extends string>(
  search: Record<string, unknown>,
  ...keys: readonly K[]
): { readonly [key in K]?: string } => {
  const found: { [key in K]?: string } = {};
  for (const key of keys) {
    const value = text(search[key]);
    if (value !== undefined) found[key] = value;
  }
  return found;
};

/** Like pick; a day that is no date counts as not given. */
const pickDated = <D extends string, K extends string>(
  search: Record<string, unknown>,
  days: readonly D[],
  ...keys: readonly K[]
): { readonly [key in D | K]?: string } => {
  const given = days.filter((key) => isDate(text(search[key]) ?? ''));
  return pick<D | K>(search, ...given, ...keys);
};

const firmSearch = (search: Record<string, unknown>): FirmSearch => {
  const on = text(search['on']);
  const open = texts(search['open']);
  return { ...(on !== undefined && isDate(on) ? { on } : {}), ...(open.length > 0 ? { open } : {}) };
};

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search): HomeSearch => pick(search, 'q'),
  component: Home,
});
const firm = createRoute({
  getParentRoute: () => root,
  path: '/firms/$id',
  validateSearch: firmSearch,
  component: lazyRouteComponent(() => import('./pages/firm/FirmPage.tsx'), 'FirmPage'),
});
const tryOwn = createRoute({
  getParentRoute: () => root,
  path: '/try',
  validateSearch: (search): TrySearch => pick(search, 'from', 'way'),
  component: lazyRouteComponent(() => import('./pages/try/TryPage.tsx'), 'TryPage'),
});
const items = createRoute({
  getParentRoute: () => root,
  path: '/items',
  validateSearch: (search): ItemsSearch =>
    pick(search, 'q', 'theme', 'kind', 'area', 'state', 'ready', 'who', 'grade', 'a', 'b'),
  component: lazyRouteComponent(() => import('./pages/items/ItemsPage.tsx'), 'ItemsPage'),
});
const item = createRoute({
  getParentRoute: () => root,
  path: '/items/$pack/$name',
  validateSearch: (search): ItemSearch => pick(search, 'version'),
  component: lazyRouteComponent(() => import('./pages/item/ItemPage.tsx'), 'ItemPage'),
});
const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  validateSearch: (search): CompareSearch => pick(search, 'a', 'b'),
  component: lazyRouteComponent(() => import('./pages/items/ComparePage.tsx'), 'ComparePage'),
});
const documents = createRoute({
  getParentRoute: () => root,
  path: '/documents',
  validateSearch: (search): DocumentsSearch => pick(search, 'q', 'state', 'grade'),
  component: lazyRouteComponent(() => import('./pages/documents/DocumentsPage.tsx'), 'DocumentsPage'),
});
const document = createRoute({
  getParentRoute: () => root,
  path: '/documents/$id',
  component: lazyRouteComponent(() => import('./pages/documents/DocumentPage.tsx'), 'DocumentPage'),
});
const ladder = createRoute({
  getParentRoute: () => root,
  path: '/ladder',
  validateSearch: (search): LadderSearch => pickDated(search, ['on'], 'mode', 'titles'),
  component: lazyRouteComponent(() => import('./pages/ladder/LadderPage.tsx'), 'LadderPage'),
});
const terms = createRoute({
  getParentRoute: () => root,
  path: '/terms',
  validateSearch: (search): TermsSearch => pick(search, 'q'),
  component: lazyRouteComponent(() => import('./pages/terms/TermsPage.tsx'), 'TermsPage'),
});
const changes = createRoute({
  getParentRoute: () => root,
  path: '/changes',
  validateSearch: (search): ChangesSearch => pickDated(search, ['from', 'to'], 'what'),
  component: lazyRouteComponent(() => import('./pages/changes/ChangesPage.tsx'), 'ChangesPage'),
});
/** For developers: no link leads there. */
const parts = createRoute({
  getParentRoute: () => root,
  path: '/parts',
  component: lazyRouteComponent(() => import('./pages/parts/PartsPage.tsx'), 'PartsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    firm,
    tryOwn,
    items,
    item,
    compare,
    documents,
    document,
    ladder,
    terms,
    changes,
    parts,
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: ({ error, reset }) => (
    <ErrorState error={error instanceof Error ? error : new Error('unknown')} retry={reset} />
  ),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
