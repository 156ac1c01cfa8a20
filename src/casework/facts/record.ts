// What was said about an enterprise: one value of one fact, by whom, from where, when. Records are never changed; later ones count.
import type { SubjectKind } from '#rules/facts/dictionary.ts';
import type { Origin } from './origins.ts';

/** What a fact is about. The enterprise itself has no name here: it is known by its code. */
export type About = { readonly kind: SubjectKind; readonly name: string };

export const theEnterprise: About = { kind: 'enterprise', name: '' };

export type FactRecord = {
  /** Given by the database in order; of two records of one moment the higher is the later. */
  readonly id: bigint;
  /** The unified social credit code. */
  readonly enterprise: string;
  readonly about: About;
  /** As the dictionary writes it (营业收入, 项目.开工日期), or a statement about a whole list (项目, 已获). */
  readonly fact: string;
  /** The accounting year of a series, else null. */
  readonly period: number | null;
  /** As an enterprise file writes it. null: a correction took it back, and the true value is not known. */
  readonly value: string | null;
  readonly origin: Origin;
  /** In words: 2025年年度报告. */
  readonly source: string;
  /** By the database's clock: 2026-03-01T02:00:00.000Z. */
  readonly recordedAt: string;
  readonly recordedBy: string;
  /** Every correction has one. */
  readonly reason: string | null;
  readonly batch: string | null;
};

/** What is to be recorded, as somebody wrote it: nothing of it has been checked. */
export type GivenFact = {
  readonly enterprise: string;
  readonly about: About;
  /** The Chinese name, the English key or the path. */
  readonly fact: string;
  readonly period: string | null;
  readonly value: string;
  readonly source: string;
};

/** What is to be recorded, checked: it reads by the dictionary. */
export type NewFact = Pick<FactRecord, 'enterprise' | 'about' | 'fact' | 'period' | 'source'> & {
  readonly value: string;
};

/** Records with one key speak of the same thing. */
export const keyOf = ({ enterprise, about, fact, period }: Omit<NewFact, 'value' | 'source'>): string =>
  JSON.stringify([enterprise, about.kind, about.name, fact, period]);
