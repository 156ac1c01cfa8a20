// What can go wrong between us and the database that a person has to act on: said in both languages, with what to do.
export type StoreErrorCode =
  | 'no-postgres'
  | 'folder-held'
  | 'folder-unusable'
  | 'disk-full'
  | 'did-not-start'
  | 'not-reachable'
  | 'migration-changed'
  | 'newer-database'
  | 'older-database'
  | 'clock-backwards'
  | 'backup-broken'
  | 'not-empty';

type Said = { readonly zh: string; readonly en: string; readonly todo: string };

export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly said: Said;
  constructor(code: StoreErrorCode, said: Said, cause?: unknown) {
    super(`${said.zh}${said.todo}`, { cause });
    this.name = 'StoreError';
    this.code = code;
    this.said = said;
  }
}
