import type { ContextDesign, Entity } from "../design/design.ts";
import type { RelationalModel } from "./relational-model.ts";

/** One way in which an operation reads a table: what an index is for. Fields are ids. */
export interface AccessPath {
  /** Of the access pattern. */
  readonly subject: string;
  /** Name of the operation that reads. */
  readonly operation: string;
  readonly entity: Entity;
  readonly filter: readonly string[];
  /** In this order; empty where one row is wanted. */
  readonly sort: readonly string[];
}

/** What the operations of a context say about reading its tables, in document order. */
export function accessPaths(
  { context, entities, operations }: ContextDesign,
  model: RelationalModel,
): readonly AccessPath[] {
  const tables = new Map(model.tables.map((table) => [table.id, table]));
  return operations.flatMap((operation) =>
    operation.accessPatterns.flatMap((pattern) => {
      const entity = entities.find(({ id }) => id === pattern.entity);
      const table = tables.get(pattern.entity);
      if (entity === undefined || table === undefined) return [];
      const columns = new Set(table.columns.map(({ id }) => id));
      const { tenantKey } = entity;
      const { sort } = pattern;
      // Row-level security adds the tenant to every query, whatever the operation says.
      const filter = [
        ...new Set([...(tenantKey === undefined ? [] : [tenantKey]), ...pattern.filter]),
      ];
      if (filter.length + sort.length === 0) return [];
      if (![...filter, ...sort].every((field) => columns.has(field))) return [];
      const subject = `${context}/operation/${operation.id}/access-pattern/${pattern.id}`;
      return [{ subject, operation: operation.name, entity, filter, sort }];
    }),
  );
}
