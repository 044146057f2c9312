import type { LockMode } from "../../../engines/lock-mode.ts";

/** `AccessExclusiveLock` as the manual and LOCK TABLE call it: `ACCESS EXCLUSIVE`. */
export function spokenLock(mode: LockMode): string {
  return mode
    .replace(/Lock$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toUpperCase();
}
