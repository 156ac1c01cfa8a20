// The short form: which facts it asks for, and the enterprise file that its fields make.
import type { FactView } from '#contract/catalogue.ts';
import type { EnterpriseFile } from '#contract/enterprise-file.ts';
import type { Filled } from './session.ts';
import { asWritten } from './written.ts';

/** Most items and gates look at these first; `years`: how many of the last complete years are asked. */
const asked = [
  { path: '注册地', years: 0 },
  { path: '培育层级', years: 0 },
  { path: '高新技术企业', years: 0 },
  { path: '规上工业企业', years: 0 },
  { path: '从事细分市场年限', years: 0 },
  { path: '营业收入', years: 2 },
  { path: '研发费用', years: 2 },
  { path: '从业人员', years: 1 },
  { path: '资产总额', years: 1 },
] as const;

export type Field = { readonly id: string; readonly fact: FactView; readonly year: string | null };

/** The fields, for facts that the dictionary has. */
export const fieldsOf = (facts: readonly FactView[], thisYear: number): readonly Field[] =>
  asked.flatMap(({ path, years }): readonly Field[] => {
    const fact = facts.find((each) => each.path === path);
    if (fact === undefined) return [];
    if (years === 0) return [{ id: path, fact, year: null }];
    return Array.from({ length: years }, (_, back) => {
      const year = String(thisYear - 1 - back);
      return { id: `${path}@${year}`, fact, year };
    });
  });

/** The file of what is filled in; an empty field says nothing. */
export const fileOf = (fields: readonly Field[], filled: Filled): EnterpriseFile => {
  const facts: Record<string, string | Record<string, string>> = {};
  for (const { id, fact, year } of fields) {
    const text = filled[id] ?? '';
    if (text.trim() === '') continue;
    const value = asWritten(fact, text);
    if (year === null) facts[fact.name] = value;
    else {
      const years = facts[fact.name];
      facts[fact.name] = { ...(typeof years === 'object' ? years : {}), [year]: value };
    }
  }
  const { name = '', creditCode = '' } = filled;
  return {
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(creditCode.trim() === '' ? {} : { creditCode: creditCode.trim() }),
    facts,
  };
};
