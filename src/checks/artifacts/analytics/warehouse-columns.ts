import type { Artifact } from "../../../artifacts/artifact.ts";
import { splitClickhouse } from "../../../engines/split-clickhouse.ts";
import { bare } from "./fingerprint.ts";

const TABLE = /^CREATE TABLE IF NOT EXISTS (\S+) \(\n([\s\S]*?)\n\)\n/;

/** Names of the columns that `schema.sql` makes, by table. */
export function warehouseColumns(
  artifacts: readonly Artifact[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const tables = new Map<string, ReadonlySet<string>>();
  for (const { kind, text } of artifacts) {
    if (kind !== "warehouse-schema") continue;
    for (const statement of splitClickhouse(text)) {
      const [, name = "", body = ""] = TABLE.exec(statement.text) ?? [];
      const columns = body.split("\n").flatMap((line) => /^ {2}(\S+) /.exec(line)?.[1] ?? []);
      if (name !== "") tables.set(bare(name), new Set(columns.map(bare)));
    }
  }
  return tables;
}
