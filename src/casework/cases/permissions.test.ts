import { describe, expect, it } from 'vitest';
import { stageKinds } from '#rules/packs/stage-order.ts';
import { actionKinds, actionRows } from './actions.ts';
import { holdKinds, holds } from './holds.ts';
import { permissions, rolesFor } from './permissions.ts';
import { roleNames, roles, seats } from './roles.ts';
import { stages } from './stages.ts';

describe('who may do what', () => {
  it('names at least one role for every action, and none twice', () => {
    for (const kind of actionKinds) {
      expect(rolesFor(kind).length, kind).toBeGreaterThan(0);
      expect(new Set(rolesFor(kind)).size, kind).toBe(rolesFor(kind).length);
    }
  });

  it('gives those who read or administer nothing to do', () => {
    const idle = roles.filter((role) => actionKinds.every((kind) => !rolesFor(kind).includes(role)));
    expect(idle).toEqual(['inspection', 'system-admin', 'security-admin', 'audit-admin']);
    expect(roles.filter((role) => seats[role] === 'nobody')).toEqual(idle);
  });

  it('keeps 制单, 复核 and 签发 with three roles that share none of the three', () => {
    expect([permissions['make-order'], permissions['check-order'], permissions['release-order']]).toEqual([
      ['maker'],
      ['checker'],
      ['releaser'],
    ]);
  });

  it('lets only the clock report silence, and the clock nothing else but remind', () => {
    expect(actionKinds.filter((kind) => rolesFor(kind).includes('clock'))).toEqual(['remind', 'silence']);
    expect(permissions.silence).toEqual(['clock']);
  });

  it('lets no firm decide, and no official confirm, consent or appeal for a firm without its paper', () => {
    for (const kind of actionKinds.filter((each) => actionRows[each].decides && each !== 'open'))
      expect(
        rolesFor(kind).filter((role) => seats[role] === 'firm'),
        kind,
      ).toEqual([]);
    for (const kind of ['consent', 'appeal', 'decline', 'set-account', 'delegate'] as const)
      expect(
        rolesFor(kind).filter((role) => seats[role] !== 'firm'),
        kind,
      ).toEqual([]);
  });

  it('gives a consent only to the person whom it binds, never to an agent', () => {
    expect(permissions.consent).toEqual(['legal-person', 'talent']);
  });

  it('has a Chinese name for every action and role, and no two alike', () => {
    const names = [actionKinds.map((kind) => actionRows[kind].name), Object.values(roleNames)];
    for (const each of names) expect(new Set(each).size).toBe(each.length);
    for (const name of names.flat()) expect(name).toMatch(/^[\p{Script=Han}]+$/u);
  });
});

describe('a stage', () => {
  it('lets only those do something who may do it at all', () => {
    for (const kind of stageKinds)
      for (const [action, allowed] of Object.entries(stages[kind].does))
        for (const role of allowed)
          expect(
            actionKinds.some((each) => each === action && rolesFor(each).includes(role)),
            `${kind} ${action} ${role}`,
          ).toBe(true);
  });

  it('is named as the desk names it, in the order of the desk', () => {
    const names =
      '形式审查 属地推荐 信用核查 查重 专家评审 现场核查 第三方审计 部门会审 集体审定 政府审批 公示 资金安排 资金下达 财政复核 账户核验 拨付 验收 绩效';
    expect(stageKinds.map((kind) => stages[kind].name)).toEqual(names.split(' '));
  });

  it('of experts, visits, audits, government and public notice does not count into the bureau’s days', () => {
    const outside = stageKinds.filter((kind) => stages[kind].clock.side === 'outside');
    expect(outside).toEqual(['panel', 'site', 'audit', 'government', 'notice', 'acceptance']);
  });

  it('of a site visit needs two persons, of payment three', () => {
    expect([stages.site.persons, stages.pay.persons]).toEqual([2, 3]);
  });
});

describe('a hold', () => {
  it('is one of nine', () => {
    const names = '信用 异议 举报 审计 司法协助 账户 预算 数据不一致 主体变更';
    expect(holdKinds.map((kind) => holds[kind].name)).toEqual(names.split(' '));
  });

  it('stops the release of money, each of the nine', () => {
    for (const kind of holdKinds) expect(holds[kind].blocks, kind).toContain('release-order');
  });

  it('never stops what the bank reports, a reminder, a correction, or its own release', () => {
    const never = ['pay-result', 'remind', 'silence', 'correct', 'release-hold', 'withdraw', 'appeal'];
    for (const kind of holdKinds)
      expect(
        holds[kind].blocks.filter((blocked) => never.includes(blocked)),
        kind,
      ).toEqual([]);
  });

  it('is lifted only by roles that may lift holds', () => {
    for (const kind of holdKinds)
      for (const role of holds[kind].release) expect(permissions['release-hold'], kind).toContain(role);
  });
});
