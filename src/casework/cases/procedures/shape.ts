// The common shape of a procedure: its phases, whose time each one is, what silence does there, and where each action leads.
import type { ActionKind } from '#casework/cases/payloads.ts';
import type { Role } from '#casework/cases/roles.ts';

export const procedureNames = {
  confirm: '免申即享',
  apply: '申报',
  recover: '追回',
  service: '服务',
  match: '对接',
  enrol: '入库',
  task: '交办',
} as const satisfies Record<string, string>;
export type ProcedureKind = keyof typeof procedureNames;

/** All seven. The names are literal, so the keys are exactly the kinds. */
export const everyProcedure = Object.keys(procedureNames) as readonly ProcedureKind[];

/** Whose time it is that passes. `outside`: neither the bureau's nor the firm's, such as panels, site visits, audits and public notice. */
export type Side = 'bureau' | 'firm' | 'outside';

/** The limit that runs, by the name that the pack gives its length under; or why none runs. */
export type Clock = { readonly limit: string; readonly side: Side } | { readonly none: string };

/**
 * Where an action leads: a phase, or
 * `@stay` the same phase · `@back` the phase that this one was entered from · `@stage` the phase of the stage at hand ·
 * `@next` the stage is done · `@reallocate` back to the allocation of money, because the list was wrong.
 */
export type Target<P extends string> = P | '@stay' | '@back' | '@stage' | '@next' | '@reallocate';

/** What the case must be like for a way to be open, whatever the action says. Checked by `transition-guards.ts`. */
export type TransitionGuard =
  | 'two-reminders'
  | 'nothing-in-flight'
  | 'nothing-paid'
  | 'something-paid'
  | 'stages-left'
  | 'stages-done'
  | 'appeal-open'
  | 'no-appeal-open'
  | 'consent-in-force'
  | 'hearing-served'
  | 'county-overdue'
  | 'promises-open'
  | 'promises-kept';

/** How an action came out, where one kind leads to several phases. */
export type Outcome =
  | 'upheld'
  | 'changed'
  | 'founded'
  | 'unfounded'
  | 'unpaid'
  | 'part-paid'
  | 'stage-paid'
  | 'all-paid'
  | 'good'
  | 'bad'
  | 'part'
  | 'full'
  | 'one-side'
  | 'both-sides';

export type Way<P extends string> =
  | Target<P>
  | { readonly to: Target<P>; readonly guard: TransitionGuard }
  | { readonly outcome: { readonly [O in Outcome]?: Target<P> }; readonly guard?: TransitionGuard };

export type On<P extends string> = { readonly [K in ActionKind]?: Way<P> };

/**
 * What follows when a limit ends without an answer. It never grants money and never counts as 满意.
 * `escalate`: shown red, reported upwards, the case stays · `move`: to a phase · `nothing`: no clock runs here.
 * `cited`: the phase that silence leads to only where the case names a clause that says so.
 */
export type Silence<P extends string> =
  | { readonly then: 'escalate'; readonly text: string; readonly cited?: Target<P> }
  | { readonly then: 'move'; readonly to: P; readonly text: string; readonly guard?: TransitionGuard }
  | { readonly then: 'nothing'; readonly text: string };

export type Waiting<P extends string> = {
  readonly name: string;
  /** Who is waited for. While stages run, the stage says it. */
  readonly owner: Role;
  readonly clock: Clock;
  readonly silence: Silence<P>;
  /** A side road: `@back` leads to where the case was. */
  readonly comesBack?: true;
  readonly on: On<P>;
};

export type Ending<P extends string> = {
  readonly name: string;
  /** What the person can still do, in a sentence that stands on the letter. */
  readonly remedy: string;
  readonly on: On<P>;
};

export type PhaseRow<P extends string> = Waiting<P> | Ending<P>;

/** Which phase a stage belongs to, by its place in the list. `null`: the procedure has no such stages. */
export type Homes<P extends string> = {
  readonly review: P;
  readonly approve: P;
  readonly notice: P;
  readonly money: {
    readonly fund: P;
    readonly pay: P;
    readonly partPay: P;
    readonly paid: P;
    readonly track: P;
  } | null;
  /** Where a case goes whose stages are all done and which pays nothing. */
  readonly done: P;
  /** Where a case waits for the firm before it leaves the review; null: nowhere. */
  readonly consent: P | null;
};

export type Procedure<P extends string> = {
  readonly name: string;
  /** Who may open a case, and in which phase it then stands. */
  readonly starts: readonly { readonly by: readonly Role[]; readonly phase: P }[];
  readonly homes: Homes<P> | null;
  readonly phases: { readonly [K in P]: PhaseRow<P> };
};

export const isEnding = <P extends string>(row: PhaseRow<P>): row is Ending<P> => 'remedy' in row;
