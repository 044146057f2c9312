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
  return ({ subject, name, type }) => {
    const field = fields.get(subject);
    if (field !== undefined) return field;
    const { kind, length, precision, scale } = type;
    return { name, type: kind, maxLength: length, precision, scale, samples: [] };
  };
}
