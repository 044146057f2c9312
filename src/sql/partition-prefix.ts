import { digest } from "../util/digest.ts";
import { toSnake } from "../util/naming.ts";

/** So that a date fits behind it: PostgreSQL keeps 63 bytes of a name. */
const LONGEST = 50;

/**
 * What the names of a table's partitions begin with. Made from the id, so that a rename of the
 * table is none of its partitions; no other name has two underscores in a row.
 */
export function partitionPrefix(id: string): string {
  const own = toSnake(id);
  const short =
    own.length <= LONGEST ? own : `${own.slice(0, LONGEST - 9)}_${digest(id).slice(0, 8)}`;
  return `${short}__`;
}
