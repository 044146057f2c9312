import type { ParsedStatement } from "../../../engines/parse-sql.ts";
import { blocksWrites } from "../../../engines/lock-mode.ts";
import type { KnownSchema } from "./known-schema.ts";
import type { TableLock } from "./locks-of.ts";
import { locksOf } from "./locks-of.ts";

/** The locks of a statement that keep readers or writers out of tables that were there before. */
export function blockingLocks({ node }: ParsedStatement, known: KnownSchema): readonly TableLock[] {
  return locksOf(node, known).filter(
    ({ table, mode }) => blocksWrites(mode) && !known.isNew(table),
  );
}
