import type { Clickhouse } from "../../../engines/clickhouse.ts";
import { bare } from "./fingerprint.ts";

/** Two days of staging and both; what happened in them may be older. */
export const SPANS = {
  first: { from: "2026-03-01 00:00:00", until: "2026-03-02 00:00:00" },
  second: { from: "2026-03-02 00:00:00", until: "2026-03-03 00:00:00" },
  both: { from: "2026-03-01 00:00:00", until: "2026-03-03 00:00:00" },
} as const;

const ROWS = 60;

/**
 * Fills every table that no load writes. Few different values, so that keys meet: rows with the same
 * key, changes that change nothing, changes that arrive after later ones.
 */
export function seedSources(engine: Clickhouse, targets: readonly string[]): void {
  const loaded = new Set(targets.map(bare));
  const result = engine.run(
    `SELECT concat(c.database, '.', c.table) AS owner, c.name AS name, c.type AS type
     FROM system.columns AS c
     INNER JOIN system.tables AS t ON t.database = c.database AND t.name = c.table
     WHERE endsWith(t.engine, 'MergeTree') AND c.database != 'system'
     ORDER BY owner, c.position`,
  );
  if ("failure" in result) return;
  const columns = new Map<string, { readonly name: string; readonly type: string }[]>();
  for (const { owner, name, type } of result.rows) {
    const list = columns.get(String(owner)) ?? [];
    list.push({ name: String(name), type: String(type) });
    columns.set(String(owner), list);
  }
  for (const [owner, list] of columns) {
    if (loaded.has(owner)) continue;
    const [database = "", table = ""] = owner.split(".");
    const values = list.map(({ name, type }) => valueOf(name, type));
    engine.run(
      `INSERT INTO \`${database}\`.\`${table}\` SELECT ${values.join(", ")} FROM numbers(${ROWS})`,
    );
  }
}

function valueOf(name: string, type: string): string {
  const random = `cityHash64(number, '${name}')`;
  const inner = /^(?:LowCardinality|Nullable)\((.+)\)$/.exec(type)?.[1];
  if (inner !== undefined) {
    const value = valueOf(name, inner);
    return type.startsWith("Nullable") ? `if(${random} % 5 = 0, NULL, ${value})` : value;
  }
  const from = `toDateTime64('${SPANS.first.from}', 3, 'UTC')`;
  if (name === "staged_at") return `${from} + toIntervalHour(${random} % 48)`;
  if (name === "source_position") return "number";
  if (type === "String") return `concat('v', toString(${random} % 3))`;
  if (type === "UUID") return `reinterpretAsUUID(toUInt128(${random} % 3))`;
  if (type === "Bool") return `${random} % 2 = 0`;
  if (type === "Date32") return `toDate32('2026-03-01') + ${random} % 3`;
  if (type.startsWith("DateTime64")) return `${from} + toIntervalHour(${random} % 36)`;
  return `CAST(${random} % 3 AS ${type})`;
}
