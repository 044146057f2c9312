import type { BodySchema, ContextDesign } from "../../design/design.ts";
import type { ResolvedProperty } from "../../design/resolve-property.ts";
import { type BodyView, bodyView } from "../../artifacts/contract/body-view.ts";
import { exampleValue } from "../../artifacts/contract/example-value.ts";

type Example = Readonly<Record<string, unknown>>;

/** An example of a body, composed from the samples of its fields. */
export function bodyExample(
  context: ContextDesign,
  schema: BodySchema,
  view: BodyView,
  ordinal = 0,
): Example {
  return compose(context, schema, view, ordinal, []);
}

function compose(
  context: ContextDesign,
  schema: BodySchema,
  view: BodyView,
  ordinal: number,
  around: readonly BodySchema[],
): Example {
  const inside = [...around, schema];
  const entries = bodyView(context, schema, view).flatMap((property) => {
    const value = propertyExample(context, property, view, ordinal, inside);
    return value === undefined ? [] : [[property.wireName, value] as const];
  });
  return Object.fromEntries(entries);
}

/** `undefined` where a body would hold itself for ever. */
function propertyExample(
  context: ContextDesign,
  property: ResolvedProperty,
  view: BodyView,
  ordinal: number,
  inside: readonly BodySchema[],
): unknown {
  const { nestedSchema, many, nullable } = property;
  if (nestedSchema === undefined) {
    if (!many) return exampleValue(context, property, ordinal);
    const first = exampleValue(context, property, 2 * ordinal);
    const second = exampleValue(context, property, 2 * ordinal + 1);
    return first === second ? [first] : [first, second];
  }
  if (inside.includes(nestedSchema)) {
    if (many) return [];
    return nullable ? null : undefined;
  }
  const example = compose(context, nestedSchema, view, ordinal, inside);
  return many ? [example] : example;
}
