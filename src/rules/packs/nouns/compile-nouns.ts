// Compiles the files of all nouns, and checks that every id is declared once and that every reference names one.
import { clausesKept } from '#rules/packs/citations.ts';
import type { Bench } from '#rules/packs/bench.ts';
import type { Loaded, LoadedFiles } from '#rules/packs/files.ts';
import { eachRow, type Desk, type Parts } from '#rules/packs/parts.ts';
import { register } from '#rules/packs/registry.ts';
import { fileCites, type Citing, type Site } from '#rules/packs/site.ts';
import type { World } from '#rules/packs/world.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { compileAssessment } from './assessments.ts';
import type { References } from './desk.ts';
import { compileFund } from './funds.ts';
import { compileTerm, gatherTerms } from './glossary.ts';
import { compileIndicator } from './indicators.ts';
import type { Noun, Nouns } from './nouns.ts';
import { compilePlan } from './plans.ts';
import { checkIds, checkReferences } from './references.ts';
import { compileRegister } from './registers.ts';

type Row = { readonly id: NotedScalar };
type NounFile = Loaded<'registers' | 'funds' | 'indicators' | 'plans' | 'assessments'>;

/** Everything that files of one kind declare, by id. */
const gather = <F extends NounFile, R extends Row, T extends Noun>(
  desk: Desk,
  files: readonly F[],
  rowsOf: (shape: F['shape']) => readonly R[],
  what: string,
  compile: (site: Site, row: R) => T,
): ReadonlyMap<string, T> => {
  const table = new Map<string, T>();
  const read = (shape: F['shape']) => ({ rows: rowsOf(shape), cites: citesOf(shape) });
  eachRow(desk, files, read, (site, row) => {
    const noun = compile(site, row);
    const { clauses, ...parts } = noun;
    register(site, table, row.id, { ...noun, clauses: clausesKept(site.shelf.byKey, clauses, parts) }, what);
    return null;
  });
  return table;
};

/** A file that is one entry cites for itself; a list with clauses on top cites for all of it. */
const citesOf = (shape: NounFile['shape']): Citing => ('id' in shape ? {} : fileCites(shape));

const compileAll = (desk: Desk, files: LoadedFiles, parts: Parts, references: References): Nouns => {
  const compileOneRegister = compileRegister(references, parts.levels);
  const terms = eachRow(
    desk,
    files.glossary,
    (shape) => ({ rows: 'terms' in shape ? shape.terms : shape, cites: fileCites(shape) }),
    compileTerm(references),
  );
  return {
    registers: gather(desk, files.registers, (s) => ('registers' in s ? s.registers : s), '名录', compileOneRegister),
    funds: gather(desk, files.funds, (s) => ('funds' in s ? s.funds : s), '资金', compileFund(references)),
    indicators: gather(
      desk,
      files.indicators,
      (s) => ('indicators' in s ? s.indicators : s),
      '指标',
      compileIndicator(references),
    ),
    plans: gather(desk, files.plans, (s) => ('plans' in s ? s.plans : s), '文件措施台账', compilePlan(references)),
    assessments: gather(
      desk,
      files.assessments,
      (s) => ('assessments' in s ? s.assessments : 'id' in s ? [s] : s),
      '评测',
      compileAssessment(references),
    ),
    glossary: gatherTerms(terms),
  };
};

/**
 * Compiles registers, funds, indicators, plans, assessments and terms, and checks what points to and from them.
 *
 * @param parts  the compiled items, gates and score tables, for references
 * @problem      duplicate-id, unknown-reference, unseen-reference and what the entries themselves report
 * @source       docs/pack-authors.md#210-registers
 */
export const compileNouns = (bench: Bench, world: World, files: LoadedFiles, parts: Parts): Nouns => {
  const references: References = parts.items.flatMap(({ site, shape }) => {
    const name = shape.procedure?.fund;
    return name === undefined ? [] : [{ site, name, kinds: ['fund' as const] }];
  });
  const nouns = compileAll({ bench, world }, files, parts, references);
  checkIds(bench, parts, nouns);
  checkReferences(references, parts, nouns);
  return nouns;
};
