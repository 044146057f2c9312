import { toSnake, uniqueName } from "../../util/naming.ts";
import type { ContextDesign, Design, Entity, Field, Store } from "../design.ts";
import { entitiesOf } from "../entities-of.ts";
import type { AnalyticalRole, WarehouseColumn, WarehouseTable } from "./warehouse-table.ts";

/** Names that belong to staging tables. */
const RESERVED = ["changed_at", "source_position", "staged_at"] as const;
const LONGEST = 58;

/** The tables of an analytical store, dimensions before the facts that refer to them. */
export function warehouseTables(design: Design, store: Store): readonly WarehouseTable[] {
  const taken = new Set<string>();
  const tables = entitiesOf(design)
    .filter(({ entity }) => entity.store === store.id)
    .map(({ context, entity, subject }) => {
      const database = toSnake(context.context);
      const base = toSnake(entity.name).slice(0, LONGEST);
      const name = uniqueName(base, { has: (one) => taken.has(`${database}.${one}`) }, "_");
      taken.add(`${database}.${name}`);
      return tableOf({ store, context, entity, subject, database, name });
    });
  return tables.toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
}

const ORDER: readonly AnalyticalRole[] = [
  "date-dimension",
  "dimension",
  "fact",
  "event",
  "aggregate",
];

interface Place {
  readonly store: Store;
  readonly context: ContextDesign;
  readonly entity: Entity;
  readonly subject: string;
  readonly database: string;
  readonly name: string;
}

function tableOf(place: Place): WarehouseTable {
  const { store, context, entity, subject, database, name } = place;
  const columns = columnsOf(entity, subject);
  const role = roleOf(entity, context);
  const validity = role === "dimension" ? validityOf(columns) : undefined;
  const naturalKey = naturalKeyOf(entity, columns, validity);
  const surrogate = surrogateOf(entity, columns, naturalKey);
  const dimensions = dimensionsOf(entity, context, columns);
  const version = versionOf(columns);
  const time = timeOf(columns, [validity?.from, validity?.until, version], role);
  const made = new Set([
    ...[surrogate, validity?.from, validity?.until, version].map((column) => column?.field.id),
    ...dimensions.map(({ column }) => column.field.id),
  ]);
  return {
    store,
    context: context.context,
    entity,
    subject,
    database,
    name,
    role,
    grain: entity.analytics?.grain ?? `one ${entity.name.toLowerCase()}`,
    columns,
    naturalKey,
    ...(surrogate === undefined ? {} : { surrogate }),
    ...(validity === undefined ? {} : { validity }),
    ...(time === undefined ? {} : { time }),
    ...(version === undefined ? {} : { version }),
    dimensions,
    attributes: columns.filter(({ field }) => !made.has(field.id)),
  };
}

function columnsOf({ fields }: Entity, subject: string): readonly WarehouseColumn[] {
  const taken = new Set<string>(RESERVED);
  return fields.map((field) => {
    const name = uniqueName(toSnake(field.name).slice(0, LONGEST), taken, "_");
    taken.add(name);
    return { name, field, subject: `${subject}/field/${field.id}` };
  });
}

/** As stated; else read off what refers to what. */
function roleOf(entity: Entity, { entities }: ContextDesign): AnalyticalRole {
  if (entity.analytics !== undefined) return entity.analytics.role;
  const inStore = entities.filter(({ store }) => store === entity.store);
  const isReferred = inStore.some(({ relations }) => relations.some(({ to }) => to === entity.id));
  if (isReferred)
    return /\b(?:date|calendar|day)\b/i.test(entity.name) ? "date-dimension" : "dimension";
  const refers = entity.relations.some(({ to }) => inStore.some(({ id }) => id === to));
  return refers ? "fact" : "event";
}

function validityOf(columns: readonly WarehouseColumn[]): WarehouseTable["validity"] {
  const from = columns.find(
    ({ field }) => field.type === "timestamp" && /^(?:valid|effective)-from$/.test(field.id),
  );
  const until = columns.find(
    ({ field }) =>
      field.type === "timestamp" &&
      field.nullable &&
      /^(?:valid|effective)-(?:until|to)$/.test(field.id),
  );
  return from === undefined || until === undefined ? undefined : { from, until };
}

function naturalKeyOf(
  { uniqueKeys, primaryKey }: Entity,
  columns: readonly WarehouseColumn[],
  validity: WarehouseTable["validity"],
): readonly WarehouseColumn[] {
  const from = validity?.from.field.id;
  const keys = [...uniqueKeys.map(({ fields }) => fields), primaryKey];
  const key = keys.find((fields) => fields.some((id) => id !== from)) ?? primaryKey;
  return columns.filter(({ field }) => key.includes(field.id) && field.id !== from);
}

function surrogateOf(
  { primaryKey }: Entity,
  columns: readonly WarehouseColumn[],
  naturalKey: readonly WarehouseColumn[],
): WarehouseColumn | undefined {
  const [only, ...others] = primaryKey;
  if (others.length > 0 || naturalKey.some(({ field }) => field.id === only)) return undefined;
  return columns.find(({ field }) => field.id === only);
}

function dimensionsOf(
  entity: Entity,
  { entities }: ContextDesign,
  columns: readonly WarehouseColumn[],
): WarehouseTable["dimensions"] {
  return entity.relations.flatMap(({ field, to }) => {
    const column = columns.find((candidate) => candidate.field.id === field);
    const target = entities.find(({ id, store }) => id === to && store === entity.store);
    return column === undefined || target === undefined ? [] : [{ column, entity: to }];
  });
}

function versionOf(columns: readonly WarehouseColumn[]): WarehouseColumn | undefined {
  for (const id of ["loaded-at", "updated-at", "received-at"]) {
    const column = columns.find(
      ({ field }) => field.id === id && field.type === "timestamp" && !field.nullable,
    );
    if (column !== undefined) return column;
  }
  return undefined;
}

function timeOf(
  columns: readonly WarehouseColumn[],
  others: readonly (WarehouseColumn | undefined)[],
  role: AnalyticalRole,
): WarehouseColumn | undefined {
  if (role === "dimension" || role === "date-dimension") return undefined;
  const isStamp = ({ id }: Field) => /^(?:created|updated|loaded|received)-at$/.test(id);
  return columns.find(
    (column) =>
      column.field.type === "timestamp" &&
      !column.field.nullable &&
      !isStamp(column.field) &&
      !others.includes(column),
  );
}
