// What each kind of action carries. The keys of this table are the closed list of action kinds.
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { StageKind } from '#rules/packs/stage-order.ts';
import type { HoldKind } from './holds.ts';
import type { PartnerAnswer } from './partner-answers.ts';
import type { ProcedureKind } from './procedures/shape.ts';

/** A moment in UTC with milliseconds, 2026-09-23T01:00:00.000Z: such texts compare in the order of time. */
export type Instant = string;

/** SHA-256 of a file's bytes, in hex. */
export type FileHash = string;

/** A field or a file of the application. */
export type Pinned = { readonly on: 'field' | 'file'; readonly name: string };
export type Remark = Pinned & { readonly text: string };

/** One payable piece: a share of the approved amount for an instalment, a funder and a year. */
export type PartPlan = {
  readonly part: string;
  readonly amountFen: bigint;
  readonly funder: string;
  readonly year: number;
  /** Counts the pay stages of the case from 1. */
  readonly instalment: number;
};

/** A stage that the pack chose for this case. `days` is the limit as written, null where nobody says. */
export type StageSpec = { readonly kind: StageKind; readonly days: string | null; readonly quorum: number | null };

type Reasoned = { readonly reason: string };
type Empty = { readonly [none: string]: never };
/** Entered at a counter for the firm: the signed paper; null when the firm acts itself. */
type OnPaper = { readonly paper: FileHash | null };
/** What a meeting or an office decided, entered by a clerk with the signed slip; null when the person signs here. */
type Slip = { readonly slip: FileHash | null };

export type Payloads = {
  readonly open: {
    readonly procedure: ProcedureKind;
    /** Item or matter, in words that people read. */
    readonly matter: string;
    /** The enterprise, or the person, for whom the case is. */
    readonly firm: string;
    readonly jurisdiction: string;
    readonly decidedBy: string;
    readonly stages: readonly StageSpec[];
    /** The clause that makes silence at acceptance count as acceptance; null where none says so. */
    readonly silenceAcceptsBy: string | null;
  };
  readonly submit: OnPaper;
  readonly accept: Empty;
  readonly 'refuse-acceptance': Reasoned & { readonly remedy: string };
  readonly 'return-for-correction': { readonly remarks: readonly Remark[] };
  readonly resubmit: OnPaper & { readonly changed: readonly Pinned[] };
  readonly withdraw: OnPaper & Reasoned;
  readonly terminate: Reasoned;
  readonly 'stage-passed': Empty;
  readonly 'stage-failed': Reasoned;
  readonly recommend: { readonly opinion: string };
  readonly 'not-recommend': Reasoned;
  readonly overrule: Reasoned;
  readonly score: { readonly points: bigint; readonly outOf: bigint };
  readonly 'draw-experts': { readonly seed: string; readonly attempt: number; readonly experts: readonly string[] };
  readonly 'give-opinion': { readonly agrees: boolean; readonly opinion: string };
  readonly 'record-visit': {
    readonly persons: readonly string[];
    readonly place: string;
    readonly photos: readonly FileHash[];
  };
  readonly 'set-base': { readonly baseFen: bigint; readonly report: FileHash };
  readonly approve: Slip & { readonly amountFen: bigint | null };
  readonly reject: Slip & Reasoned;
  readonly 'publish-notice': { readonly list: FileHash; readonly lastDay: PlainDate; readonly overAt: Instant };
  readonly object: { readonly objection: string; readonly signed: FileHash };
  readonly 'uphold-objection': Reasoned & { readonly objection: string };
  readonly 'dismiss-objection': Reasoned & { readonly objection: string };
  readonly allocate: { readonly parts: readonly PartPlan[] };
  readonly queue: Reasoned & { readonly place: number };
  readonly fund: { readonly document: string };
  readonly 'set-account': { readonly account: string };
  readonly 'verify-account': { readonly account: string };
  readonly 'make-order': { readonly part: string };
  readonly 'check-order': { readonly part: string };
  readonly 'release-order': { readonly part: string };
  readonly 'cancel-order': Reasoned & { readonly part: string };
  readonly 'pay-result': {
    readonly part: string;
    readonly result: 'success' | 'failed' | 'unknown' | 'bounced';
    readonly proof: string;
  };
  readonly 'start-tracking': Empty;
  readonly 'accept-completion': { readonly report: FileHash };
  readonly 'assess-performance': { readonly grade: string };
  readonly close: Empty;
  readonly 'open-recovery': Reasoned & { readonly recovery: string };
  readonly 'close-recovery': { readonly recovery: string };
  readonly appeal: Reasoned;
  readonly 'decide-appeal': Reasoned & { readonly outcome: 'upheld' | 'changed' };
  readonly resume: Reasoned;
  readonly exclude: Reasoned & { readonly remedy: string };
  readonly 'confirm-benefit': OnPaper;
  readonly 'dispute-data': Reasoned & { readonly facts: readonly string[] };
  readonly 'check-data': Empty;
  readonly 'settle-data': Reasoned;
  readonly decline: Reasoned;
  readonly 'take-back': Empty;
  readonly find: Reasoned & { readonly outcome: 'founded' | 'unfounded' };
  readonly 'serve-hearing': { readonly letter: string };
  readonly 'decide-recovery': { readonly principalFen: bigint; readonly interestFen: bigint; readonly heard: string };
  readonly urge: { readonly letter: string };
  readonly collect: { readonly amountFen: bigint; readonly bankLine: string };
  readonly 'seek-enforcement': { readonly court: string };
  readonly 'write-off': { readonly evidence: readonly FileHash[]; readonly secondApprover: string };
  readonly 'cancel-decision': Reasoned;
  readonly transfer: { readonly to: string };
  readonly 'sign-for': Empty;
  readonly 'start-work': Empty;
  readonly finish: { readonly result: string };
  readonly rate: { readonly grade: 1 | 2 | 3 | 4 | 5 };
  readonly mend: { readonly measure: string };
  readonly 'call-back': { readonly said: string };
  readonly reopen: Reasoned;
  readonly consent: {
    readonly organisations: readonly string[];
    readonly purpose: string;
    readonly text: string;
    readonly until: Instant;
  };
  readonly 'refuse-consent': Reasoned;
  readonly publish: Empty;
  readonly answer: { readonly answer: PartnerAnswer };
  readonly 'give-materials': { readonly organisation: string; readonly files: readonly FileHash[] };
  readonly 'strike-deal': { readonly organisation: string };
  readonly 'confirm-deal': { readonly evidence: FileHash | null };
  readonly 'no-deal': Reasoned;
  readonly enrol: { readonly tier: string };
  readonly adjust: Reasoned & { readonly tier: string };
  readonly suspend: Reasoned;
  readonly restore: Reasoned;
  readonly recheck: Reasoned;
  readonly remove: Reasoned;
  readonly 'propose-handling': { readonly main: string; readonly helpers: readonly string[] };
  readonly assign: { readonly main: string };
  readonly 'ask-return': Reasoned;
  readonly reassign: { readonly main: string };
  readonly 'draft-result': { readonly text: string };
  readonly 'sign-off': Empty;
  readonly 'send-back': Reasoned;
  readonly feedback: { readonly grade: '满意' | '基本满意' | '不满意'; readonly scan: FileHash | null };
  readonly promise: { readonly commitment: string; readonly due: PlainDate | '未定' };
  readonly 'keep-promise': { readonly commitment: string };
  readonly hold: Reasoned & { readonly hold: HoldKind };
  readonly 'release-hold': Reasoned & { readonly hold: HoldKind };
  readonly delegate: { readonly to: string; readonly scope: readonly string[]; readonly until: Instant };
  readonly 'hand-over': Reasoned & { readonly jurisdiction: string };
  readonly 'declare-tie': { readonly tie: string };
  readonly rule: { readonly ruling: string; readonly text: string; readonly basis: string };
  readonly correct: Reasoned & { readonly action: string };
  readonly 'subject-changed': Reasoned & { readonly evidence: FileHash };
  readonly remind: { readonly of: string };
  readonly silence: { readonly endedAt: Instant; readonly organisation: string | null };
  readonly extend: Reasoned & { readonly until: PlainDate; readonly approver: string };
  readonly 'explain-delay': Reasoned;
};

export type ActionKind = keyof Payloads;
