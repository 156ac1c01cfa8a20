// What the toy packs leave open about their registers, funds, indicators, plans, assessments and terms.
import { expect, it } from 'vitest';
import { compilePacks } from '#rules/packs/compile.ts';
import { openPointsOfNouns } from './noun-points.ts';
import { toyFiles } from '#test/packs-toy/read-toy.ts';

const { rulebook } = compilePacks(toyFiles, 'sha256:toy');

it('says every blank once, and none of what is not there at all', () => {
  const points = rulebook === null ? [] : openPointsOfNouns(rulebook);
  expect(points.map(({ of, kind, point }) => `${of} ${kind} ${point}`)).toEqual([
    'willow/masters unsettled 换牌的日子',
    'willow/quiet register 分层',
    'willow/quiet term 入册有效期',
    'willow/quiet register 入册办法',
    'willow/guides register 名单是否公开',
    'willow/craft-fund number 2023 年安排金额',
    'willow/loan-pool unsettled 代偿的日子',
    'willow/loan-pool number 行会的分担比例（大坊）',
    'willow/loan-pool number 费率',
    'willow/loan-pool number 旧借款池并入时余额',
    'willow/paid unsettled 起算的日子',
    'willow/coverage unsettled 统计范围（分母）',
    'willow/coverage unsettled 目标期限',
    'willow/skill number 数值',
    'willow/visits unsettled 统计期间',
    'willow/visits unsettled 目标期限',
    'willow/craft-plan unsettled 第三条的内容',
    'willow/craft-plan unsettled 已编目 2 / 来源称 3 条',
    'willow/skill-panel score 评分办法和权重',
    'willow/lender-score unsettled 权重',
    'willow/lender-score score 评分办法和权重',
    'willow/lender-score score 等级划分',
    'willow/陶作“三样” unsettled 是哪三样',
    'willow/陶作“三样” unsettled 含义',
  ]);
});
