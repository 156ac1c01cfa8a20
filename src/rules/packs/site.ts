// Where a compiler stands: the pack's names, the subject, and the clause that holds here.
import type { Dictionary, SubjectKind } from '#rules/facts/dictionary.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { Wanted } from '#rules/language/parse.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { report, type Bench } from './bench.ts';
import { addClauses, emptyShelf, namedClause, standIn, type Shelf } from './clauses.ts';
import { readExpression } from './expressions.ts';
import type { Pack } from './order.ts';
import type { Clause, Place } from './rulebook.ts';
import type { ClauseShape } from './shapes/clauses.ts';
import { mayHave, type Origin } from './shapes/data.ts';
import type { World } from './world.ts';

export type Site = {
  readonly bench: Bench;
  readonly world: World;
  readonly pack: Pack;
  readonly dictionary: Dictionary;
  /** Null: not known, as it could not be read. */
  readonly subject: SubjectKind | null;
  /** In derivations of yearly facts a series may stand bare. */
  readonly bareSeries: boolean | null;
  readonly shelf: Shelf;
  /** The clause named here or above. */
  readonly named: Clause | null;
};

/** What may cite: the keys `clauses` and `clause`. */
export type Citing = {
  readonly '@'?: Origin;
  readonly clauses?: readonly ClauseShape[] | undefined;
  readonly clause?: NotedScalar | undefined;
};

/** The outermost site of a file. */
export const siteOf = (bench: Bench, world: World, pack: Pack): Site => ({
  bench,
  world,
  pack,
  dictionary: world.dictionaries.get(pack.id) ?? world.dictionary,
  subject: 'enterprise',
  bareSeries: false,
  shelf: emptyShelf,
  named: null,
});

/** The site below a node that may bring clauses of its own or name one. Where these could not be read, a clause is taken to hold. */
export const below = (site: Site, node: Citing): Site => {
  const own = addClauses(site.bench, site.shelf, node.clauses, site.world.documents, site.pack);
  const shelf = mayHave(node, 'clauses') ? { ...own, only: standIn('', 'primary'), open: true } : own;
  if (node.clause !== undefined) return { ...site, shelf, named: namedClause(site.bench, shelf, node.clause) };
  return { ...site, shelf, named: mayHave(node, 'clause') ? standIn('', 'primary') : site.named };
};

/** The clause that holds here: the one named here or above, else the only one on the shelf. */
export const clauseHere = (site: Site): Clause | null => site.named ?? site.shelf.only;

/** Like clauseHere, and its absence is a problem: every leaf and every number is cited. */
export const clauseRequired = (site: Site, place: Place, what: string): Clause | null => {
  const clause = clauseHere(site);
  if (clause === null) {
    report(site.bench, place, 'no-clause', `${what}没有依据条款`, {
      expected: 'clause: 条款的 key',
      remedy:
        site.shelf.byKey.size === 0
          ? '请在 clauses 里写上条款'
          : `请写明是哪一条：${[...site.shelf.byKey.keys()].join('、')}`,
    });
  }
  return clause;
};

/** The expression of a scalar in this site's scope. */
export const expressionHere = (site: Site, scalar: NotedScalar, wanted: Wanted): Expression | null =>
  readExpression(
    site.bench,
    scalar,
    { dictionary: site.dictionary, subject: site.subject, bareSeries: site.bareSeries },
    wanted,
  );

/** A list file may be bare or `{ clauses, NAME }`: what the latter cites. */
export const fileCites = (shape: Citing | readonly unknown[]): Citing => (isList(shape) ? {} : shape);

const isList = (shape: Citing | readonly unknown[]): shape is readonly unknown[] => Array.isArray(shape);
