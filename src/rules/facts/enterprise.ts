// An enterprise's facts as values: what is known, and nothing else. A fact that is not here is unknown.
import type { SubjectKind } from './dictionary.ts';
import type { Rational } from '#rules/exact/rational.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';

/** A known value. Money in fen, ratios plain, ranks and counts whole. */
export type Value =
  | { readonly is: 'number'; readonly value: Rational }
  | { readonly is: 'date'; readonly value: PlainDate }
  | { readonly is: 'boolean'; readonly value: boolean }
  /** Text, a choice, an ordered choice, a tree node. */
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'set'; readonly value: readonly string[] }
  | { readonly is: 'rows'; readonly value: readonly Row[] }
  /** 无: known to have none. */
  | { readonly is: 'none' };

/** One row of a list. A column that is not here is unknown. */
export type Row = ReadonlyMap<string, Value>;

/** Values by fact path (营业收入, 项目.新设备购置额). */
export type Facts = {
  readonly single: ReadonlyMap<string, Value>;
  /** By path, then by accounting year. */
  readonly yearly: ReadonlyMap<string, ReadonlyMap<number, Value>>;
};

export type Subject = {
  readonly kind: Exclude<SubjectKind, 'enterprise'>;
  readonly name: string;
  readonly facts: Facts;
};

/** A grant the firm already has. Amount in fen. */
export type Received = {
  readonly item: string;
  readonly date: PlainDate;
  readonly amount: Rational;
  readonly subject: string | null;
};

export type Enterprise = {
  readonly creditCode: string | null;
  readonly name: string | null;
  readonly facts: Facts;
  /** A kind that is not here: it is not known whether there are any. An empty list: there are none. */
  readonly subjects: { readonly [kind in Exclude<SubjectKind, 'enterprise'>]?: readonly Subject[] };
  /** null: not known whether any were received. */
  readonly received: readonly Received[] | null;
  readonly sources: readonly Source[];
};

/** Where a value comes from; `year` null: all years. */
export type Source = {
  readonly fact: string;
  readonly year: number | null;
  readonly from: string;
  readonly note: string | null;
};
