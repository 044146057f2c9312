import { type BodyView, bodyView } from "./body-view.ts";
import { exampleValue } from "./example-value.ts";
import type { BodySchema, ContextDesign } from "../../design/design.ts";
import type { ResolvedProperty } from "../../design/resolve-property.ts";

type Example = Readonly<Record<string, unknown>>;

export interface BodyExampleOptions {
  /** Which one of several. */
  readonly ordinal?: number;
  /** Nothing that may be left out, and null wherever it may stand. */
  readonly isSparse?: boolean;
}

/** An example of a body, composed from the samples of its fields. */
export function bodyExample(
  context: ContextDesign,
  schema: BodySchema,
  view: BodyView,
  { ordinal = 0, isSparse = false }: BodyExampleOptions = {},
): Example {
  return compose(schema, { context, view, ordinal, isSparse, around: [] });
}

interface Scene extends Required<BodyExampleOptions> {
  readonly context: ContextDesign;
  readonly view: BodyView;
  readonly around: readonly BodySchema[];
}

function compose(schema: BodySchema, scene: Scene): Example {
  const inside = { ...scene, around: [...scene.around, schema] };
  const variants = schema.variants?.schemas ?? [];
  const variant = scene.context.schemas.find(
    ({ id }) => id === variants[scene.ordinal % variants.length],
  );
  if (variant !== undefined && !scene.around.includes(variant)) return compose(variant, inside);
  const entries = bodyView(scene.context, schema, scene.view).flatMap((property) => {
    if (scene.isSparse && !property.required) return [];
    const value = propertyExample(property, inside);
    return value === undefined ? [] : [[property.wireName, value] as const];
  });
  return Object.fromEntries(entries);
}

/** `undefined` where a body would hold itself for ever. */
function propertyExample(property: ResolvedProperty, scene: Scene): unknown {
  const { context, ordinal, isSparse, around } = scene;
  const { nestedSchema, many } = property;
  const nullable = property.nullable && nestedSchema?.variants === undefined;
  if (isSparse && nullable) return null;
  if (nestedSchema === undefined) {
    if (!many) return exampleValue(context, property, ordinal);
    const first = exampleValue(context, property, 2 * ordinal);
    const second = exampleValue(context, property, 2 * ordinal + 1);
    return first === second || isSparse || property.maximumItems === 1 ? [first] : [first, second];
  }
  if (around.includes(nestedSchema)) {
    if (many) return [];
    return nullable ? null : undefined;
  }
  const example = compose(nestedSchema, scene);
  return many ? [example] : example;
}
