import type { Design, Entity, Operation, Store } from "../../design/design.ts";
import type { OwnedEntity } from "../../design/entities-of.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { operationsOf } from "../../design/operations-of.ts";
import { listed } from "./listed.ts";
import { named } from "./named.ts";

/** Each store that is spread over several primaries, and what its key forbids in this Design. */
export function shardingView(design: Design): readonly object[] {
  return design.system.stores.flatMap((store) => {
    const { sharding } = store;
    if (sharding === undefined) return [];
    return [{ name: store.name, ...sharding, ...placesOf(design, store, sharding.key) }];
  });
}

function placesOf(design: Design, store: Store, key: string): object {
  const own = entitiesOf(design).filter(({ entity }) => entity.store === store.id);
  const carrying = own.filter(({ entity }) => carries(entity, key));
  const following = findFollowing(own, key);
  const spread = new Set([...carrying, ...following].map((one) => one.key));
  const isSpread = (context: string, id: string): boolean => spread.has(`${context}/${id}`);
  const namesOf = (entities: readonly OwnedEntity[]): string =>
    listed(
      entities.map(({ entity }) => entity.name),
      "",
    );
  const operations = operationsOf(design);
  const asksAll = operations.filter(({ context, operation }) =>
    operation.accessPatterns.some(({ entity, filter }) => {
      const target = own.find((one) => one.key === `${context.context}/${entity}`)?.entity;
      if (target === undefined || !isSpread(context.context, entity)) return false;
      return !isOfOneShard(target, operation, filter, key);
    }),
  );
  const writesCopies = operations.filter(({ context, operation: { kind, entity } }) => {
    const target = `${context.context}/${entity ?? ""}`;
    return kind === "command" && own.some((one) => one.key === target) && !spread.has(target);
  });
  const relations = own.flatMap(({ context, entity }) =>
    entity.relations.map(({ field, to, name }) => ({
      isFromSpread: isSpread(context.context, entity.id),
      isToSpread: isSpread(context.context, to),
      isKey: field === key,
      text: `${entity.name} → ${named([to], context.entities)} (${name})`,
    })),
  );
  return {
    carrying: namesOf(carrying),
    following: namesOf(following),
    copied: namesOf(own.filter((one) => !spread.has(one.key))),
    joins: listed(
      relations
        .filter(({ isFromSpread, isToSpread, isKey }) => isFromSpread && isToSpread && !isKey)
        .map(({ text }) => text),
      "",
    ),
    impossible: listed(
      relations
        .filter(({ isFromSpread, isToSpread }) => !isFromSpread && isToSpread)
        .map(({ text }) => text),
      "",
    ),
    unique: listed(
      own.filter((one) => spread.has(one.key)).flatMap(({ entity }) => keysWithout(entity, key)),
      "",
    ),
    asksAll: listed(
      asksAll.map(({ operation }) => operation.name),
      "",
    ),
    writesCopies: listed(
      writesCopies.map(({ operation }) => operation.name),
      "",
    ),
  };
}

/** What the rows are spread by, or a row that belongs to one of it. */
function carries({ id, fields }: Entity, key: string): boolean {
  return `${id}-id` === key || fields.some((field) => field.id === key);
}

/** Belongs, through others, to what carries the key, and does not carry it yet. */
function findFollowing(own: readonly OwnedEntity[], key: string): readonly OwnedEntity[] {
  const placed = new Set(own.filter(({ entity }) => carries(entity, key)).map((one) => one.key));
  const found: OwnedEntity[] = [];
  let waiting = own.filter((one) => !placed.has(one.key));
  for (;;) {
    const next = waiting.filter(({ context, entity }) =>
      entity.relations.some(({ field, to }) => {
        const isRequired = entity.fields.some(({ id, nullable }) => id === field && !nullable);
        return isRequired && placed.has(`${context.context}/${to}`);
      }),
    );
    if (next.length === 0) return found;
    for (const one of next) placed.add(one.key);
    found.push(...next);
    waiting = waiting.filter((one) => !placed.has(one.key));
  }
}

/** Whether what it asks says on which shard the answer is; the tenant is known of every caller. */
function isOfOneShard(
  entity: Entity,
  { parameters }: Operation,
  filter: readonly string[],
  key: string,
): boolean {
  if (entity.tenantKey === key || filter.includes(key)) return true;
  if (parameters.some(({ field }) => field === key)) return true;
  return `${entity.id}-id` === key && entity.primaryKey.every((field) => filter.includes(field));
}

/** `Order (order number)`; a UUID that is made anew needs no check. */
function keysWithout(entity: Entity, key: string): readonly string[] {
  const keys = [
    ...entity.uniqueKeys.map(({ fields }) => fields),
    ...entity.indexes.filter(({ unique }) => unique).map(({ fields }) => fields),
  ];
  return keys
    .filter((fields) => !fields.includes(key))
    .map((fields) => `${entity.name} (${named(fields, entity.fields)})`);
}
