import { uniqueName } from "../util/naming.ts";
import type { ObjectNames } from "./object-names.ts";
import type { Column, Table } from "./relational-model.ts";

/** What a row of a history says besides the version itself. */
const OWN = [
  { id: "history-id", type: { kind: "uuid" }, default: { function: "uuid" } },
  { id: "changed-at", type: { kind: "timestamp" }, default: { function: "now" } },
  { id: "changed-by", type: { kind: "string", length: 200 }, nullable: true },
  { id: "change", type: { kind: "string", length: 6 } },
] as const;

/**
 * The table of the earlier versions of a table's rows, and that table with the trigger that fills
 * it. A version keeps no foreign key, no uniqueness and asks for no value besides its key: it outlives
 * what it refers to, and rows of a time in which a column was optional are versions too. Secrets are
 * not copied, an old password hash being of use to an attacker only; but what says whose version it is
 * always is.
 */
export function historyTable(
  source: Table,
  secrets: ReadonlySet<string>,
  names: ObjectNames,
): { readonly source: Table; readonly history: Table } {
  const { subject, comment } = source;
  const name = names.object([source.name], "history");
  const takenIds = new Set(source.columns.map(({ id }) => id));
  const takenNames = new Set(source.columns.map((column) => column.name));
  const own = OWN.map((column): Column => {
    const id = uniqueName(column.id, takenIds);
    const columnName = uniqueName(column.id.replaceAll("-", "_"), takenNames, "_");
    return { nullable: false, ...column, id, subject, name: columnName };
  });
  const [key, at, , change] = own.map(({ id }) => id);
  const primary = source.primaryKey?.columns ?? [];
  const owners = new Set([
    ...primary,
    ...(source.policy === undefined ? [] : [source.policy.column]),
  ]);
  const lasting = source.columns.filter(({ id }) => owners.has(id) || !secrets.has(id));
  const kept = lasting.map(({ id, subject: about, name: columnName, type, nullable }) => ({
    id,
    subject: about,
    name: columnName,
    type,
    nullable: nullable || !owners.has(id),
  }));
  const history: Table = {
    id: `history:${source.id}`,
    subject,
    name,
    comment: `Earlier versions of ${source.name}${comment === undefined ? "" : `: ${comment}`}`
      .slice(0, 4000)
      .trim(),
    columns: [...own, ...kept],
    primaryKey: {
      id: "primary-key",
      subject,
      name: names.object([name], "pkey"),
      columns: [key ?? ""],
    },
    uniqueKeys: [],
    foreignKeys: [],
    indexes: [
      {
        id: "by-row",
        subject,
        name: names.object([name, "row"], "idx"),
        columns: [...primary, at ?? ""],
        unique: false,
        descending: [at ?? ""],
        comment: "The versions of one row, newest first.",
      },
    ],
    checks: [
      {
        id: "values:change",
        subject,
        name: names.object([name, "change"], "check"),
        rule: { kind: "values", column: change ?? "", values: ["update", "delete"] },
      },
    ],
    ...(source.policy === undefined
      ? {}
      : { policy: { ...source.policy, name: names.object([name], "tenant") } }),
  };
  const trigger = {
    id: "history",
    subject,
    name: names.object([source.name], "versions"),
    into: name,
    own: { by: own[2]?.name ?? "", change: own[3]?.name ?? "" },
    columns: kept.map((column) => column.name),
  };
  return { source: { ...source, history: trigger }, history };
}
