import { describe, expect, it } from 'vitest';
import { actionKinds } from '#casework/cases/actions.ts';
import { roleNames } from '#casework/cases/roles.ts';
import type { ActionKind } from '#casework/cases/payloads.ts';
import { procedures } from './procedures.ts';
import { everyProcedure, isEnding, procedureNames, type PhaseRow, type ProcedureKind, type Way } from './shape.ts';

const kinds = everyProcedure;
const rows = kinds.flatMap((kind) =>
  Object.entries(procedures[kind].phases).map(([phase, row]) => ({ kind, phase, row, where: `${kind}/${phase}` })),
);
const homesOf = (kind: ProcedureKind): readonly string[] => {
  const { homes } = procedures[kind];
  if (homes === null) return [];
  const { money, ...rest } = homes;
  return [...Object.values(rest), ...Object.values(money ?? {})].filter((phase) => phase !== null);
};

/** The table of the design, typed off by hand: every phase that it names. */
const table: { readonly [K in ProcedureKind]: string } = {
  confirm: '比对生成 名单核验 待企业确认 审定 公示 下达 拨付中 已拨付 办结 排除 数据异议 核对 婉拒 待领 失效',
  apply:
    '草稿 待受理 审查中 审定 公示 待下达 拨付中 部分拨付 已拨付 跟踪 办结 不予受理 补正中 视为撤回 不予推荐 排队 不予支持 复核 维持 改判 撤回 终止 追回',
  recover: '线索 核查 告知、听取意见 决定 催告 部分收回 收清 申请强制执行 主体变更 终结核销 撤销决定',
  service: '已请求 受理 不予受理 转办 办理中 待补充 已办结 已评价 整改 回访',
  match: '意向与同意书 已发布 成交待双方确认 成交 未成 已评价 撤回 到期',
  enrol: '发现 推荐 申请 企业同意 审核 公示 在库 调整 暂停 复核 出库 不予入库',
  task: '登记 拟办 交办 签收 申请退办 改派 办理 结果 审核签发 反馈 再办 办结 跟踪承诺',
};

const targetsOf = (way: Way<string>): readonly string[] => {
  if (typeof way === 'string') return [way];
  return 'to' in way ? [way.to] : Object.values(way.outcome);
};

describe('the seven procedures', () => {
  it('have every phase that the table of procedures names', () => {
    for (const kind of kinds) {
      const names = Object.values(procedures[kind].phases).map(({ name }) => name);
      for (const name of table[kind].split(' ')) expect(names, `${kind} ${name}`).toContain(name);
    }
  });

  it('have two phases more than the table: a lead that proves groundless, and the review of a refused enrolment', () => {
    const more = kinds.flatMap((kind) => {
      const named = table[kind].split(' ');
      return Object.values(procedures[kind].phases)
        .map(({ name }) => name)
        .filter((name) => !named.includes(name));
    });
    expect(more).toEqual(['不予追回', '复核（不予入库）']);
  });

  it('give two phases of one procedure two names', () => {
    for (const kind of kinds) {
      const names = Object.values(procedures[kind].phases).map(({ name }) => name);
      expect(new Set(names).size, kind).toBe(names.length);
    }
  });

  it('are called the same in the two tables', () => {
    for (const kind of kinds) expect(procedures[kind].name).toBe(procedureNames[kind]);
  });

  it('lead only to phases that they have', () => {
    const nowhere = rows.flatMap(({ kind, row, where }) =>
      Object.values(row.on)
        .flatMap(targetsOf)
        .filter((target) => !target.startsWith('@') && procedures[kind].phases[target] === undefined)
        .map((target) => `${where} → ${target}`),
    );
    expect(nowhere).toEqual([]);
  });

  it('put stages only into phases that they have', () => {
    for (const kind of kinds)
      for (const phase of homesOf(kind)) expect(procedures[kind].phases[phase], `${kind}/${phase}`).toBeDefined();
  });

  it('use every kind of action somewhere, and name none twice', () => {
    const used = new Set(rows.flatMap(({ row }) => Object.keys(row.on)));
    const everywhere: readonly ActionKind[] = [
      'open',
      'hold',
      'release-hold',
      'delegate',
      'hand-over',
      'declare-tie',
      'rule',
      'correct',
      'remind',
      'silence',
      'extend',
      'explain-delay',
    ];
    expect(actionKinds.filter((kind) => !used.has(kind) && !everywhere.includes(kind))).toEqual([]);
  });
});

const waits = (row: PhaseRow<string>) => (isEnding(row) ? null : row);
const waiting = rows.flatMap(({ row, where }) => {
  const found = waits(row);
  return found === null ? [] : [{ row: found, where }];
});
const endings = rows.flatMap(({ row, where }) => (isEnding(row) ? [{ row, where }] : []));

describe('a phase that waits', () => {
  it('says who is waited for, which clock runs or why none, and what silence does', () => {
    for (const { row, where } of waiting) {
      expect(roleNames[row.owner], where).toBeTruthy();
      expect(('none' in row.clock ? row.clock.none : row.clock.limit).length, where).toBeGreaterThan(1);
      expect(row.silence.text.length, where).toBeGreaterThan(5);
    }
  });

  it('lets silence do nothing exactly where no clock runs', () => {
    for (const { row, where } of waiting) expect('none' in row.clock, where).toBe(row.silence.then === 'nothing');
  });

  it('has a way on', () => {
    for (const { row, where } of waiting) expect(Object.keys(row.on).length, where).toBeGreaterThan(0);
  });

  it('has one that asks for two reminders: the correction that would be deemed withdrawn', () => {
    const asking = rows.filter(({ row }) => {
      const waiting = waits(row);
      return waiting?.silence.then === 'move' && waiting.silence.guard !== undefined;
    });
    expect(asking.map(({ where }) => where)).toEqual(['apply/correcting']);
  });
});

describe('an end', () => {
  it('says what the person can still do', () => {
    for (const { row, where } of endings) expect(row.remedy.length, where).toBeGreaterThan(8);
  });

  it('that promises a review has the way to it', () => {
    const promising = endings.filter(({ row }) => /申请复核|可以申诉/.test(row.remedy));
    expect(promising.map(({ where }) => where)).toHaveLength(5);
    for (const { row, where } of promising) expect(row.on.appeal, where).toBeDefined();
  });

  it('that promises to be opened again can be', () => {
    const promising = endings.filter(({ row }) => row.remedy.includes('重开'));
    expect(promising.map(({ where }) => where)).toHaveLength(7);
    for (const { row, where } of promising) expect(row.on.reopen, where).toBeDefined();
  });
});

describe('silence', () => {
  // Written out by hand: the only phases that silence moves a case to. None of them pays, approves, enrols or praises.
  const allowed = [
    'apply/correcting → deemed-withdrawn',
    'confirm/awaiting-confirmation → unclaimed',
    'confirm/declined → lapsed',
    'confirm/unclaimed → lapsed',
    'enrol/consenting → not-enrolled',
    'match/deal-confirming → failed',
    'match/published → expired',
    'service/awaiting-supplement → done',
    'task/feedback → closed',
  ];

  it('moves a case only to an end without money, or to where it can still be claimed', () => {
    const moves = rows.flatMap(({ row, where }) => {
      const waiting = waits(row);
      return waiting?.silence.then === 'move' ? [`${where} → ${waiting.silence.to}`] : [];
    });
    expect(moves.toSorted()).toEqual(allowed);
  });

  it('at a stage only escalates: whatever stage runs, nothing follows by itself', () => {
    const inStages = kinds.flatMap((kind) => {
      const { homes } = procedures[kind];
      if (homes === null) return [];
      const { money } = homes;
      const paying = money === null ? [] : [money.fund, money.pay, money.partPay, money.track];
      return [homes.review, homes.approve, homes.notice, ...paying].map((phase) => `${kind}/${phase}`);
    });
    const staged = waiting.filter(({ where }) => inStages.includes(where));
    expect(staged).toHaveLength(new Set(inStages).size);
    for (const { row, where } of staged)
      expect(row.silence, where).toEqual({ then: 'escalate', text: row.silence.text });
  });

  it('accepts only where a clause of the case may say so: at the counter of an application and of a service', () => {
    const cited = rows.flatMap(({ row, where }) => {
      const waiting = waits(row);
      return waiting?.silence.then === 'escalate' && waiting.silence.cited !== undefined ? [where] : [];
    });
    expect(cited).toEqual(['apply/awaiting-acceptance', 'service/requested']);
  });
});
