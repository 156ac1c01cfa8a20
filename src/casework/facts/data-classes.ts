// Who may see which kind of data: the table of the city's data classes. Below it lies row-level security; this says how much of a
// row that one may read is shown.

/** Classes by code, with the name that people read. */
export const dataClasses = {
  registry: '登记、称号',
  finances: '财务、纳税、从业人员',
  unpublished: '未公开专利、上市计划、路演材料、贷款条件',
  account: '银行账户',
  person: '个人信息',
  scores: '评分、意见',
  objector: '异议人、举报人',
  decisions: '决定、已付金额',
} as const satisfies Record<string, string>;

export type DataClass = keyof typeof dataClasses;

/** The columns of the table. */
export type Viewer =
  | 'firm'
  | 'handler'
  | 'joint'
  | 'county'
  | 'treasury'
  | 'expert'
  | 'audit'
  | 'partner'
  | 'public'
  | 'administrator';

/**
 * `full` all of it · `masked` a band or the last four · `own` what the viewer's own office or person wrote or owns · `extract` a part
 * made for the purpose · `asked` the fields that were asked for · `none` nothing.
 */
export type View = 'full' | 'masked' | 'own' | 'extract' | 'asked' | 'none';

/** What must hold besides, else nothing is seen. Whoever shows the data answers it. */
export type Condition =
  | 'named-handler'
  | 'by-order'
  | 'with-consent'
  | 'named-partner'
  | 'at-release'
  | 'payee'
  | 'after-decision'
  | 'objection-handler';

/** `persons`: how a natural person's row is seen where it differs from a firm's. */
export type Cell = { readonly view: View; readonly only?: Condition; readonly persons?: View };

const full: Cell = { view: 'full' };
const masked: Cell = { view: 'masked' };
const own: Cell = { view: 'own' };
const extract: Cell = { view: 'extract' };
const asked: Cell = { view: 'asked' };
const none: Cell = { view: 'none' };
const when = (only: Condition, view: View = 'full'): Cell => ({ view, only });

/** Rows: class; columns in the order of the city's table. */
export const views = {
  registry: {
    firm: full,
    handler: full,
    joint: full,
    county: full,
    treasury: full,
    // A blind panel does not learn whose the application is.
    expert: masked,
    audit: full,
    partner: when('with-consent'),
    public: full,
    administrator: none,
  },
  finances: {
    firm: full,
    handler: full,
    joint: asked,
    county: own,
    treasury: masked,
    expert: extract,
    audit: full,
    partner: when('with-consent', 'asked'),
    public: none,
    administrator: none,
  },
  unpublished: {
    firm: full,
    handler: when('named-handler'),
    joint: none,
    county: none,
    treasury: none,
    expert: none,
    audit: when('by-order'),
    partner: when('named-partner'),
    public: none,
    administrator: none,
  },
  account: {
    firm: masked,
    handler: masked,
    joint: none,
    county: masked,
    treasury: when('at-release'),
    expert: none,
    audit: masked,
    partner: none,
    public: none,
    administrator: none,
  },
  person: {
    firm: own,
    handler: asked,
    joint: none,
    county: masked,
    treasury: when('payee'),
    expert: none,
    audit: masked,
    partner: none,
    public: none,
    administrator: none,
  },
  scores: {
    // Without the names of who scored.
    firm: when('after-decision', 'extract'),
    handler: full,
    joint: own,
    county: own,
    treasury: none,
    expert: own,
    audit: full,
    partner: none,
    public: none,
    administrator: none,
  },
  objector: {
    firm: none,
    handler: when('objection-handler'),
    joint: none,
    county: none,
    treasury: none,
    expert: none,
    audit: when('by-order'),
    partner: none,
    public: none,
    administrator: none,
  },
  decisions: {
    firm: full,
    handler: full,
    joint: none,
    county: full,
    treasury: full,
    expert: none,
    audit: full,
    partner: none,
    public: { view: 'full', persons: 'masked' },
    administrator: none,
  },
} as const satisfies Record<DataClass, Record<Viewer, Cell>>;
