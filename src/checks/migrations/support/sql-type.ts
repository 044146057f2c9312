import type { TypeName } from "libpg-query";
import { stringsOf } from "./nodes.ts";

/** A type as a statement names it. */
export interface SqlType {
  /** Without the schema of built-in types: `varchar`, `int4`, `citext`. */
  readonly name: string;
  /** Length, or precision and scale. */
  readonly modifiers: readonly number[];
  readonly isArray: boolean;
}

export function sqlType(type: TypeName | undefined): SqlType | undefined {
  const names = stringsOf(type?.names);
  if (type === undefined || names.length === 0) return undefined;
  const own = names[0] === "pg_catalog" ? names.slice(1) : names;
  const modifiers = (type.typmods ?? []).flatMap((node) =>
    "A_Const" in node && node.A_Const.ival !== undefined ? [node.A_Const.ival.ival ?? 0] : [],
  );
  return { name: own.join("."), modifiers, isArray: (type.arrayBounds ?? []).length > 0 };
}

export function describeType({ name, modifiers, isArray }: SqlType): string {
  const length = modifiers.length === 0 ? "" : `(${modifiers.join(", ")})`;
  return `${SPOKEN[name] ?? name}${length}${isArray ? "[]" : ""}`;
}

const SPOKEN: Readonly<Record<string, string>> = {
  int2: "smallint",
  int4: "integer",
  int8: "bigint",
  float4: "real",
  float8: "double precision",
  bool: "boolean",
  bpchar: "char",
};

/** Longer texts in the same form: the rows stay as they are where no bound gets tighter. */
const BOUNDED = new Set(["varchar", "varbit"]);
const WITH_PRECISION = new Set(["timestamp", "timestamptz", "time", "timetz", "interval"]);
/** Read the same way: `CREATE CAST … WITHOUT FUNCTION` in PostgreSQL's catalogue. */
const SAME_FORM: readonly (readonly [string, string])[] = [
  ["varchar", "text"],
  ["text", "varchar"],
  ["citext", "text"],
  ["text", "citext"],
  ["citext", "varchar"],
  ["cidr", "inet"],
  ["xml", "text"],
  ["xml", "varchar"],
];

/** Whether the rows can stay as they are: PostgreSQL manual, ALTER TABLE, notes on SET DATA TYPE. */
export function keepsRows(from: SqlType, to: SqlType): boolean {
  if (from.isArray !== to.isArray) return false;
  if (from.name !== to.name) {
    const isSame = SAME_FORM.some(([old, next]) => old === from.name && next === to.name);
    return isSame && to.modifiers.length === 0;
  }
  if (to.modifiers.length === 0) return from.name !== "bpchar" || from.modifiers.length === 0;
  const [first, scale = 0] = to.modifiers;
  const [was, wasScale = 0] = from.modifiers;
  if (first === undefined) return true;
  if (was === undefined) return WITH_PRECISION.has(to.name) && first >= 6;
  if (to.name === "numeric") return first >= was && scale === wasScale;
  if (BOUNDED.has(to.name) || WITH_PRECISION.has(to.name)) return first >= was;
  return first === was && scale === wasScale;
}
