// The register of documents and the clauses that files cite from it.
import { report, type Bench } from './bench.ts';
import type { Loaded } from './files.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import { canSee, type Pack } from './order.ts';
import { grades, type Clause, type DocumentRecord, type Grade } from './rulebook.ts';
import type { ClauseShape } from './shapes/clauses.ts';
import type { DocumentShape } from './shapes/documents.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { isVoid } from '#rules/yaml/void.ts';

/** A document and the pack that registers it. */
export type Registered = { readonly record: DocumentRecord; readonly pack: string };

/** Clauses in reach: by key, and the only one when there is exactly one; `open` when one of them could not be read. */
export type Shelf = {
  readonly byKey: ReadonlyMap<string, Clause>;
  readonly only: Clause | null;
  readonly open: boolean;
};
export const emptyShelf: Shelf = { byKey: new Map(), only: null, open: false };

const known = (text: string | undefined): string | null => (text === undefined || text === 'unknown' ? null : text);

const recordOf = (shape: DocumentShape, demo: boolean): DocumentRecord => ({
  id: shape.id.text,
  title: shape.title.text,
  number: known(shape.number?.text),
  issuer: known(shape.issuer?.text),
  issued: known(shape.issued?.value),
  from: known(shape.from?.value),
  to: shape.to?.value ?? null,
  seen: shape.seen?.value ?? null,
  evidence: shape.evidence.value,
  successor: known(shape.successor?.text),
  note: shape.note?.text ?? null,
  ...(demo ? { demo } : {}),
});

const checkSpan = (bench: Bench, shape: DocumentShape): void => {
  const { from, to } = shape;
  if (
    from !== undefined &&
    to !== undefined &&
    from.value !== 'unknown' &&
    to.value !== 'unknown' &&
    from.value > to.value
  ) {
    report(bench, to.place, 'from-after-to', '失效日期早于生效日期', {
      found: to.value,
      expected: `不早于 ${from.value}`,
    });
  }
};

/** Reads the registers of all packs. An id is unique over all of them. What a demo pack registers carries its mark. */
export const readDocuments = (
  bench: Bench,
  files: readonly Loaded<'documents'>[],
  packs: readonly Pack[],
): ReadonlyMap<string, Registered> => {
  const documents = new Map<string, Registered>();
  for (const file of files) {
    const demo = packs.some(({ id, demo: marked }) => id === file.folder && marked);
    for (const shape of file.shape) {
      checkSpan(bench, shape);
      if (documents.has(shape.id.text)) {
        report(bench, shape.id.place, 'duplicate-id', '文件编号重复', { found: shape.id.text });
      } else documents.set(shape.id.text, { record: recordOf(shape, demo), pack: file.folder });
    }
  }
  for (const file of files) {
    for (const { successor } of file.shape) {
      if (successor !== undefined && successor.text !== 'unknown' && !documents.has(successor.text)) {
        unknownDocument(bench, successor, documents);
      }
    }
  }
  return documents;
};

const unknownDocument = (bench: Bench, id: NotedScalar, documents: ReadonlyMap<string, Registered>): void =>
  report(bench, id.place, 'unknown-document', '文件登记册里没有这份文件', {
    found: id.text,
    nearest: nearestName(id.text, documents.keys()),
    remedy: '请先写进 documents.yaml',
  });

/** True when grade a is at most as good as b. */
export const notBetter = (a: Grade, b: Grade): boolean => grades.indexOf(a) >= grades.indexOf(b);

/** The weaker of two grades. */
export const weaker = (a: Grade, b: Grade): Grade => (notBetter(a, b) ? a : b);

/** Stands for a document that was reported. No rulebook carries it. */
export const blankDocument = (evidence: Grade): DocumentRecord => ({
  id: '',
  title: '',
  number: null,
  issuer: null,
  issued: null,
  from: null,
  to: null,
  seen: null,
  evidence,
  successor: null,
  note: null,
});

/** Stands for a clause that was reported, so that what cites it is not reported as well. No rulebook carries it. */
export const standIn = (key: string, evidence: Grade): Clause => ({
  key,
  document: blankDocument(evidence),
  at: null,
  evidence,
  says: '',
});

/** The document of this id; null, reported, when it is not registered. One that this pack may not cite is reported too. */
export const registeredDocument = (
  bench: Bench,
  id: NotedScalar,
  documents: ReadonlyMap<string, Registered>,
  pack: Pack,
): DocumentRecord | null => {
  const document = documents.get(id.text);
  if (document === undefined) {
    unknownDocument(bench, id, documents);
    return null;
  }
  if (!canSee(pack, document.pack)) {
    report(bench, id.place, 'unseen-document', `文件登记在政策包「${document.pack}」，本包没有以它为基础`, {
      found: id.text,
      remedy: '请写进本包的 documents.yaml，或在 pack.yaml 的 builds-on 里加上它',
    });
  }
  return document.record;
};

const readClause = (
  bench: Bench,
  shape: ClauseShape,
  documents: ReadonlyMap<string, Registered>,
  pack: Pack,
): Clause => {
  const document = registeredDocument(bench, shape.document, documents, pack);
  if (document === null) return standIn(shape.key.text, shape.evidence.value);
  const evidence = shape.evidence.value;
  const own = document.evidence;
  if (!notBetter(evidence, own)) {
    report(bench, shape.evidence.place, 'grade-above-document', '条款的依据等级不能高于它所在的文件', {
      found: evidence,
      expected: `${own} 或更低`,
    });
  }
  return {
    key: shape.key.text,
    document,
    at: shape.at?.text ?? null,
    evidence,
    says: shape.says.text,
  };
};

/**
 * The shelf that holds below a list of clauses: its own clauses and those already in reach.
 * When the list is there and has exactly one clause, that one holds where nothing else is named; without a list the outer shelf's.
 */
export const addClauses = (
  bench: Bench,
  outer: Shelf,
  shapes: readonly ClauseShape[] | undefined,
  documents: ReadonlyMap<string, Registered>,
  pack: Pack,
): Shelf => {
  if (shapes === undefined || shapes.length === 0) return outer;
  const byKey = new Map(outer.byKey);
  const own: Clause[] = [];
  for (const shape of shapes) {
    if (byKey.has(shape.key.text)) {
      report(bench, shape.key.place, 'duplicate-clause', '条款的 key 重复，引用时分不清', { found: shape.key.text });
      continue;
    }
    const clause = readClause(bench, shape, documents, pack);
    own.push(clause);
    byKey.set(clause.key, clause);
  }
  const [first] = own;
  const open = outer.open || shapes.some(({ key }) => isVoid(key.place));
  return { byKey, only: shapes.length === 1 && first !== undefined ? first : null, open };
};

/** The clause that a `clause:` key names; reported when it is not in reach. */
export const namedClause = (bench: Bench, shelf: Shelf, key: NotedScalar): Clause => {
  const clause = shelf.byKey.get(key.text);
  if (clause !== undefined) return clause;
  if (shelf.open) return standIn(key.text, 'primary');
  report(bench, key.place, 'unknown-clause', '没有这个 key 的条款', {
    found: key.text,
    expected: shelf.byKey.size === 0 ? null : [...shelf.byKey.keys()].join('、'),
    nearest: nearestName(key.text, shelf.byKey.keys()),
    remedy: '请在 clauses 里写上这一条',
  });
  return standIn(key.text, 'primary');
};
