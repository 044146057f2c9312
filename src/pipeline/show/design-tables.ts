import type { Design } from "../../design/design.ts";
import { textTable } from "../../util/text-table.ts";
import { architectureTree } from "./architecture-tree.ts";
import { dependencyMatrix } from "./dependency-matrix.ts";

/** A view of the whole Design in characters. */
export interface DesignTable {
  readonly name: string;
  readonly about: string;
  text(design: Design): string;
}

/** What `show` knows besides diagrams and single entities. */
export const designTables: readonly DesignTable[] = [
  view("architecture", "contexts with services, stores and dependencies", architectureTree),
  view("dependencies", "which context needs which, as a matrix", dependencyMatrix),
  table("services", "what runs", ["id", "name", "kind", "technology", "contexts"], ({ system }) =>
    system.deployables.map((one) => [
      one.id,
      one.name,
      one.kind,
      one.technology,
      one.contexts.join(", "),
    ]),
  ),
  table("stores", "where data is", ["id", "name", "kind", "engine", "contexts"], ({ system }) =>
    system.stores.map((one) => [one.id, one.name, one.kind, one.engine, one.contexts.join(", ")]),
  ),
  table("actors", "people and external systems", ["id", "name", "kind"], ({ system }) =>
    system.actors.map(({ id, name, kind }) => [id, name, kind]),
  ),
  table("entities", "what is stored", ["id", "name", "fields", "refers to"], ({ contexts }) =>
    contexts.flatMap(({ context, entities }) =>
      entities.map(({ id, name, fields, relations }) => [
        `${context}/${id}`,
        name,
        String(fields.length),
        [...new Set(relations.map(({ to }) => to))].join(", "),
      ]),
    ),
  ),
  table(
    "operations",
    "what can be asked",
    ["id", "kind", "method", "path", "audiences"],
    ({ contexts }) =>
      contexts.flatMap(({ context, operations }) =>
        operations.map(({ id, kind, http, audiences }) => [
          `${context}/${id}`,
          kind,
          http?.method.toUpperCase() ?? "",
          http?.path ?? "",
          audiences.join(", "),
        ]),
      ),
  ),
  table("events", "what is published", ["id", "producer", "consumers", "delivery"], ({ system }) =>
    system.events.map(({ id, producer, consumers, delivery }) => [
      id,
      producer,
      consumers.join(", "),
      delivery,
    ]),
  ),
  table("roles", "who may do what", ["id", "actors", "permissions"], ({ system }) =>
    system.auth.roles.map(({ id, actors, permissions }) => [
      id,
      actors.join(", "),
      permissions.join(", "),
    ]),
  ),
  table("targets", "numbers it is held to", ["id", "name", "target", "basis"], ({ system }) =>
    system.targets.map(({ id, name, comparator, value, unit, basis }) => [
      id,
      name,
      `${comparator} ${value} ${unit}`,
      basis,
    ]),
  ),
  table("caches", "what is cached", ["id", "layer", "kept", "invalidation"], ({ system }) =>
    system.caches.map(({ id, layer, ttlSeconds, invalidation }) => [
      id,
      layer,
      `${ttlSeconds} s`,
      invalidation,
    ]),
  ),
  table("decisions", "what was decided", ["id", "name", "status"], ({ system }) =>
    system.decisions.map(({ id, name, status }) => [id, name, status]),
  ),
  table("risks", "what can go wrong", ["id", "name", "likelihood", "impact"], ({ system }) =>
    system.risks.map(({ id, name, likelihood, impact }) => [id, name, likelihood, impact]),
  ),
  table("requirements", "what was asked", ["id", "kind", "text"], ({ system }) =>
    system.requirements.map(({ id, kind, text }) => [id, kind, text]),
  ),
];

function view(name: string, about: string, text: (design: Design) => string): DesignTable {
  return { name, about, text };
}

function table(
  name: string,
  about: string,
  head: readonly string[],
  rows: (design: Design) => readonly (readonly string[])[],
): DesignTable {
  return view(name, about, (design) => {
    const all = rows(design);
    return all.length === 0 ? `the design has no ${name}\n` : textTable(head, all);
  });
}
