// A toy dictionary for tests: every type of fact once, nothing of real policies.
import {
  subjectNames,
  type Dictionary,
  type FactDefinition,
  type SubjectKind,
  type Tree,
  type ValueType,
} from './dictionary.ts';
import { whole, type Rational } from '#rules/exact/rational.ts';

type Extra = Partial<Pick<FactDefinition, 'yearly' | 'none' | 'min' | 'max' | 'derived'>>;

const zero: Rational = whole(0);

const rows: [SubjectKind, string, string, ValueType, Extra?][] = [
  ['enterprise', '统一社会信用代码', 'creditCode', { kind: 'text' }],
  ['enterprise', '企业名称', 'name', { kind: 'text' }],
  ['enterprise', '注册日期', 'registeredOn', { kind: 'date' }],
  ['enterprise', '注册地', 'registeredIn', { kind: 'tree', of: '区划' }],
  ['enterprise', '行业', 'industry', { kind: 'choice', values: ['采矿业', '制造业'] }],
  ['enterprise', '简称', 'shortName', { kind: 'choice', values: [] }],
  ['enterprise', '层级', 'level', { kind: 'ordered', values: ['无称号', '银星', '金星'] }],
  ['enterprise', '领域', 'fields', { kind: 'set', values: ['新材料', '新能源', '其他'] }],
  ['enterprise', '高新企业', 'isHighTech', { kind: 'boolean' }],
  ['enterprise', '营收', 'revenue', { kind: 'money' }, { yearly: true, min: zero }],
  ['enterprise', '利润', 'profit', { kind: 'money' }],
  ['enterprise', '人数', 'staff', { kind: 'integer', unit: '人' }, { min: zero }],
  ['enterprise', '年限', 'years', { kind: 'number', unit: '年' }, { min: zero }],
  ['enterprise', '月数', 'months', { kind: 'integer', unit: '月' }],
  ['enterprise', '指数', 'score', { kind: 'number', unit: null }, { min: zero, max: whole(100) }],
  ['enterprise', '份额', 'share', { kind: 'ratio' }, { min: zero, max: whole(1) }],
  ['enterprise', 'Ⅰ类排名', 'rank', { kind: 'rank' }],
  ['enterprise', '购房日', 'homeOn', { kind: 'date' }, { none: true }],
  [
    'enterprise',
    '称号',
    'titles',
    {
      kind: 'list',
      fields: new Map<string, ValueType>([
        ['名称', { kind: 'choice', values: ['银星', '金星'] }],
        ['撤销日期', { kind: 'date' }],
        ['奖金', { kind: 'money' }],
      ]),
    },
  ],
  ['project', '设备额', 'equipment', { kind: 'money' }, { min: zero }],
  ['project', '开工日期', 'startedOn', { kind: 'date' }],
  ['person', '学历', 'degree', { kind: 'ordered', values: ['本科', '硕士', '博士'] }],
];

const define = ([subject, name, key, type, extra]: (typeof rows)[number], order: number): FactDefinition => ({
  name,
  key,
  subject,
  path: subject === 'enterprise' ? name : `${subjectNames[subject]}.${name}`,
  type,
  yearly: false,
  none: false,
  min: null,
  max: null,
  change: 'effort',
  growsUp: false,
  derived: null,
  judged: false,
  note: null,
  order,
  ...extra,
});

const tree: Tree = {
  name: '区划',
  parents: new Map([
    ['甲省', null],
    ['乙市', '甲省'],
    ['丙区', '乙市'],
  ]),
  aliases: new Map([['甲省乙市丙区', '丙区']]),
};

const facts = rows.map(define);

export const toyDictionary: Dictionary = {
  facts: new Map(facts.map((fact) => [fact.path, fact])),
  byKey: new Map(facts.map((fact) => [fact.subject === 'enterprise' ? fact.key : `${fact.subject}.${fact.key}`, fact])),
  trees: new Map([['区划', tree]]),
  sets: new Map(),
  parameters: new Map(),
};
