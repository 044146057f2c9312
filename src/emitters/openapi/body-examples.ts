import { bodyView } from "../../artifacts/contract/body-view.ts";
import type { BodyView } from "../../artifacts/contract/body-view.ts";
import type { BodySchema, ContextDesign } from "../../design/design.ts";
import { isDeepEqual } from "../../util/is-deep-equal.ts";
import { bodyExample } from "../../artifacts/contract/body-example.ts";

export interface NamedExample {
  readonly summary: string;
  readonly value: unknown;
}

export type NamedExamples = Readonly<Record<string, NamedExample>>;

/** A typical body and the edges of what it may be; one that says the same again is left out. */
export function bodyExamples(
  context: ContextDesign,
  schema: BodySchema,
  view: BodyView,
  isPatch = false,
): NamedExamples {
  const variants = schema.variants?.schemas ?? [];
  if (variants.length > 0) {
    return Object.fromEntries(
      variants.map((id, ordinal) => {
        const value = bodyExample(context, schema, view, { ordinal });
        return [id, { summary: `As ${id.replaceAll("-", " ")}`, value }];
      }),
    );
  }
  const typical = bodyExample(context, schema, view);
  const edges = isPatch
    ? patchEdges(context, schema, typical)
    : { [view === "request" ? "required-only" : "sparse"]: sparse(context, schema, view) };
  return {
    typical: { summary: "Typical", value: typical },
    ...Object.fromEntries(
      Object.entries(edges).filter(([, { value }]) => !isDeepEqual(value, typical)),
    ),
  };
}

function sparse(context: ContextDesign, schema: BodySchema, view: BodyView): NamedExample {
  const value = bodyExample(context, schema, view, { isSparse: true });
  const summary =
    view === "request" ? "Only what has to be said" : "Nothing that may be absent or null";
  return { summary, value };
}

/** A merge patch (RFC 7396) changes what it names and removes what it gives as null. */
function patchEdges(
  context: ContextDesign,
  schema: BodySchema,
  typical: Readonly<Record<string, unknown>>,
): NamedExamples {
  const properties = bodyView(context, schema, "request");
  const first = properties.find(({ wireName }) => wireName in typical);
  const cleared = properties.find(
    ({ nullable, nestedSchema }) => nullable && nestedSchema?.variants === undefined,
  );
  const required = properties
    .filter((property) => property.required)
    .map(({ wireName }) => [wireName, typical[wireName]] as const);
  function edge(name: string, value: unknown): Readonly<Record<string, unknown>> {
    return { ...Object.fromEntries(required), [name]: value };
  }
  return {
    ...(first === undefined
      ? {}
      : {
          "one-change": {
            summary: "One change, the rest stays",
            value: edge(first.wireName, typical[first.wireName]),
          },
        }),
    ...(cleared === undefined
      ? {}
      : {
          removal: { summary: "Null removes a value", value: edge(cleared.wireName, null) },
        }),
  };
}
