// Rulings (口径): what the owner of an item or gate has signed on one point that its clauses leave open. They fill, they never change.
import type { Expression } from '#rules/language/syntax.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Clause, Mode, Place, Procedure, Term, Window } from './rulebook.ts';

/** The numbers of a benefit that a clause may leave unpublished. */
export const openNumbers = ['amount', 'rate', 'monthly', 'months', 'up-to', 'cap', 'floor'] as const;
export type OpenNumber = (typeof openNumbers)[number];

/** The parts of a procedure that a ruling may give where the item says nothing. */
export const procedureParts = ['kind', 'stages', 'materials', 'channel'] as const;
export type ProcedurePart = (typeof procedureParts)[number];

/** The one open point, and what it is from now on. */
export type Settlement =
  /** The condition that was known by name only. */
  | { readonly kind: 'unpublished'; readonly what: string; readonly test: Expression; readonly text: string }
  /** Which of the disputed readings holds, by its position. */
  | { readonly kind: 'disputed'; readonly id: string; readonly chosen: number }
  /** A note that nobody needs to verify any more; what holds instead is what the ruling says. */
  | { readonly kind: 'unsettled'; readonly phrase: string }
  /** `row` counts the rows of a table of benefits from 1; null where only one such number is open. */
  | { readonly kind: 'number'; readonly number: OpenNumber; readonly row: number | null; readonly value: Expression }
  | { readonly kind: 'window'; readonly window: Window }
  /** `procedure` holds the given part; the rest of it is empty. */
  | { readonly kind: 'procedure'; readonly part: ProcedurePart; readonly procedure: Procedure }
  | { readonly kind: 'days'; readonly stage: string; readonly days: string };

/** What a ruling speaks about: versions of an item by their position, or a gate in some of its modes. */
export type RulingTarget =
  | { readonly kind: 'item'; readonly id: string; readonly versions: readonly number[] }
  | { readonly kind: 'gate'; readonly id: string; readonly modes: readonly Mode[] };

export type Ruling = {
  readonly id: string;
  readonly of: RulingTarget;
  readonly settles: Settlement;
  /** The point in words: 最低投资额, 申报窗口. */
  readonly point: string;
  readonly signedBy: string;
  /** The owner for whom a named delegate signed; null where the owner signed. */
  readonly onBehalfOf: string | null;
  readonly signedOn: PlainDate;
  /** Filing dates that it holds for. */
  readonly term: Term;
  /** To whom it speaks, in words only: a ruling holds for all whom the item addresses. */
  readonly scope: string | null;
  /** False: kept for the office, and decides nothing. */
  readonly isPublic: boolean;
  readonly says: string;
  /** Of grade `ruling`: what the settled condition or number is cited with. */
  readonly clause: Clause;
  readonly demo: boolean;
  readonly pack: string;
  readonly place: Place;
};
