// Action × money: what each kind of action may do to the ledger. A new kind does not compile until it says so here.
import type { ActionOf } from '#casework/cases/actions.ts';
import type { ActionKind } from '#casework/cases/payloads.ts';
import type { CaseState } from '#casework/cases/state.ts';
import type { Transfer } from '#casework/ledger/transfer.ts';
import { transferOf } from '#casework/ledger/transfers.ts';
import type { MoneyTerms } from './money-terms.ts';
import { partEntries, type Entries } from './part-moves.ts';
import { fromQueue, queueEntries } from './queue-entries.ts';
import { cancelledEntries, collectedEntries, decidedEntries, writtenOffEntries } from './recovery-entries.ts';

export type Given<K extends ActionKind> = {
  readonly before: CaseState;
  readonly after: CaseState;
  readonly action: ActionOf<K>;
  readonly terms: MoneyTerms;
};

type MoneyRow<K extends ActionKind> = (given: Given<K>) => Entries;
export type MoneyRows = { readonly [K in ActionKind]: MoneyRow<K> | null };

/** Takes the parts' money where the case says that it lies now, by these rows of the transfer table and no other. */
const moves =
  (...rows: readonly Transfer['id'][]) =>
  ({ before, after, action, terms }: Given<ActionKind>): Entries => {
    const found = partEntries(before, after, terms);
    const foreign = found.ok && found.entries.find(({ transfer }) => !rows.includes(transferOf(transfer).id));
    if (foreign) throw new Error(`${action.kind} in ${before.phase} would post ${foreign.transfer}`);
    return found;
  };

const givesBack = moves('T08', 'T10');

const allocates: MoneyRow<'allocate'> = (given) => {
  const found = moves('T07', 'T08')(given);
  return found.ok && given.before.phase === 'queued' ? fromQueue(given.before, found.entries, given.terms) : found;
};

/** `null`: it moves no money, in whatever phase it is done. */
export const moneyRows = {
  open: null,
  submit: null,
  // A case is accepted, or by a cited silence; a list is taken up. Where the pack reserves on acceptance, money is set aside.
  accept: moves('T07'),
  'start-work': moves('T07'),
  silence: moves('T07', 'T08', 'T10'),
  'refuse-acceptance': null,
  'return-for-correction': null,
  resubmit: null,
  withdraw: givesBack,
  terminate: givesBack,
  'stage-passed': null,
  'stage-failed': givesBack,
  recommend: null,
  'not-recommend': null,
  overrule: null,
  score: null,
  'draw-experts': null,
  'give-opinion': null,
  'record-visit': null,
  'set-base': null,
  approve: null,
  reject: givesBack,
  'publish-notice': null,
  object: null,
  // The list is drawn up again.
  'uphold-objection': givesBack,
  'dismiss-objection': null,
  allocate: allocates,
  queue: ({ before, terms }) => queueEntries(before, terms),
  fund: moves('T09'),
  'set-account': null,
  'verify-account': null,
  // Only for a case that came back to life after its funding.
  'make-order': moves('T09'),
  // Money that came back is taken up again by the order that replaces the one it was sent with.
  'check-order': moves('T16'),
  'release-order': moves('T11'),
  // An order can be cancelled before it is released only, and until then it has moved nothing.
  'cancel-order': null,
  'pay-result': moves('T13', 'T14', 'T15', 'T17'),
  'start-tracking': null,
  'accept-completion': moves('T18'),
  'assess-performance': null,
  close: null,
  'open-recovery': null,
  'close-recovery': null,
  appeal: null,
  'decide-appeal': moves('T07'),
  resume: moves('T07'),
  exclude: givesBack,
  'confirm-benefit': null,
  'dispute-data': null,
  'check-data': null,
  'settle-data': null,
  decline: givesBack,
  'take-back': moves('T07'),
  find: null,
  'serve-hearing': null,
  'decide-recovery': ({ after, action, terms }) => decidedEntries(after, action.payload, terms),
  urge: null,
  collect: ({ before, after, terms }) => collectedEntries(before, after, terms),
  'seek-enforcement': null,
  'write-off': ({ before, terms }) => writtenOffEntries(before, terms),
  'cancel-decision': ({ before, terms }) => cancelledEntries(before, terms),
  transfer: null,
  'sign-for': null,
  finish: null,
  rate: null,
  mend: null,
  'call-back': null,
  reopen: null,
  consent: null,
  'refuse-consent': null,
  publish: null,
  answer: null,
  'give-materials': null,
  'strike-deal': null,
  'confirm-deal': null,
  'no-deal': null,
  enrol: null,
  adjust: null,
  suspend: null,
  restore: null,
  recheck: null,
  remove: null,
  'propose-handling': null,
  assign: null,
  'ask-return': null,
  reassign: null,
  'draft-result': null,
  'sign-off': null,
  'send-back': null,
  feedback: null,
  promise: null,
  'keep-promise': null,
  hold: null,
  'release-hold': null,
  delegate: null,
  'hand-over': null,
  'declare-tie': null,
  rule: null,
  correct: null,
  'subject-changed': null,
  remind: null,
  extend: null,
  'explain-delay': null,
} as const satisfies MoneyRows;
