import type { Design } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";

export const propertySource = declareDiagnostic<{
  readonly what: string;
  readonly given: string;
  readonly allowed: string;
}>({
  code: "design/property-source",
  severity: "error",
  message: ({ what, given, allowed }) => `${what} has ${given}, it needs exactly one of ${allowed}`,
  fix: ({ allowed }) =>
    `keep the one of ${allowed} that says what it holds; field needs the entity around it to be named`,
});

/** What a property, a parameter or a part of a payload holds is said once. */
export const propertySourceCheck: DesignCheck = {
  after: [],
  check(design) {
    return [...ofContexts(design), ...ofEvents(design)];
  },
};

interface Source {
  readonly id: string;
  readonly name?: string | undefined;
  readonly field?: string | undefined;
  readonly schema?: string | undefined;
  readonly type?: string | undefined;
}

function ofContexts({ contexts }: Design): readonly Diagnostic[] {
  return contexts.flatMap(({ context, schemas, operations }) => [
    ...schemas.flatMap((schema) =>
      schema.properties.flatMap((property) => {
        const subject = `${context}/schema/${schema.id}/property/${property.id}`;
        const what = `the property ${label(property)} of ${label(schema)}`;
        return report(subject, what, property, ["field", "schema", "type"], schema.entity);
      }),
    ),
    ...operations.flatMap((operation) =>
      operation.parameters.flatMap((parameter) => {
        const subject = `${context}/operation/${operation.id}/parameter/${parameter.id}`;
        const what = `the parameter ${label(parameter)} of ${label(operation)}`;
        return report(subject, what, parameter, ["field", "type"], operation.entity);
      }),
    ),
  ]);
}

function ofEvents({ system }: Design): readonly Diagnostic[] {
  return system.events.flatMap((event) =>
    event.payload.flatMap((part) => {
      const subject = `system/event/${event.id}/payload/${part.id}`;
      const what = `the part ${label(part)} of the payload of ${label(event)}`;
      return report(subject, what, part, ["field", "type"], event.entity);
    }),
  );
}

function report(
  subject: string,
  what: string,
  source: Source,
  allowed: readonly ("field" | "schema" | "type")[],
  entity: string | undefined,
): readonly Diagnostic[] {
  const given = allowed.filter((key) => source[key] !== undefined);
  const lacksEntity = source.field !== undefined && entity === undefined;
  if (given.length === 1 && !lacksEntity) return [];
  const found = lacksEntity ? "a field of no entity" : given.join(" and ") || "none";
  return [propertySource(subject, { what, given: found, allowed: allowed.join(", ") })];
}
