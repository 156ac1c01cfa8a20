// What a case is at a moment: the fold over its actions.
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { ActionKind, FileHash, Instant, PartPlan, Pinned, StageSpec } from './payloads.ts';
import type { HoldKind } from './holds.ts';
import type { PartnerStanding } from './partner-answers.ts';
import type { ProcedureKind, Side } from './procedures/shape.ts';

export type Hold = {
  readonly kind: HoldKind;
  readonly reason: string;
  readonly by: string;
  readonly since: Instant;
};

/** One stretch of somebody's time. `side` null: no clock ran, for a stated reason. `until` null: it still runs. */
export type ClockInterval = {
  readonly side: Side | null;
  readonly phase: string;
  readonly stage: number | null;
  readonly hold: HoldKind | null;
  readonly from: Instant;
  readonly until: Instant | null;
};

/** How often a stage sent the case back, what it remarked on then, and what the firm's last answer touched. */
export type Returns = {
  readonly count: number;
  readonly remarked: readonly Pinned[];
  readonly changed: readonly Pinned[];
};

export const liveOrder = ['draft', 'checked', 'released', 'unknown'] as const;
export type OrderStatus = (typeof liveOrder)[number] | 'success' | 'failed' | 'bounced' | 'cancelled';

/** A payment order with the persons who made it: maker ≠ checker ≠ releaser. */
export type Order = {
  readonly part: string;
  readonly attempt: number;
  readonly status: OrderStatus;
  readonly maker: string;
  readonly checker: string | null;
  readonly releaser: string | null;
};

export type Account = { readonly account: string; readonly setBy: string; readonly verifiedBy: string | null };
export type Consent = { readonly organisations: readonly string[]; readonly until: Instant };
export type Delegation = { readonly to: string; readonly scope: readonly string[]; readonly until: Instant };
export type Visit = {
  readonly persons: readonly string[];
  readonly place: string;
  readonly photos: readonly FileHash[];
};
export type Notice = { readonly stage: number; readonly overAt: Instant };
export type Silenced = { readonly phase: string; readonly stage: number | null; readonly endedAt: Instant };
export type Draw = {
  readonly stage: number | null;
  readonly attempt: number;
  readonly seed: string;
  readonly experts: readonly string[];
};
export type Score = { readonly expert: string; readonly points: bigint; readonly outOf: bigint };

export type CaseState = {
  readonly id: string;
  readonly procedure: ProcedureKind;
  readonly matter: string;
  /** The rulebook that the case was opened under. */
  readonly rulebook: string;
  readonly firm: string;
  readonly jurisdiction: string;
  readonly decidedBy: string;
  readonly silenceAcceptsBy: string | null;
  readonly phase: string;
  /** Where a side road leads back to. */
  readonly back: string | null;
  readonly stages: readonly StageSpec[];
  /** The stage at hand; `stages.length` when all are done; null before the first. */
  readonly stage: number | null;
  /** The furthest stage reached: a bounced payment goes back to its stage, and afterwards on from here. */
  readonly furthest: number;
  readonly holds: readonly Hold[];
  /** By stage index; `acceptance` before the first stage. */
  readonly returns: ReadonlyMap<string, Returns>;
  readonly intervals: readonly ClockInterval[];
  readonly silences: readonly Silenced[];
  /** Reminders since the case came into its phase. */
  readonly reminders: number;
  readonly extended: ReadonlySet<string>;
  readonly confirmed: boolean;
  readonly appealed: boolean;
  readonly heard: boolean;
  readonly draws: readonly Draw[];
  readonly scores: readonly Score[];
  readonly opinions: readonly { readonly organisation: string; readonly agrees: boolean }[];
  readonly visits: readonly Visit[];
  readonly baseFen: bigint | null;
  readonly approvedFen: bigint | null;
  readonly notice: Notice | null;
  readonly objections: ReadonlyMap<string, 'open' | 'upheld' | 'dismissed'>;
  readonly parts: readonly (PartPlan & { readonly paid: boolean })[];
  readonly document: string | null;
  readonly account: Account | null;
  readonly orders: readonly Order[];
  readonly recoveries: readonly string[];
  readonly owedFen: bigint;
  readonly collectedFen: bigint;
  readonly consents: readonly Consent[];
  readonly partners: ReadonlyMap<string, PartnerStanding>;
  /** Who of the two sides has confirmed; the partner confirms with evidence only. */
  readonly deal: { readonly organisation: string; readonly firm: boolean; readonly partner: boolean } | null;
  readonly tier: string | null;
  readonly result: string | null;
  readonly rating: number | null;
  readonly feedback: '满意' | '基本满意' | '不满意' | '未反馈' | null;
  readonly promises: ReadonlyMap<string, { readonly due: PlainDate | '未定'; readonly kept: boolean }>;
  readonly delegations: readonly Delegation[];
  /** Persons who declared a tie to this case's firm. */
  readonly ties: ReadonlySet<string>;
  readonly rulings: readonly string[];
  readonly corrections: readonly string[];
  readonly done: ReadonlyMap<string, ActionKind>;
  readonly last: Instant;
};

/** Whom the last draw of the stage at hand named. */
export const drawnExperts = (state: CaseState): readonly string[] => {
  const last = state.draws.at(-1);
  return last !== undefined && last.stage === state.stage ? last.experts : [];
};

/** Counts the pay stages up to the one at `index`, from 1. */
export const instalmentAt = (state: CaseState, index: number): number =>
  state.stages.slice(0, index + 1).filter(({ kind }) => kind === 'pay').length;
