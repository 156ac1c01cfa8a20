// On whose behalf the database is asked. Every row-level rule reads it, and a transaction has exactly one.
import type { Role } from '#casework/cases/roles.ts';

export type StoreActor = {
  readonly tenant: string;
  readonly person: string;
  readonly role: Role;
  readonly jurisdiction: string;
  readonly organisation: string;
};
