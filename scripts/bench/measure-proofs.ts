import { join } from "node:path";
import { type Measurement, measure } from "./measure.ts";

/** What it took to prove the database of so many tables, in a process of its own. */
export interface ProofGrowth extends Measurement {
  readonly tables: number;
  /** Processor time per table, divided by that of the fewest tables: 1 where growth is linear. */
  readonly ratio: number;
}

/**
 * Up, the checks with a bad row for each, down, up again: with the engine's data folder in the
 * cache, which the first of all runs fills.
 */
export function measureProofs(sizes: readonly number[], folder: string): readonly ProofGrowth[] {
  const program = join(import.meta.dirname, "prove-tables.ts");
  const prove = (tables: number): Measurement =>
    measure(program, [String(tables)], folder, join(folder, "cache"));
  prove(1);
  const measured: ProofGrowth[] = [];
  for (const tables of sizes) {
    const own = prove(tables);
    const [first] = measured;
    const least = first === undefined ? undefined : first.cpuSeconds / first.tables;
    measured.push({
      tables,
      ...own,
      ratio: least === undefined ? 1 : own.cpuSeconds / tables / least,
    });
  }
  return measured;
}
