import type { Design, Entity } from "../../design/design.ts";
import { resolveProperty } from "../../design/resolve-property.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { toCamel, toSnake, wordsOf } from "../../util/naming.ts";
import type { DesignCheck } from "../design-check.ts";
import { createScopes } from "./support/create-scopes.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";

/** Bytes of an identifier that PostgreSQL keeps. */
const IDENTIFIER_BYTES = 63;

export const duplicateName = declareDiagnostic<{
  readonly what: string;
  readonly one: string;
  readonly other: string;
  readonly written: string;
}>({
  code: "design/duplicate-name",
  severity: "error",
  message: ({ what, one, other, written }) =>
    `the ${what} ${one} and ${other} are both written ${written}`,
  fix: ({ one }) =>
    `give ${one} a name that differs in letters or digits, not in case or separators only`,
});

/** Names stay apart when they become tables, columns, properties and types. */
export const duplicateNameCheck: DesignCheck = {
  after: [],
  check(design) {
    return [...systemScopes(design), ...contextScopes(design)];
  },
};

interface Named {
  readonly id: string;
  readonly name?: string | undefined;
  /** The field that gives the name; two fields that collide are reported themselves. */
  readonly from?: string | undefined;
}

interface Scope {
  readonly what: string;
  /** Subject and kind in front of the ids. */
  readonly owner: string;
  readonly items: readonly Named[];
  /** What the name becomes: the forms that must differ. */
  readonly forms: (item: Named) => readonly string[];
}

function systemScopes({ system, contexts }: Design): readonly Diagnostic[] {
  return [
    ...collisions({
      what: "contexts",
      owner: "system/context",
      items: system.contexts,
      forms: sqlAndWire,
    }),
    ...collisions({
      what: "events",
      owner: "system/event",
      items: system.events,
      forms: sqlAndWire,
    }),
    ...collisions({
      what: "permissions",
      owner: "system/permission",
      items: system.auth.permissions,
      forms: asItIs,
    }),
    ...collisions({
      what: "metrics",
      owner: "system/metric",
      items: system.observability.metrics,
      forms: asItIs,
    }),
    ...system.events.flatMap((event) => {
      const [document, entity] = event.entity?.split("/") ?? [];
      const context = contexts.find((candidate) => candidate.context === document);
      const owner = `system/event/${event.id}`;
      const scope =
        context === undefined ? { context, entity, owner } : createScopes(context)(entity, owner);
      return collisions({
        what: `parts of the payload of ${label(event)}`,
        owner: `${owner}/payload`,
        items: event.payload.map((part) => ({
          id: part.id,
          name: resolveProperty(part, scope).wireName,
          from: part.name === undefined ? part.field : undefined,
        })),
        forms: asItIs,
      });
    }),
  ];
}

function contextScopes(design: Design): readonly Diagnostic[] {
  return [
    ...design.contexts.flatMap((context) => {
      const { context: id, entities, schemas, operations } = context;
      const scopeOf = createScopes(context);
      return [
        ...collisions({
          what: "entities",
          owner: `${id}/entity`,
          items: entities,
          forms: sqlAndWire,
        }),
        ...collisions({
          what: "schemas",
          owner: `${id}/schema`,
          items: schemas,
          forms: sqlAndWire,
        }),
        ...collisions({
          what: "operations",
          owner: `${id}/operation`,
          items: operations,
          forms: sqlAndWire,
        }),
        ...schemas.flatMap((schema) => {
          const owner = `${id}/schema/${schema.id}`;
          const scope = scopeOf(schema.entity, owner);
          return collisions({
            what: `properties of ${label(schema)}`,
            owner: `${owner}/property`,
            items: schema.properties.map((property) => ({
              id: property.id,
              name: resolveProperty(property, scope).wireName,
              from: property.name === undefined ? property.field : undefined,
            })),
            forms: asItIs,
          });
        }),
        ...operations.flatMap((operation) =>
          collisions({
            what: `parameters of ${label(operation)}`,
            owner: `${id}/operation/${operation.id}/parameter`,
            items: operation.parameters.map((one) => ({
              id: one.id,
              name: `${one.in} ${one.name}`,
            })),
            forms: asItIs,
          }),
        ),
      ];
    }),
    ...entitiesOf(design).flatMap(({ entity, subject }) => fieldCollisions(entity, subject)),
  ];
}

function fieldCollisions(entity: Entity, subject: string): readonly Diagnostic[] {
  return collisions({
    what: `fields of ${label(entity)}`,
    owner: `${subject}/field`,
    items: entity.fields,
    forms: sqlAndWire,
  });
}

function collisions({ what, owner, items, forms }: Scope): readonly Diagnostic[] {
  const first = new Map<string, Named>();
  return items.flatMap((item) => {
    const written = forms(item);
    const taken = written.find((form) => first.has(form));
    const other = taken === undefined ? undefined : first.get(taken);
    for (const form of written) if (!first.has(form)) first.set(form, item);
    if (taken === undefined || other === undefined || other.id === item.id) return [];
    const isOfFields = item.from !== undefined && other.from !== undefined;
    if (isOfFields && item.from !== other.from) return [];
    const words = { what, one: label(item), other: label(other), written: taken };
    return [duplicateName(`${owner}/${item.id}`, words, { related: [`${owner}/${other.id}`] })];
  });
}

function sqlAndWire({ id, name = id }: Named): readonly string[] {
  // The id stands in for a name that has no Latin letter.
  const base = wordsOf(name).length === 0 ? id : name;
  return [toSnake(base).slice(0, IDENTIFIER_BYTES), toCamel(base)];
}

function asItIs({ id, name = id }: Named): readonly string[] {
  return [name];
}
