import type { Design, Field } from "../../../design/design.ts";
import { columnTypeOf, valueRulesOf } from "../../../sql/column-rules.ts";
import type { CheckRule, Column } from "../../../sql/relational-model.ts";
import { assertNever } from "../../../util/assert-never.ts";
import { isDeepEqual } from "../../../util/is-deep-equal.ts";
import type { DescribeColumn } from "./seed-rows.ts";

/**
 * Looks columns up in the Design by subject. A column of an earlier schema that was of another kind
 * then is described by its type and its checks alone, as is an unknown one.
 */
export function createDescribeColumn(design: Design): DescribeColumn {
  const fields = new Map<string, Field>(
    design.contexts.flatMap(({ context, entities }) =>
      entities.flatMap((entity) =>
        entity.fields.map(
          (field) => [`${context}/entity/${entity.id}/field/${field.id}`, field] as const,
        ),
      ),
    ),
  );
  return (column, table) => {
    const field = fields.get(column.subject);
    const rules = table.checks.flatMap(({ rule }) =>
      rule.kind !== "compare" && rule.column === column.id ? [rule] : [],
    );
    if (field !== undefined && isAsBefore(field, column, rules)) return field;
    const { kind, length, precision, scale } = column.type;
    const bounds = Object.assign({}, ...rules.map(boundsOf));
    return {
      name: column.name,
      type: kind,
      maxLength: length,
      precision,
      scale,
      samples: [],
      ...bounds,
    };
  };
}

function isAsBefore(field: Field, column: Column, rules: readonly CheckRule[]): boolean {
  if (!isDeepEqual(columnTypeOf(field), column.type)) return false;
  // Tables of other origin, such as histories, have the column without its rules.
  return rules.length === 0 || isDeepEqual(valueRulesOf(field), rules);
}

function boundsOf(rule: CheckRule): Partial<Field> {
  switch (rule.kind) {
    case "values":
      return { enumValues: [...rule.values] };
    case "range":
      return { minimum: rule.minimum, maximum: rule.maximum };
    case "length":
      return {
        minLength: rule.minimum,
        ...(rule.maximum === undefined ? {} : { maxLength: rule.maximum }),
      };
    case "compare":
      return {};
    default:
      return assertNever(rule);
  }
}
