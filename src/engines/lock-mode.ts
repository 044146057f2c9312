/**
 * The modes of a lock on a table, weakest first: PostgreSQL manual, section 13.3.1. The names are
 * those of `pg_locks.mode`.
 */
export const LOCK_MODES = [
  "AccessShareLock",
  "RowShareLock",
  "RowExclusiveLock",
  "ShareUpdateExclusiveLock",
  "ShareLock",
  "ShareRowExclusiveLock",
  "ExclusiveLock",
  "AccessExclusiveLock",
] as const;

export type LockMode = (typeof LOCK_MODES)[number];

export function isLockMode(text: string): text is LockMode {
  return LOCK_MODES.some((mode) => mode === text);
}

export function strongestLock(modes: readonly LockMode[]): LockMode | undefined {
  return LOCK_MODES.findLast((mode) => modes.includes(mode));
}

/** Whether an INSERT, UPDATE or DELETE of somebody else has to wait. */
export function blocksWrites(mode: LockMode): boolean {
  return LOCK_MODES.indexOf(mode) >= LOCK_MODES.indexOf("ShareLock");
}

/** Whether a SELECT of somebody else has to wait. */
export function blocksReads(mode: LockMode): boolean {
  return mode === "AccessExclusiveLock";
}
