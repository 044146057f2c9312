import type { Design } from "../../design/design.ts";
import type { OwnedEntity } from "../../design/entities-of.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { groupDigits } from "../../util/group-digits.ts";
import { listed } from "./listed.ts";
import { named } from "./named.ts";

/** What rows carry besides their data, and what is done to them by jobs; only where it is decided. */
export function physicalRows(design: Design): object {
  const entities = entitiesOf(design);
  const tenants = entities.filter(({ entity }) => entity.tenantKey !== undefined);
  return {
    marked: entities.flatMap((owned) => markedRow(owned, design)),
    tenants: tenants.length,
    computed: entities.flatMap(({ entity }) =>
      entity.fields.flatMap(({ name, generated }) =>
        generated === undefined
          ? []
          : [
              {
                entity: entity.name,
                field: name,
                operation: generated.operation,
                sources: named(generated.fields, entity.fields),
              },
            ],
      ),
    ),
    messageTables: design.system.consistency.flatMap(({ tables, contexts, name }) =>
      (tables ?? []).map((table) => ({
        table: { outbox: "outbox_messages", inbox: "inbox_messages", saga: "saga_states" }[table],
        decision: name,
        contexts: listed(
          (table === "saga" ? contexts.slice(0, 1) : contexts).map((id) =>
            named([id], design.system.contexts),
          ),
        ),
      })),
    ),
    jobs: entities.flatMap((owned) => jobRow(owned, design)),
  };
}

function markedRow({ entity, context }: OwnedEntity, design: Design): readonly object[] {
  const { tenantKey, softDelete, versionField, keepsHistory } = entity;
  const marks = [tenantKey, softDelete, versionField];
  if (keepsHistory !== true && marks.every((mark) => mark === undefined)) return [];
  const [tenant, deleted, version] = marks.map((id) =>
    id === undefined ? "–" : named([id], entity.fields),
  );
  const kept = keepsHistory === true ? "every earlier version" : "–";
  const name = named([context.context], design.system.contexts);
  return [{ name: entity.name, context: name, tenant, deleted, version, kept }];
}

function jobRow({ entity, context }: OwnedEntity, { system }: Design): readonly object[] {
  const store = system.stores.find(({ id }) => id === entity.store);
  const isRange = entity.partitioning?.method === "range";
  const { retentionDays } = entity;
  const key = `${context.context}/${entity.id}`;
  const action =
    system.governance.retention.find(({ entities }) => entities.includes(key))?.action ?? "delete";
  if (store?.kind !== "relational" || (!isRange && retentionDays === undefined)) return [];
  const partitions = isRange ? [`makes a ${entity.partitioning?.interval ?? "month"} ahead`] : [];
  const retention =
    retentionDays === undefined
      ? []
      : [`${DONE[action]} what is older than ${groupDigits(retentionDays)} days`];
  const folder = `database/${context.context}/maintenance`;
  return [{ name: entity.name, does: listed([...partitions, ...retention]), folder }];
}

const DONE = {
  delete: "deletes",
  archive: "puts into an archive table",
  anonymise: "removes what is personal from",
} as const;
