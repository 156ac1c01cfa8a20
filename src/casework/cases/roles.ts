// Who can act in a case: the closed list of roles, and from which seat each acts.

/** Roles by code, with the name that people read. `clock` is no person: it reports that a time limit has ended. */
export const roleNames = {
  'legal-person': '企业法人',
  agent: '经办人',
  talent: '人才本人',
  window: '窗口',
  'county-reviewer': '县区审核',
  handler: '科室经办',
  'division-head': '科室负责人',
  'vice-director': '分管领导',
  director: '主要领导',
  'joint-bureau': '会审部门',
  expert: '专家',
  'site-inspector': '现场核查',
  auditor: '第三方审计',
  'register-manager': '名录管理',
  'policy-author': '政策编制',
  maker: '制单',
  checker: '复核',
  releaser: '签发',
  'county-treasury': '县区财政',
  'city-treasury': '市财政复核',
  partner: '合作机构',
  assigner: '交办机构',
  deputy: '代表',
  inspection: '派驻纪检',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
  public: '公众',
  clock: '时钟',
} as const satisfies Record<string, string>;

export type Role = keyof typeof roleNames;

/** Every role, in the order of the table. The names are literal, so the keys are exactly the roles. */
export const roles = Object.keys(roleNames) as readonly Role[];

/**
 * From which seat a role acts:
 * `firm` belongs to the case's beneficiary · `county` to the jurisdiction that the case was filed in · `city` to the one that decides it ·
 * `either` to one of the two · `partner` to an organisation with a consent in force · `anyone` is not bound · `nobody` reads or administers, and never acts.
 */
export type Seat = 'firm' | 'county' | 'city' | 'either' | 'partner' | 'anyone' | 'nobody';

export const seats = {
  'legal-person': 'firm',
  agent: 'firm',
  talent: 'firm',
  window: 'either',
  'county-reviewer': 'county',
  handler: 'city',
  'division-head': 'city',
  'vice-director': 'city',
  director: 'city',
  'joint-bureau': 'city',
  expert: 'city',
  'site-inspector': 'either',
  auditor: 'city',
  'register-manager': 'city',
  'policy-author': 'city',
  maker: 'either',
  checker: 'either',
  releaser: 'either',
  'county-treasury': 'county',
  'city-treasury': 'city',
  partner: 'partner',
  assigner: 'city',
  deputy: 'anyone',
  inspection: 'nobody',
  'system-admin': 'nobody',
  'security-admin': 'nobody',
  'audit-admin': 'nobody',
  public: 'anyone',
  clock: 'anyone',
} as const satisfies Record<Role, Seat>;

/** Who acts, in which role, from which jurisdiction and organisation. Persons and organisations are ids. */
export type Actor = {
  readonly person: string;
  readonly role: Role;
  readonly jurisdiction: string;
  readonly organisation: string;
};
