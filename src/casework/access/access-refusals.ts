// Why a role is not given, a value not shown or a sign-in not let in, and what would make it possible: one sentence each.

export const accessRefusals = {
  'only-security-admin': '只有安全管理员可以授权；请向安全管理员申请',
  'own-grant': '不能给自己授权；请由另一位安全管理员办理',
  'not-grantable': '时钟和公众不是可以授予个人的角色；请另选角色',
  'bad-instant': '起止时间的写法不对；要写到毫秒的世界时',
  'period-empty': '授权的截止时间要在开始时间之后；请核对起止时间',
  backdated: '授权不能早于现在生效；请改为现在或者以后',
  'same-order': '制单、复核、签发要由三个不同的人担任；请先结束原授权，或者换人',
  'three-administrators': '系统、安全、审计三种管理员要由不同的人担任；请先结束原授权，或者换人',
  'administers-only': '管理员不能同时办理业务；请先结束原授权，或者换人',
  'supervises-only': '派驻纪检只监督、不办理；请先结束原授权，或者换人',
  'both-sides': '代表企业或者合作机构的人不能同时审查、决定、拨付；请先结束原授权，或者换人',
  'audits-own-work': '第三方审计不能由被审计的一方或者办理人员担任；请先结束原授权，或者换人',
  'scores-own-decision': '评审专家不能同时审查或者决定；请先结束原授权，或者换人',
  'person-exists': '这个编号已经登记过人员；请核对后再办',
  'no-such-person': '没有登记这个人；请先登记人员',
  'no-such-grant': '没有这项授权，或者已经结束；请核对后再办',
  'no-such-value': '没有这项个人信息，或者您无权查看、删除；请由本环节的责任人办理',
  'already-erased': '这项个人信息已经按规定删除，不能恢复；确有需要请当事人重新提供',
  'reason-missing': '要写明理由，当事人可以看到；请补上理由',
  'wrong-password': '账号或者密码不对；请核对后再试',
  'account-locked': '密码连续输错，账号暂时锁定；请等锁定时间过后再试',
} as const satisfies Record<string, string>;

export type AccessRefusalCode = keyof typeof accessRefusals;

export type AccessRefusal<C extends AccessRefusalCode = AccessRefusalCode> = {
  readonly ok: false;
  readonly code: C;
  /** Why not, and what would make it possible. */
  readonly sentence: string;
};

export const refuseAccess = <C extends AccessRefusalCode>(code: C): AccessRefusal<C> => ({
  ok: false,
  code,
  sentence: accessRefusals[code],
});
