import { resolveProperty } from "../../design/resolve-property.ts";
import type { BodySchema, ContextDesign } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";

export const variantMismatch = declareDiagnostic<{
  readonly schema: string;
  readonly problem: string;
  readonly discriminator: string;
}>({
  code: "design/variant-mismatch",
  severity: "error",
  message: ({ schema, problem }) => `the body ${schema} is one of several, but ${problem}`,
  fix: ({ discriminator }) =>
    `give each variant a required property ${discriminator} with one enum value of its own, and the union no properties and no null`,
});

/** Which one of several bodies it is can be told from one property (OAS 3.0.3, Discriminator Object). */
export const variantMismatchCheck: DesignCheck = {
  after: ["api"],
  check(design) {
    return design.contexts.flatMap((context) =>
      context.schemas.flatMap((schema) =>
        problemsOf(schema, context).map((problem) => {
          const discriminator = schema.variants?.discriminator ?? "";
          const subject = `${context.context}/schema/${schema.id}`;
          return variantMismatch(subject, { schema: label(schema), problem, discriminator });
        }),
      ),
    );
  },
};

function problemsOf(schema: BodySchema, context: ContextDesign): readonly string[] {
  const { variants } = schema;
  if (variants === undefined) return [];
  const { discriminator } = variants;
  const parts = context.schemas.filter(({ id }) => variants.schemas.includes(id));
  const values = parts.map((part) => valuesOf(part, context, discriminator));
  const all = values.flatMap((own) => own ?? []);
  const isNull = context.schemas.some(({ properties }) =>
    properties.some((property) => property.schema === schema.id && property.nullable === true),
  );
  const reports: readonly (readonly [applies: boolean, problem: string])[] = [
    [schema.properties.length > 0, "has properties of its own"],
    [isNull, "a property that holds it may be null, which none of them is"],
    [new Set(all).size < all.length, `two variants have the same value of ${discriminator}`],
    ...parts.map((part, index): readonly [boolean, string] => [
      part.variants !== undefined || values[index]?.length !== 1,
      part.variants === undefined
        ? `its variant ${label(part)} does not require a ${discriminator} with one value`
        : `its variant ${label(part)} is one of several, too`,
    ]),
  ];
  return reports.filter(([applies]) => applies).map(([, problem]) => problem);
}

function valuesOf(
  schema: BodySchema,
  context: ContextDesign,
  discriminator: string,
): readonly string[] | undefined {
  const scope = { context, entity: schema.entity, owner: `${context.context}/schema/${schema.id}` };
  const found = schema.properties
    .map((property) => resolveProperty(property, scope))
    .find(({ wireName }) => wireName === discriminator);
  if (found === undefined || !found.required || found.many || found.nullable) return undefined;
  return found.value.enumValues;
}
