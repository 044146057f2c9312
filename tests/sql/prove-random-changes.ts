import fc from "fast-check";
import type { Database } from "../../src/engines/database.ts";
import type { Design } from "../../src/design/design.ts";
import { arbitraryDesign } from "../support/arbitrary-design.ts";
import { arbitraryEdit } from "./edit-context.ts";
import { inspectSql } from "./inspect-sql.ts";
import { evolve, prove } from "./sql-fixtures.ts";

/**
 * Proves the migrations between random pairs of designs, the second an edit of the first: up, equal
 * to `schema.sql`, down, up again, and the way through with rows; and that no check of a package, nor
 * the linter for people, finds anything in the files, of either direction. A line for each pair that fails,
 * with its number: the same seed gives the same pairs.
 */
export async function proveRandomChanges(
  database: Database,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Promise<readonly string[]> {
  const pairs = arbitraryDesign({ maximumContexts: 1, maximumEntities: 4 }).chain((design) => {
    const [context] = design.contexts;
    if (context === undefined) throw new Error("no context");
    return arbitraryEdit(context).map((edited): readonly [Design, Design] => [
      { ...design, contexts: [context] },
      { ...design, contexts: [edited] },
    ]);
  });
  const failed: string[] = [];
  for (const [number, pair] of fc.sample(pairs, { numRuns: runs, seed }).entries()) {
    const artifacts = evolve(...pair);
    const found = await prove(database, pair[1], artifacts);
    const errors = found.filter(({ severity }) => severity === "error");
    errors.push(...(await inspectSql(pair[1], artifacts)));
    failed.push(...errors.map(({ code, message }) => `${seed}/${number} ${code}: ${message}`));
  }
  return failed;
}
