import { blocksReads } from "../../../engines/lock-mode.ts";
import type { MigrationStep } from "../../migration-rule.ts";
import type { TableLock } from "./locks-of.ts";

/** Locks against everybody that the same transaction holds when the statement begins. */
export function blockingLocksBefore({ before, transaction }: MigrationStep): readonly TableLock[] {
  if (transaction === undefined) return [];
  return before
    .filter((earlier) => earlier.transaction?.id === transaction.id)
    .flatMap(({ blocking }) => blocking.filter(({ mode }) => blocksReads(mode)));
}
