// The API as a table: what each route takes and answers. The server implements it, the web calls it, openapi.ts prints it.
import { z } from 'zod';
import { assessment, date, itemResult } from './assessment.ts';
import { documentView, factView, itemSummary, itemView, rulebookSummary } from './catalogue.ts';
import { assessmentRequest, enterpriseFile, sample, sampleSummary, workingDay } from './enterprise-file.ts';
import { changesBetweenDays, gatesOnDay, windowsOnDay } from './on-a-day.ts';
import { paths, type RouteName } from './paths.ts';
import type { ProblemCode } from './problems.ts';
import { documentDetail, termView } from './register.ts';
import { searchAnswer, searchQuery } from './search.ts';
import { workedCase } from './worked-cases.ts';

export type Route = {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** By content type. A YAML body is text that rules/yaml reads. */
  readonly body?: { readonly 'application/json': z.ZodType; readonly 'application/yaml'?: z.ZodType };
  readonly answer: z.ZodType;
  /** Beside the ones every route can give. */
  readonly problems: readonly ProblemCode[];
};

const list = <T extends z.ZodType>(of: T, description: string) =>
  z.object({ count: z.int(), list: z.array(of) }).meta({ description });
const spoken = {
  lang: z
    .enum(['zh', 'en'])
    .optional()
    .meta({ description: '规则库和引擎的文字用哪种语言；不写为中文。来源的转述和没有英文名的总是中文' }),
};
const inLanguage = z.object(spoken);
const onDay = z.object({ ...spoken, on: date.optional().meta({ description: '哪一天；不写为今天' }) });
const itemId = z.object({
  pack: z.string().meta({ description: '编号的前段：政策包' }),
  name: z.string().meta({ description: '编号的后段' }),
});
const sampleId = z.object({ id: z.string().meta({ description: '样例企业的编号' }) });

export const routes = {
  getRulebook: {
    ...paths.getRulebook,
    summary: '规则库：指纹、政策包、梯度、数目',
    query: inLanguage,
    answer: rulebookSummary,
    problems: ['bad-parameter'],
  },
  listFacts: {
    ...paths.listFacts,
    summary: '事实词典：企业资料里能填什么',
    answer: list(factView, '事实'),
    problems: [],
  },
  listItems: {
    ...paths.listItems,
    summary: '事项目录',
    query: inLanguage,
    answer: list(itemSummary, '事项'),
    problems: ['bad-parameter'],
  },
  getItem: {
    ...paths.getItem,
    summary: '一个事项：条款、版本、条件的写法',
    params: itemId,
    query: inLanguage,
    answer: itemView,
    problems: ['unknown-id', 'bad-parameter'],
  },
  evaluateItem: {
    ...paths.evaluateItem,
    summary: '只算一个事项：随请求给出资料，不保存；有几个项目（人员、贷款……）就有几个结果',
    params: itemId,
    query: onDay,
    body: { 'application/json': assessmentRequest, 'application/yaml': enterpriseFile },
    answer: list(itemResult, '结果'),
    problems: ['unknown-id', 'malformed-json', 'bad-parameter', 'bad-facts', 'too-large', 'unsupported-type'],
  },
  listCases: {
    ...paths.listCases,
    summary: '一个事项的典型案例：手工算好的例子，规则每次改动都要通过',
    params: itemId,
    answer: list(workedCase, '典型案例'),
    problems: ['unknown-id'],
  },
  search: {
    ...paths.search,
    summary: '全文查找：事项、门槛、文件、术语；认拼音和首字母',
    query: searchQuery,
    answer: searchAnswer,
    problems: ['bad-parameter'],
  },
  listDocuments: { ...paths.listDocuments, summary: '依据文件登记', answer: list(documentView, '文件'), problems: [] },
  getDocument: {
    ...paths.getDocument,
    summary: '一份文件：登记事项、引用到的条款、用在哪里',
    params: z.object({ id: z.string().meta({ description: '文件的登记编号' }) }),
    answer: documentDetail,
    problems: ['unknown-id'],
  },
  listTerms: { ...paths.listTerms, summary: '术语：来源里的用词', answer: list(termView, '术语'), problems: [] },
  listGates: {
    ...paths.listGates,
    summary: '某一天施行的各级门槛，并排',
    query: onDay,
    answer: gatesOnDay,
    problems: ['bad-parameter'],
  },
  listWindows: {
    ...paths.listWindows,
    summary: '某一天各事项的申报时间',
    query: onDay,
    answer: windowsOnDay,
    problems: ['bad-parameter'],
  },
  listChanges: {
    ...paths.listChanges,
    summary: '两天之间规则的变化',
    query: z.object({ ...spoken, from: date, to: date }),
    answer: changesBetweenDays,
    problems: ['bad-parameter'],
  },
  getCalendar: {
    ...paths.getCalendar,
    summary: '法定工作日：从某日起第几个工作日',
    query: z.object({
      from: date,
      add: z.coerce.number().int().min(0).max(2000).meta({ description: '工作日数' }),
    }),
    answer: workingDay,
    problems: ['bad-parameter'],
  },
  listSamples: { ...paths.listSamples, summary: '样例企业', answer: list(sampleSummary, '样例企业'), problems: [] },
  getSample: {
    ...paths.getSample,
    summary: '一家样例企业的资料',
    params: sampleId,
    answer: sample,
    problems: ['unknown-id'],
  },
  assessSample: {
    ...paths.assessSample,
    summary: '测算一家样例企业',
    params: sampleId,
    query: z.object({ ...spoken, on: date.optional().meta({ description: '按哪一天的规则；不写用样例的默认日期' }) }),
    answer: assessment,
    problems: ['unknown-id', 'bad-parameter'],
  },
  readEnterpriseFile: {
    ...paths.readEnterpriseFile,
    summary: '核对一份企业资料：有误时列出每一处，无误时给出它的 JSON 写法；不保存',
    body: { 'application/json': enterpriseFile, 'application/yaml': enterpriseFile },
    answer: z.object({ file: enterpriseFile }),
    problems: ['malformed-json', 'bad-facts', 'too-large', 'unsupported-type'],
  },
  assess: {
    ...paths.assess,
    summary: '测算一家企业：随请求给出资料，不保存',
    query: z.object({ ...spoken, on: date.optional().meta({ description: '发 YAML 时：按哪一天的规则；不写为今天' }) }),
    body: { 'application/json': assessmentRequest, 'application/yaml': enterpriseFile },
    answer: assessment,
    problems: ['malformed-json', 'bad-parameter', 'bad-facts', 'too-large', 'unsupported-type'],
  },
} as const satisfies { readonly [name in RouteName]: Route };

export type Routes = typeof routes;
