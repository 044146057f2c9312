import type { OpenAPIV3 } from "openapi-types";
import { bodyView } from "../../artifacts/contract/body-view.ts";
import { toCamel } from "../../util/naming.ts";
import type { SurfaceOperation } from "./api-surface.ts";

/** How a caller chooses the order of a list, and which properties it gets. */
export function listParameters({
  context,
  operation,
}: SurfaceOperation): readonly OpenAPIV3.ParameterObject[] {
  const schema = context.schemas.find(({ id }) => id === operation.response?.schema);
  if (schema === undefined) return [];
  const { sortable = [], selectable, collection } = operation.response ?? {};
  const properties = bodyView(context, schema, "response");
  const entity = context.entities.find(({ id }) => id === operation.entity);
  const sorts = sortable.flatMap((id) => {
    const shown = properties.find(({ field }) => field?.id === id)?.wireName;
    const name = entity?.fields.find((field) => field.id === id)?.name;
    return shown ?? (name === undefined ? [] : toCamel(name));
  });
  const names = properties.map(({ wireName }) => wireName);
  return [
    ...(collection === true && sorts.length > 0
      ? [
          choice(
            "sort",
            "What the list is sorted by, the first first; `-` before it for falling.",
            sorts.flatMap((name) => [name, `-${name}`]),
            sorts.length,
          ),
        ]
      : []),
    ...(selectable === true && names.length > 0
      ? [choice("fields", "The properties to return; all where left out.", names, names.length)]
      : []),
  ];
}

function choice(
  name: string,
  description: string,
  values: readonly string[],
  maxItems: number,
): OpenAPIV3.ParameterObject {
  return {
    name,
    in: "query",
    description,
    required: false,
    style: "form",
    explode: false,
    schema: {
      type: "array",
      minItems: 1,
      maxItems,
      uniqueItems: true,
      items: { type: "string", enum: [...new Set(values)] },
    },
    example: values.slice(0, 1),
  };
}
