import type { Field, ValueType } from "../design/design.ts";
import { decimalShape } from "../design/decimal-shape.ts";
import type { CheckRule, ColumnType } from "./relational-model.ts";

/** Longest `varchar` of PostgreSQL; a longer bound is a check. */
const LONGEST_STRING = 10_485_760;

const TEXTUAL: ReadonlySet<ValueType> = new Set(["string", "text", "enum"]);
const NUMERIC: ReadonlySet<ValueType> = new Set(["integer", "bigint", "decimal"]);

/** The type of a column, with the bounds that are part of a type in SQL. */
export function columnTypeOf(field: Field): ColumnType {
  if (field.type === "string" && isTypeBound(field)) {
    return { kind: "string", length: field.maxLength };
  }
  if (field.type === "decimal") return { kind: "decimal", ...decimalShape(field) };
  return { kind: field.type };
}

/** What a field says about its values beyond the type, by the name of the rule. */
export function valueRulesOf(field: Field): readonly CheckRule[] {
  const { id: column, type } = field;
  const rules: CheckRule[] = [];
  if (TEXTUAL.has(type) && field.enumValues !== undefined && field.enumValues.length > 0) {
    rules.push({ kind: "values", column, values: [...new Set(field.enumValues)] });
  }
  if (NUMERIC.has(type)) {
    const { minimum, maximum } = field;
    if (minimum !== undefined || maximum !== undefined) {
      rules.push({ kind: "range", column, ...bounds(minimum, maximum) });
    }
  }
  if (type === "string" || type === "text") {
    const minimum = field.minLength === 0 ? undefined : field.minLength;
    const maximum = isTypeBound(field) ? undefined : field.maxLength;
    if (minimum !== undefined || maximum !== undefined) {
      rules.push({ kind: "length", column, ...bounds(minimum, maximum) });
    }
  }
  return rules;
}

function isTypeBound(field: Field): field is Field & { readonly maxLength: number } {
  return (
    field.type === "string" && field.maxLength !== undefined && field.maxLength <= LONGEST_STRING
  );
}

function bounds(
  minimum: number | undefined,
  maximum: number | undefined,
): { readonly minimum?: number; readonly maximum?: number } {
  return {
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}
