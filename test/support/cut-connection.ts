// Cuts the connection of a store at its n-th statement: before the statement is sent, or after its answer came and was lost.
import pg from 'pg';

type Query = (...given: readonly unknown[]) => unknown;

export type Cut = { readonly at: number; readonly when: 'before' | 'answer-lost' };

export type Watched<T> = {
  /** How many statements the work sent; with a cut, up to it. */
  readonly statements: readonly string[];
  readonly outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };
};

const textOf = (first: unknown): string => {
  if (typeof first === 'string') return first;
  return typeof first === 'object' && first !== null && 'text' in first && typeof first.text === 'string'
    ? first.text
    : '';
};

/** Kysely gives its queries to the driver with promises; the driver's own calls with callbacks are none of ours. */
const isOurs = (given: readonly unknown[]): boolean => !given.some((each) => typeof each === 'function');

/**
 * Runs work of one task and cuts its connection at a statement. Nothing else may use the driver meanwhile.
 */
export const cutting = async <T>(cut: Cut | null, work: () => Promise<T>): Promise<Watched<T>> => {
  const statements: string[] = [];
  // The driver's method, put back below.
  const original = Reflect.get(pg.Client.prototype, 'query') as unknown as Query;
  const lost = (client: pg.Client): Promise<never> => {
    // What a killed process does: the socket is gone, and the server finds that out by itself.
    (
      client as unknown as { readonly connection: { readonly stream: { destroy: () => void } } }
    ).connection.stream.destroy();
    return Promise.reject(new Error('Connection terminated by the test'));
  };
  const cutQuery = function query(this: pg.Client, ...given: readonly unknown[]) {
    if (!isOurs(given)) return original.apply(this, [...given]);
    statements.push(textOf(given[0]));
    if (cut?.at !== statements.length) return original.apply(this, [...given]);
    if (cut.when === 'before') return lost(this);
    return (original.apply(this, [...given]) as Promise<unknown>).then(() => lost(this));
  };
  Reflect.set(pg.Client.prototype, 'query', cutQuery);
  try {
    return { statements, outcome: { ok: true, value: await work() } };
  } catch (error) {
    return { statements, outcome: { ok: false, error } };
  } finally {
    Reflect.set(pg.Client.prototype, 'query', original);
  }
};
