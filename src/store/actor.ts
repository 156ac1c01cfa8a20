// On whose behalf the database is asked. Every row-level rule reads it, and a transaction has exactly one.

export type StoreActor = {
  readonly tenant: string;
  readonly person: string;
  readonly role: string;
  readonly jurisdiction: string;
  readonly organisation: string;
};
