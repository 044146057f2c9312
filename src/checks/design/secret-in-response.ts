import type { BodySchema, ContextDesign, Design } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { byId } from "./support/by-id.ts";
import { label } from "./support/label.ts";

export const secretInResponse = declareDiagnostic<{
  readonly property: string;
  readonly field: string;
  readonly place: string;
}>({
  code: "design/secret-in-response",
  severity: "error",
  message: ({ property, field, place }) =>
    `the secret field ${field} leaves the system as ${property} of ${place}`,
  fix: ({ property, place }) =>
    `remove ${property} from ${place}, or correct the classification of the field if it is no secret`,
});

/** What is secret is in no answer and in no event. */
export const secretInResponseCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return [...design.contexts.flatMap(inResponses), ...inEvents(design)];
  },
};

function inResponses(context: ContextDesign): readonly Diagnostic[] {
  const secrets = secretsOf(context);
  if (secrets.size === 0) return [];
  const schemas = byId(context.schemas);
  return [...answered(context, schemas)].flatMap((schema) =>
    schema.properties.flatMap((property) => {
      const name = secrets.get(`${schema.entity}/${property.field}`);
      if (name === undefined) return [];
      const subject = `${context.context}/schema/${schema.id}/property/${property.id}`;
      const words = { property: label(property), field: name, place: label(schema) };
      return [secretInResponse(subject, words)];
    }),
  );
}

/** Bodies of responses, with the bodies inside them. */
function answered(
  { operations }: ContextDesign,
  schemas: ReadonlyMap<string, BodySchema>,
): ReadonlySet<BodySchema> {
  const reached = new Set<BodySchema>();
  const waiting = operations.map(({ response }) => response?.schema);
  while (waiting.length > 0) {
    const schema = schemas.get(waiting.pop() ?? "");
    if (schema === undefined || reached.has(schema)) continue;
    reached.add(schema);
    waiting.push(...schema.properties.map((property) => property.schema));
  }
  return reached;
}

function inEvents({ system, contexts }: Design): readonly Diagnostic[] {
  const secrets = new Map(
    contexts.flatMap((context) =>
      [...secretsOf(context)].map(([key, name]) => [`${context.context}/${key}`, name] as const),
    ),
  );
  return system.events.flatMap((event) =>
    event.payload.flatMap((part) => {
      const name = secrets.get(`${event.entity}/${part.field}`);
      if (name === undefined) return [];
      const words = { property: label(part), field: name, place: label(event) };
      return [secretInResponse(`system/event/${event.id}/payload/${part.id}`, words)];
    }),
  );
}

/** `entity/field` → how a message names the field. */
function secretsOf({ entities }: ContextDesign): ReadonlyMap<string, string> {
  return new Map(
    entities.flatMap((entity) =>
      entity.fields
        .filter(({ classification }) => classification === "secret")
        .map(
          (field) => [`${entity.id}/${field.id}`, `${label(field)} of ${label(entity)}`] as const,
        ),
    ),
  );
}
