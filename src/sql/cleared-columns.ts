import type { Entity, Field } from "../design/design.ts";
import type { Table } from "./relational-model.ts";

/** What stands in a column once the row says nothing about a person. */
export type ClearedColumn = { readonly column: string } & (
  | { readonly to: "nothing" }
  /** The text, the same in every row. */
  | { readonly to: "text"; readonly text: string }
  /** A text made from the key of the row: other rows must not have the same. */
  | { readonly to: "key"; readonly minimum: number; readonly maximum: number }
  /** The first day of its year: ages and orders stay, the person is one of many. */
  | { readonly to: "year"; readonly kind: "date" | "timestamp" }
  /** The number, the same in every row. */
  | { readonly to: "number"; readonly value: number }
);

const PERSONAL: ReadonlySet<Field["classification"]> = new Set(["personal", "sensitive", "secret"]);
const WORD = "removed";
/** Of a digest in hexadecimal digits. */
const DIGEST = 32;

/**
 * The columns that are cleared to make a row anonymous, and the personal ones that cannot be: they
 * are required and no neutral value keeps the rules, or they are what the row is known by.
 */
export function clearedColumns(
  { fields }: Entity,
  table: Table,
): { readonly cleared: readonly ClearedColumn[]; readonly kept: readonly string[] } {
  const bound = new Set([
    ...(table.primaryKey?.columns ?? []),
    ...table.foreignKeys.flatMap(({ column, more = [] }) => [
      column,
      ...more.map((part) => part.column),
    ]),
    ...(table.partition === undefined ? [] : [table.partition.column]),
  ]);
  const unique = uniqueSources(fields, table);
  const cleared: ClearedColumn[] = [];
  const kept: string[] = [];
  for (const field of fields) {
    if (!PERSONAL.has(field.classification) || field.generated !== undefined) continue;
    const found = bound.has(field.id) ? undefined : clear(field, table, unique.has(field.id));
    if (found === undefined) kept.push(field.id);
    else cleared.push(found);
  }
  return { cleared, kept };
}

function clear(field: Field, table: Table, isUnique: boolean): ClearedColumn | undefined {
  const { id: column, type, nullable, enumValues, minLength = 0 } = field;
  if (nullable) return { column, to: "nothing" };
  if (type === "json") return isUnique ? undefined : { column, to: "text", text: "{}" };
  if (enumValues !== undefined) {
    const unsaid = enumValues.find((value) => UNSAID.test(value));
    return isUnique || unsaid === undefined ? undefined : { column, to: "text", text: unsaid };
  }
  if (type === "date" || type === "timestamp") {
    const isCompared = rulesOf(table, column).some(({ kind }) => kind === "compare");
    return isUnique || isCompared ? undefined : { column, to: "year", kind: type };
  }
  if (type === "integer" || type === "bigint" || type === "decimal") {
    const value = isUnique ? undefined : neutralNumber(rulesOf(table, column));
    return value === undefined ? undefined : { column, to: "number", value };
  }
  if (type !== "string" && type !== "text") return undefined;
  const maximum = field.maxLength ?? Number.POSITIVE_INFINITY;
  if (!isUnique) {
    return { column, to: "text", text: WORD.slice(0, maximum).padEnd(minLength, "-") };
  }
  return maximum < DIGEST ? undefined : { column, to: "key", minimum: minLength, maximum };
}

/** A value that a list of values has for "not said". */
const UNSAID =
  /^(?:unknown|unspecified|undisclosed|not[-_ ](?:said|given|known|stated)|none|other)$/i;

type Rule = Table["checks"][number]["rule"];

/** The rules that speak of a column, on either side. */
function rulesOf({ checks }: Table, column: string): readonly Rule[] {
  return checks.flatMap(({ rule }) => {
    const other = rule.kind === "compare" && typeof rule.to === "object" ? rule.to.column : "";
    return rule.column === column || other === column ? [rule] : [];
  });
}

/** The first plain number that keeps all rules; none where one compares two columns. */
function neutralNumber(rules: readonly Rule[]): number | undefined {
  const bounds = rules.flatMap((rule) => {
    if (rule.kind === "range") return [rule.minimum, rule.maximum];
    if (rule.kind !== "compare" || typeof rule.to === "object") return [];
    return [rule.to, rule.to + 1, rule.to - 1];
  });
  const candidates = [0, 1, ...bounds.flatMap((bound) => bound ?? [])];
  return candidates.find((value) => rules.every((rule) => keeps(value, rule)));
}

function keeps(value: number, rule: Rule): boolean {
  switch (rule.kind) {
    case "range":
      return value >= (rule.minimum ?? value) && value <= (rule.maximum ?? value);
    case "compare":
      return typeof rule.to === "number" && isSo(value, rule.operator, rule.to);
    case "values":
    case "length":
      return false;
    default:
      return rule satisfies never;
  }
}

function isSo(
  value: number,
  operator: Extract<Rule, { kind: "compare" }>["operator"],
  to: number,
): boolean {
  switch (operator) {
    case "lt":
      return value < to;
    case "lte":
      return value <= to;
    case "gt":
      return value > to;
    case "gte":
      return value >= to;
    case "ne":
      return value !== to;
    default:
      return operator satisfies never;
  }
}

/** What a unique key is over, or what a column of one is computed from. */
function uniqueSources(fields: readonly Field[], table: Table): ReadonlySet<string> {
  const own = new Set(
    [...table.uniqueKeys, ...table.indexes.filter(({ unique }) => unique)].flatMap(
      ({ columns }) => columns,
    ),
  );
  const computed = fields.flatMap(({ id, generated }) =>
    generated !== undefined && own.has(id) ? generated.fields : [],
  );
  return new Set([...own, ...computed]);
}
