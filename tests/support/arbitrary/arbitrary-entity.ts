import type { ContextInput } from "../sample/system-input.ts";
import { arbitraryField, enumValues } from "./arbitrary-field.ts";
import type { FieldInput } from "./arbitrary-field.ts";
import type { Draw } from "./draw.ts";

export type EntityInput = NonNullable<ContextInput["entities"]>[number];

const WORDS = [
  "Order",
  "User",
  "Group",
  "Select",
  "Session",
  "Trigger",
  "Column",
  "View",
  "Person",
];
const KEY_TYPES = ["uuid", "bigint", "integer", "string"] as const;
const KEYABLE: ReadonlySet<string> = new Set([
  "uuid",
  "string",
  "integer",
  "bigint",
  "date",
  "timestamp",
  "enum",
]);

/** What entities need from the system, by id. */
export interface EntitySurroundings {
  readonly store: string;
  readonly requirements: readonly string[];
}

interface Head {
  readonly id: string;
  readonly name: string;
  readonly key: FieldInput;
  readonly ids: Set<string>;
  readonly names: Set<string>;
}

/** The entities of one context; relations may form cycles and point to themselves. */
export function arbitraryEntities(
  draw: Draw,
  count: number,
  surroundings: EntitySurroundings,
): readonly EntityInput[] {
  const ids = new Set<string>();
  const names = new Set<string>();
  const heads = Array.from({ length: count }, () => arbitraryHead(draw, ids, names));
  const entities = heads.map((head) => arbitraryEntity(draw, head, heads, surroundings));
  const pointedAt = new Set(
    entities.flatMap(({ relations = [] }) => relations.map(({ to }) => to)),
  );
  return entities.map((entity) => arbitrarySpread(draw, entity, pointedAt.has(entity.id)));
}

function arbitraryHead(draw: Draw, entityIds: Set<string>, entityNames: Set<string>): Head {
  const ids = new Set<string>();
  const names = new Set<string>(["id"]);
  const type = draw.pick(KEY_TYPES);
  const key: FieldInput = {
    id: draw.id(ids),
    name: "Id",
    type,
    readOnly: draw.chance(70),
    ...(type === "uuid" ? { default: { function: "uuid" as const } } : {}),
    ...(type === "string" ? { maxLength: 36 } : {}),
  };
  return { id: draw.id(entityIds), name: draw.name(WORDS, entityNames), key, ids, names };
}

function arbitraryEntity(
  draw: Draw,
  head: Head,
  heads: readonly Head[],
  { store, requirements }: EntitySurroundings,
): EntityInput {
  const { ids, names, key } = head;
  const plain = Array.from({ length: draw.int(0, 6) }, () => arbitraryField(draw, ids, names));
  const links = Array.from({ length: draw.int(0, 2) }, () => arbitraryLink(draw, head, heads));
  const state = draw.chance(40) ? stateField(draw, ids, names) : undefined;
  const physical = arbitraryPhysical(draw, head, plain);
  const fields = [
    key,
    ...plain,
    ...links.map(({ field }) => field),
    ...(state ? [state] : []),
    ...physical.fields,
  ];
  const keyable = [...plain, ...links.map(({ field }) => field)].filter(({ type }) =>
    KEYABLE.has(type),
  );
  const elementIds = new Set<string>();
  const { tenantKey } = physical.marks;
  const within = (own: readonly string[]): string[] =>
    tenantKey === undefined ? [...own] : [tenantKey, ...own];
  const uniqueKeys =
    keyable.length > 0 && draw.chance(50) ? [uniqueKey(draw, keyable, elementIds)] : [];
  const ownKeys = uniqueKeys.map((unique) => ({ ...unique, fields: within(unique.fields) }));
  return {
    id: head.id,
    name: head.name,
    description: draw.prose(),
    store,
    fields,
    primaryKey: [key.id],
    uniqueKeys: ownKeys,
    relations: links.map(({ relation }) => relation),
    indexes: links
      .map(({ field }) => ({
        id: draw.id(elementIds),
        fields: within([field.id, ...(draw.chance(30) ? [key.id] : [])]),
        ...(draw.chance(20) ? { descending: [field.id] } : {}),
        serves: draw.prose(),
      }))
      .filter(({ fields: own }) => !ownKeys.some((other) => isBeginning(own, other.fields))),
    ...physical.marks,
    rules: rulesOf(draw, plain),
    ...(state ? { lifecycle: lifecycleOf(draw, state) } : {}),
    ...(draw.chance(20) ? { retentionDays: draw.int(1, 4_000) } : {}),
    ...(draw.chance(10) ? { denormalised: draw.prose() } : {}),
    rows: { value: draw.int(0, 10_000_000), basis: "assumed", reason: draw.prose() },
    requirements: [...draw.some(requirements)],
  };
}

/** Whose row it is, when it was deleted, what is computed, and whether its past is kept. */
function arbitraryPhysical(draw: Draw, head: Head, plain: readonly FieldInput[]) {
  const field = (name: string, rest: Omit<FieldInput, "id" | "name">): FieldInput => ({
    id: draw.id(head.ids),
    name: draw.name([name], head.names),
    ...rest,
  });
  const source = plain.find(({ type }) => type === "string" || type === "text");
  const tenant = draw.chance(30) ? field("tenant", { type: "uuid", readOnly: true }) : undefined;
  const deleted = draw.chance(20)
    ? field("deleted", { type: "timestamp", nullable: true, readOnly: true })
    : undefined;
  const folded =
    source !== undefined && draw.chance(40)
      ? field("folded", {
          type: "text",
          nullable: true,
          readOnly: true,
          generated: draw.chance(50)
            ? { operation: "lower", fields: [source.id] }
            : { operation: "concatenate", fields: [source.id, source.id] },
        })
      : undefined;
  return {
    fields: [tenant, deleted, folded].flatMap((own) => own ?? []),
    marks: {
      ...(tenant === undefined ? {} : { tenantKey: tenant.id }),
      ...(deleted === undefined ? {} : { softDelete: deleted.id }),
      ...(draw.chance(20) ? { keepsHistory: true } : {}),
    },
  };
}

/** By hash of the key; by time or by a state only where no other points to the longer key. */
function arbitrarySpread(draw: Draw, entity: EntityInput, isPointedAt: boolean): EntityInput {
  const [key] = entity.primaryKey;
  if (key === undefined || entity.uniqueKeys?.length !== 0 || !draw.chance(20)) return entity;
  const reason = draw.prose();
  const fitting = entity.fields.filter(
    ({ type, nullable }) =>
      nullable !== true && (type === "timestamp" || type === "date" || type === "enum"),
  );
  if (isPointedAt || fitting.length === 0) {
    return {
      ...entity,
      partitioning: { method: "hash", field: key, parts: draw.int(2, 4), reason },
    };
  }
  const { id: field, type } = draw.pick(fitting);
  const interval = draw.pick(["day", "week", "month", "year"] as const);
  return {
    ...entity,
    primaryKey: [key, field],
    partitioning:
      type === "enum"
        ? { method: "list", field, reason }
        : { method: "range", field, interval, reason },
  };
}

function isBeginning(fields: readonly string[], longer: readonly string[]): boolean {
  return fields.every((id, index) => id === longer[index]);
}

function arbitraryLink(draw: Draw, head: Head, heads: readonly Head[]) {
  const target = draw.pick(heads);
  const nullable = target === head || draw.chance(40);
  const { type, maxLength } = target.key;
  const field: FieldInput = {
    id: draw.id(head.ids),
    name: draw.name(["ref"], head.names),
    type,
    nullable,
    ...(maxLength === undefined ? {} : { maxLength }),
  };
  const actions = nullable
    ? (["cascade", "restrict", "set-null"] as const)
    : (["cascade", "restrict"] as const);
  const relation: NonNullable<EntityInput["relations"]>[number] = {
    id: `to-${field.id}`,
    name: draw.name(["via"], new Set()),
    field: field.id,
    to: target.id,
    cardinality: "many-to-one",
    onDelete: draw.pick(actions),
  };
  return { field, relation };
}

function uniqueKey(draw: Draw, keyable: readonly FieldInput[], ids: Set<string>) {
  const chosen = draw.some(keyable).slice(0, 3);
  const fields = (chosen.length > 0 ? chosen : keyable.slice(0, 1)).map(({ id }) => id);
  return { id: draw.id(ids), fields };
}

function stateField(draw: Draw, ids: Set<string>, names: Set<string>): FieldInput {
  const values = enumValues(draw);
  return {
    id: draw.id(ids),
    name: draw.name(["state"], names),
    type: "enum",
    enumValues: [...values],
    ...(draw.chance(50) ? { default: draw.pick(values) } : {}),
  };
}

function lifecycleOf(draw: Draw, { id, enumValues: values = [] }: FieldInput) {
  const ids = new Set<string>();
  const pairs = values.flatMap((from) => values.map((to) => ({ from, to })));
  const transitions = draw.some(pairs.filter(({ from, to }) => from !== to));
  return {
    field: id,
    initial: draw.pick(values),
    transitions: transitions.map(({ from, to }) => ({
      id: draw.id(ids),
      from,
      to,
      trigger: draw.name(["happens"], new Set()),
    })),
  };
}

function rulesOf(draw: Draw, fields: readonly FieldInput[]): EntityInput["rules"] {
  const numbers = fields.filter(({ type }) => ["integer", "bigint", "decimal"].includes(type));
  return draw.some(numbers).map(({ id, minimum = 0 }) => ({
    id: `least-${id}`.slice(0, 64),
    field: id,
    operator: "gte" as const,
    value: minimum,
  }));
}
