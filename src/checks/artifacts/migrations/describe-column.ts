import type { Design, Field } from "../../../design/design.ts";
import type { DescribeColumn } from "./seed-rows.ts";

/** Looks columns up in the Design by subject; an unknown one is described by its type alone. */
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
  return ({ id, subject, name, type }, table) => {
    const field = fields.get(subject);
    if (field !== undefined) return field;
    const { kind, length, precision, scale } = type;
    const values = table.checks.flatMap(({ rule }) =>
      rule.kind === "values" && rule.column === id ? rule.values : [],
    );
    return {
      name,
      type: values.length > 0 ? "enum" : kind,
      maxLength: length,
      precision,
      scale,
      samples: [],
      ...(values.length > 0 ? { enumValues: values } : {}),
    };
  };
}
