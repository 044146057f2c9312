import type { BodySchema, ContextDesign, Operation } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";

export const personalInOpenResponse = declareDiagnostic<{
  readonly operation: string;
  readonly field: string;
  readonly classification: string;
}>({
  code: "design/personal-in-open-response",
  severity: "error",
  message: ({ operation, field, classification }) =>
    `everybody may call ${operation}, and it answers with the ${classification} field ${field}`,
  fix: "answer with a body without the field, demand a mechanism, or say in disclosed of the property why everybody may see it",
});

/**
 * What is personal or sensitive is shown to nobody who has not proved who they are, unless its
 * property says why. What the caller has just sent may come back.
 */
export const personalInOpenResponseCheck: DesignCheck = {
  after: ["api"],
  check(design) {
    return design.contexts.flatMap((context) =>
      context.operations
        .filter(({ auth }) => auth.mechanisms.length === 0)
        .flatMap((operation) => inAnswer(context, operation)),
    );
  },
};

function inAnswer(context: ContextDesign, operation: Operation): readonly Diagnostic[] {
  if (operation.exposure === "internal") return [];
  const sent = new Set(
    within(context, operation.request?.schema).flatMap(({ entity, properties }) =>
      properties.map(({ field }) => `${entity}/${field}`),
    ),
  );
  return within(context, operation.response?.schema).flatMap((schema) =>
    schema.properties.flatMap((property) => {
      const entity = context.entities.find(({ id }) => id === schema.entity);
      const field = entity?.fields.find(({ id }) => id === property.field);
      if (field === undefined || property.disclosed !== undefined) return [];
      if (sent.has(`${schema.entity}/${field.id}`)) return [];
      const { classification } = field;
      if (classification !== "personal" && classification !== "sensitive") return [];
      const subject = `${context.context}/operation/${operation.id}`;
      const words = { operation: label(operation), field: label(field), classification };
      const related = [`${context.context}/schema/${schema.id}/property/${property.id}`];
      return [personalInOpenResponse(subject, words, { related })];
    }),
  );
}

/** A body and the bodies inside it. */
function within(context: ContextDesign, id: string | undefined): readonly BodySchema[] {
  const reached = new Set<BodySchema>();
  const waiting = [id];
  while (waiting.length > 0) {
    const next = waiting.pop();
    const schema = context.schemas.find((candidate) => candidate.id === next);
    if (schema === undefined || reached.has(schema)) continue;
    reached.add(schema);
    waiting.push(...schema.properties.map((property) => property.schema));
    waiting.push(...(schema.variants?.schemas ?? []));
  }
  return [...reached];
}
