import type { Entity, Operation } from "../../design/design.ts";
import { toKebab } from "../../util/naming.ts";
import { bindOperation } from "./bind-operation.ts";
import { fieldIn } from "./field-in.ts";
import { fieldOfPath } from "./field-of-path.ts";
import type { OperationPlan } from "./domain-model.ts";

/** What is known of an entity before its indexes are. */
type Read = Pick<Entity, "id" | "name" | "fields" | "primaryKey">;

/**
 * How an operation reads the table of its entity. The data unit makes indexes of it and the API
 * unit declares it, so that what is read is always served.
 */
export function readsOf(
  plan: OperationPlan,
  entity: Read,
  sorts: readonly string[] = [],
): Operation["accessPatterns"] {
  const inPath = pathFields(bindOperation(plan, entity).path, entity);
  const pattern = (id: string, filter: readonly string[], sort: readonly string[]) => ({
    id,
    entity: entity.id,
    filter,
    sort,
  });
  if (plan.shape !== "list") {
    return inPath.length > 0 ? [pattern("by-key", inPath, [])] : [];
  }
  const created = fieldIn(entity, "created-at");
  const sort = created === undefined ? [] : [created];
  const owner = plan.own
    ? entity.fields.find(({ id }) => /(?:account|user|customer|member)-id$/.test(id))?.id
    : undefined;
  const base = [...new Set([...inPath, ...(owner === undefined ? [] : [owner])])];
  const filters = plan.filters.flatMap((filter) => fieldIn(entity, filter) ?? []);
  const lists = filters
    .filter((filter) => !base.includes(filter))
    .map((filter) => pattern(toKebab(`by-${filter}`), [...base, filter], sort));
  const sorted = sorts
    .filter((field) => !sort.includes(field) && !base.includes(field))
    .map((field) => pattern(toKebab(`sorted-by-${field}`), base, [field]));
  return [pattern("page", base, sort), ...lists, ...sorted];
}

function pathFields(path: string, entity: Read): readonly string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].flatMap(
    ([, name = ""]) => fieldOfPath(name, entity) ?? [],
  );
}
