// Compiles rulings: who signed what, for which days, on which point of which item or gate. A ruling fills what is open; it contradicts nothing.
import { isVoid } from '#rules/yaml/void.ts';
import { report, type Bench } from './bench.ts';
import { addClauses, emptyShelf } from './clauses.ts';
import { reportUnknown } from './conditions.ts';
import { checkDemoMarks } from './demo.ts';
import type { LoadedFiles } from './files.ts';
import type { ItemDraft } from './items.ts';
import type { GateDraft } from './ladder.ts';
import { canSee } from './order.ts';
import type { Parts } from './parts.ts';
import { register } from './registry.ts';
import { settleGate } from './ruling-gates.ts';
import { settleItem } from './ruling-items.ts';
import type { RulingDraft, Settled } from './ruling-points.ts';
import type { Clause, DocumentRecord, Gate, Overlay, Term } from './rulebook.ts';
import type { Ruling } from './ruling.ts';
import { mayHave } from './shapes/data.ts';
import type { RulingShape } from './shapes/rulings.ts';
import { siteOf, type Site } from './site.ts';
import { overlap, readTerm } from './terms.ts';
import type { World } from './world.ts';

type Desk = {
  readonly bench: Bench;
  readonly world: World;
  readonly files: LoadedFiles;
  readonly parts: Parts;
  readonly gates: ReadonlyMap<string, Gate>;
  readonly overlays: readonly Overlay[];
};

/** An item or gate as a ruling finds it: its name, its pack, and who may sign for it. */
type Addressed = { readonly name: string; readonly pack: string; readonly owners: readonly string[] } & (
  | { readonly kind: 'item'; readonly draft: ItemDraft }
  | { readonly kind: 'gate'; readonly draft: GateDraft; readonly gate: Gate }
);

const splitIssuers = (issuer: string | null): readonly string[] => issuer?.split('、') ?? [];

/** A gate is owned by those who issued the documents that it cites. */
const ownersOfGate = ({ clauses }: Gate): readonly string[] => [
  ...new Set([...clauses.values()].flatMap(({ document }) => splitIssuers(document.issuer))),
];

const addressedBy = ({ parts, gates }: Desk, id: string): Addressed | null => {
  const item = parts.items.find((each) => each.item.id === id);
  if (item !== undefined) {
    const { name, pack, owner } = item.item;
    return { kind: 'item', draft: item, name, pack, owners: owner === null ? [] : [owner] };
  }
  const gate = gates.get(id);
  const draft = parts.gates.find((each) => each.gate.id === id);
  if (gate === undefined || draft === undefined) return null;
  return { kind: 'gate', draft, gate, name: gate.name, pack: gate.pack, owners: ownersOfGate(gate) };
};

/** What the ruling is about; null when it is not there, or of a pack that this one does not build on. */
const targetOf = (desk: Desk, site: Site, shape: RulingShape): Addressed | null => {
  const found = addressedBy(desk, shape.of.text);
  const { parts, gates } = desk;
  if (found === null) {
    const known = [...parts.items.map(({ item }) => item.id), ...gates.keys()];
    reportUnknown(site, shape.of, 'unknown-target', '没有这个事项或门槛', known);
    return null;
  }
  if (canSee(site.pack, found.pack)) return found;
  report(site.bench, shape.of.place, 'unseen-target', `它属于政策包「${found.pack}」，本包没有以它为基础`, {
    found: shape.of.text,
    remedy: '请在 pack.yaml 的 builds-on 里加上它',
  });
  return null;
};

const checkSigner = (site: Site, shape: RulingShape, owners: readonly string[]): void => {
  const behalf = shape['on-behalf-of'];
  const signer = behalf ?? shape['signed-by'];
  if (owners.includes(signer.text)) return;
  const unowned = owners.length === 0;
  report(site.bench, signer.place, 'wrong-signer', '口径要由主管部门签署', {
    found: signer.text,
    expected: unowned ? null : owners.join('、'),
    remedy: unowned
      ? '请先写明事项的 owner（门槛看它所引文件的发文机关）'
      : behalf === undefined
        ? '受委托签署的，请用 on-behalf-of 写明主管部门'
        : null,
  });
};

const checkSigned = (site: Site, shape: RulingShape): void => {
  const [signed, from] = [shape['signed-on'], shape.from];
  if (signed.value > from.value && !isVoid(signed.place)) {
    report(site.bench, from.place, 'before-signed', '口径在签署之前不能生效', {
      found: from.value,
      expected: `不早于 ${signed.value}`,
    });
  }
};

/** A ruling that cites no register entry is its own document. */
const ownDocument = (site: Site, shape: RulingShape, name: string, term: Term): DocumentRecord => ({
  id: shape.id.text,
  title: `${site.pack.demo ? '演示口径：' : ''}关于${name}的口径`,
  number: null,
  issuer: shape['signed-by'].text,
  issued: shape['signed-on'].value,
  from: term.from,
  to: term.to,
  seen: null,
  evidence: 'ruling',
  successor: null,
  note: shape.note?.text ?? null,
  ...(site.pack.demo ? { demo: site.pack.demo } : {}),
});

/** The clause that a settled point is cited with. What a demo ruling cites must be a demo document: it may borrow no authority. */
const clauseOf = (desk: Desk, site: Site, shape: RulingShape, name: string, term: Term): Clause => {
  const key = shape.id.text;
  const at = shape.at?.text ?? null;
  const says = shape.says.text;
  const own: Clause = { key, document: ownDocument(site, shape, name, term), at, evidence: 'ruling', says };
  if (shape.document === undefined) return own;
  const { bench, world } = desk;
  const record = world.documents.get(shape.document.text)?.record;
  if (site.pack.demo && record !== undefined && record.demo !== true) {
    report(bench, shape.document.place, 'demo-document', '演示口径不能引用真实的文件', {
      found: shape.document.text,
      remedy: '请引用演示规则包自己登记的文件，或不写 document',
    });
  }
  const evidence = { value: 'ruling', place: shape.document.place } as const;
  const written = { ...shape, key: shape.id, document: shape.document, evidence };
  return addClauses(bench, emptyShelf, [written], world.documents, site.pack).only ?? own;
};

const settle = (desk: Desk, draft: RulingDraft, target: Addressed): Settled | null =>
  target.kind === 'item'
    ? settleItem(draft, target.draft)
    : settleGate(draft, target.gate, target.draft.site, desk.overlays);

/** What a file with problems of its own leaves open cannot be told yet: its rulings are looked at once it is right. */
const isBroken = ({ bench }: Desk, { draft }: Addressed): boolean => {
  const { file } = draft.shape['@'].place;
  return bench.problems.some(({ place }) => place.file === file);
};

const compileRuling = (desk: Desk, site: Site, shape: RulingShape): Ruling | null => {
  const term = readTerm(desk.bench, shape);
  checkSigned(site, shape);
  const target = targetOf(desk, site, shape);
  if (target === null || isBroken(desk, target)) return null;
  // Without its versions or its mode it may speak about others.
  if (mayHave(shape, 'versions') || mayHave(shape, 'mode')) return null;
  if (!mayHave(shape, 'on-behalf-of')) checkSigner(site, shape, target.owners);
  const clause = clauseOf(desk, site, shape, target.name, term);
  const settled = settle(desk, { site, shape, term, clause }, target);
  if (settled === null) return null;
  return {
    id: shape.id.text,
    ...settled,
    signedBy: shape['signed-by'].text,
    onBehalfOf: shape['on-behalf-of']?.text ?? null,
    signedOn: shape['signed-on'].value,
    term,
    scope: shape.scope?.text ?? null,
    isPublic: shape.public.value,
    says: shape.says.text,
    clause,
    demo: site.pack.demo,
    pack: site.pack.id,
    place: shape['@'].place,
  };
};

const shares = <T>(a: readonly T[], b: readonly T[]): boolean => a.some((each) => b.includes(each));

const sameTarget = ({ of: a }: Ruling, { of: b }: Ruling): boolean =>
  a.id === b.id &&
  ((a.kind === 'item' && b.kind === 'item' && shares(a.versions, b.versions)) ||
    (a.kind === 'gate' && b.kind === 'gate' && shares(a.modes, b.modes)));

const clash = (a: Ruling, b: Ruling): boolean =>
  a.settles.kind === b.settles.kind && a.point === b.point && sameTarget(a, b) && overlap(a.term, b.term);

const checkClashes = (bench: Bench, rulings: readonly Ruling[]): void =>
  rulings.forEach((ruling, index) => {
    const earlier = rulings.slice(0, index).find((other) => clash(other, ruling));
    if (earlier === undefined) return;
    const where = `${earlier.place.file}:${earlier.place.line}`;
    report(bench, ruling.place, 'ruling-clash', `同一天与「${earlier.id}」（${where}）定同一个点`, {
      found: ruling.point,
      remedy: '请错开日期，或删去一条',
    });
  });

/**
 * Compiles the rulings of all packs and checks them: each speaks about one point that is really open on all its days, is signed
 * by the owner, and no two settle one point on one day.
 */
export const compileRulings = (desk: Desk): readonly Ruling[] => {
  const { bench, world, files } = desk;
  checkDemoMarks(bench, world.packs, files);
  const seen = new Map<string, RulingShape>();
  const rulings = files.rulings.flatMap((file) => {
    const pack = world.packs.find(({ id }) => id === file.folder);
    if (pack === undefined) return [];
    const site = siteOf(bench, world, pack);
    return file.shape.flatMap((shape) => {
      register(site, seen, shape.id, shape, '口径');
      return compileRuling(desk, site, shape) ?? [];
    });
  });
  checkClashes(bench, rulings);
  return rulings;
};
