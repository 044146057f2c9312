import { INSTANT } from "./column-type.ts";
import { resolvedKey } from "./create-stage.ts";
import { quoted } from "./quoted.ts";
import type { Lookup, Stage } from "./stage.ts";

/** The span of `staged_at` that a load is about, as parameters of the query. */
export const SPAN = {
  from: `{from:${INSTANT}}`,
  until: `{until:${INSTANT}}`,
} as const;

/** What a staged row is known by: columns of the staging table. */
export function stagedKey(stage: Stage): readonly string[] {
  const known = new Set(stage.columns.map(({ name }) => quoted(name)));
  const own = stage.table.naturalKey
    .map(({ name }) => quoted(name))
    .filter((one) => known.has(one));
  return [...new Set([...own, ...resolvedKey(stage)])];
}

/**
 * Everything that is staged of what the span touches: a load of any span comes to the same result,
 * whatever was loaded before it.
 */
export function touchedRows(stage: Stage): readonly string[] {
  const from = `${quoted(stage.table.database)}.${quoted(stage.name)}`;
  const key = stagedKey(stage);
  const tuple = key.length === 1 ? (key[0] ?? "") : `(${key.join(", ")})`;
  return [
    `FROM ${from} FINAL`,
    ...(key.length === 0
      ? [`WHERE staged_at >= ${SPAN.from} AND staged_at < ${SPAN.until}`]
      : [
          `WHERE ${tuple} IN (`,
          `  SELECT ${key.join(", ")} FROM ${from}`,
          `  WHERE staged_at >= ${SPAN.from} AND staged_at < ${SPAN.until}`,
          ")",
        ]),
  ];
}

/** `ASOF LEFT JOIN …`: the version of a dimension that held at `time`, or the one that there is. */
export function joinOf({ target, given }: Lookup, alias: string, time: string): readonly string[] {
  const [surrogate = "id"] = target.entity.primaryKey;
  const id = target.columns.find(({ field }) => field.id === surrogate)?.name ?? surrogate;
  const from = target.validity?.from.name;
  const natural = target.naturalKey.map(({ name }) => quoted(name));
  const columns = [...new Set([quoted(id), ...natural])];
  if (from !== undefined) columns.push(quoted(from));
  const matches = natural.map(
    (name, index) => `staged.${quoted(given[index] ?? "")} = ${alias}.${name}`,
  );
  const isVersioned = from !== undefined;
  return [
    `${isVersioned ? "ASOF LEFT" : "ANY LEFT"} JOIN (`,
    `  SELECT ${columns.join(", ")} FROM ${quoted(target.database)}.${quoted(target.name)} FINAL`,
    `) AS ${alias}`,
    `  ON ${[...matches, ...(isVersioned ? [`${time} >= ${alias}.${quoted(from)}`] : [])].join(" AND ")}`,
  ];
}

/** Column of the key that a join finds. */
export function foundKey({ target }: Lookup, alias: string): string {
  const [surrogate = "id"] = target.entity.primaryKey;
  const id = target.columns.find(({ field }) => field.id === surrogate)?.name ?? surrogate;
  return `${alias}.${quoted(id)}`;
}

export function indented(lines: readonly string[], by = "  "): readonly string[] {
  return lines.map((line) => `${by}${line}`);
}
