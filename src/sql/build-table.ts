import type { Entity, Field } from "../design/design.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortedBy } from "../util/order.ts";
import { uniqueById } from "../util/unique-by-id.ts";
import { buildChecks } from "./build-checks.ts";
import { columnTypeOf } from "./column-rules.ts";
import type { ObjectNames } from "./object-names.ts";
import { columnNames } from "./object-names.ts";
import { partitionOf } from "./partition-of.ts";
import type { Column, ForeignKey, Key, Table, TableIndex } from "./relational-model.ts";
import { keyParts, relationTarget } from "./relation-target.ts";

export interface TableSource {
  readonly context: string;
  readonly entity: Entity;
  readonly name: string;
  readonly names: ObjectNames;
  /** All of the context that have a table. */
  readonly entities: readonly Entity[];
  /** The fields that foreign keys of others compare with. */
  readonly pointedAt: readonly (readonly string[])[];
}

/** The table of an entity, and what of it could not be said in a table. */
export function buildTable(source: TableSource): {
  readonly table: Table;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { context, entity, name, names } = source;
  const subject = `${context}/entity/${entity.id}`;
  const fields = uniqueById(entity.fields);
  const columnName = columnNames(sortedBy(fields, ({ id }) => id));
  const isKnown = (id: string): boolean => columnName.has(id);
  const known = (ids: readonly string[]): string[] => [...new Set(ids)].filter(isKnown);
  const named = (ids: readonly string[], ending: string): string =>
    names.object([name, ...ids.map((id) => columnName.get(id) ?? id)], ending);
  const scope: Scope = { entity, subject, isKnown, known, named };

  const primary = known(entity.primaryKey);
  const primaryKey: Key | undefined =
    primary.length === 0
      ? undefined
      : { id: "primary-key", subject, name: names.object([name], "pkey"), columns: primary };
  const declaredKeys = keysOf(scope);
  const declaredIndexes = indexesOf(scope);
  const relations = sortedBy(uniqueById(entity.relations), ({ id }) => id).filter(({ field }) =>
    isKnown(field),
  );
  const relationKeys = relationKeysOf(scope, relations, [
    primary,
    ...declaredKeys.map(({ columns }) => columns),
    ...declaredIndexes.filter(({ unique }) => unique).map(({ columns }) => columns),
  ]);
  const keys = [...declaredKeys, ...relationKeys];
  const diagnostics: Diagnostic[] = [];
  const foreignKeys = relations.flatMap((relation): readonly ForeignKey[] => {
    const at = `${subject}/relation/${relation.id}`;
    const target = relationTarget(entity, relation, source.entities, at);
    diagnostics.push(...target.diagnostics);
    const parts = keyParts(target.pairs);
    if (parts === undefined) return [];
    return [
      {
        id: relation.id,
        subject: at,
        name: named([relation.field], "fkey"),
        ...parts,
        table: relation.to,
        onDelete: relation.onDelete,
      },
    ];
  });
  const living = livingOf(scope);
  const pointed = pointedKeys(scope, source.pointedAt, primary);
  const table: Table = {
    id: entity.id,
    subject,
    name,
    comment: entity.description,
    columns: fields.map((field) => buildColumn(field, scope, columnName, primary)),
    ...(primaryKey === undefined ? {} : { primaryKey }),
    uniqueKeys: [...(living === undefined ? keys : []), ...pointed],
    foreignKeys,
    indexes: [
      ...(living === undefined ? [] : keys.map((key) => amongLiving(key, living))),
      ...declaredIndexes,
    ],
    checks: buildChecks(entity, fields, subject, isKnown, named),
    ...policyOf(scope, names, name),
  };
  const partition = partitionOf(entity, table);
  return { table: partition === undefined ? table : { ...table, partition }, diagnostics };
}

interface Scope {
  readonly entity: Entity;
  readonly subject: string;
  readonly isKnown: (id: string) => boolean;
  readonly known: (ids: readonly string[]) => readonly string[];
  readonly named: (ids: readonly string[], ending: string) => string;
}

function keysOf({ entity, subject, known, named }: Scope): readonly Key[] {
  return sortedBy(uniqueById(entity.uniqueKeys), ({ id }) => id)
    .map(({ id, fields: ids }) => ({ id, columns: known(ids) }))
    .filter((key) => key.columns.length > 0)
    .map(({ id, columns }) => ({
      id,
      subject: `${subject}/key/${id}`,
      name: named(columns, "key"),
      columns,
    }));
}

function indexesOf({ entity, subject, isKnown, known, named }: Scope): readonly TableIndex[] {
  return sortedBy(uniqueById(entity.indexes), ({ id }) => id)
    .map((index) => ({ ...index, columns: known(index.fields) }))
    .filter((index) => index.columns.length > 0)
    .map(({ id, columns, unique, serves, descending = [], where }) => {
      const down = columns.filter((column) => descending.includes(column));
      return {
        id,
        subject: `${subject}/index/${id}`,
        name: named(columns, "idx"),
        columns,
        unique,
        ...(down.length === 0 ? {} : { descending: down }),
        ...(where === undefined || !isKnown(where.field)
          ? {}
          : { where: { column: where.field, ...equalsOf(where) } }),
        comment: serves,
      };
    });
}

function equalsOf({
  equals,
}: {
  readonly equals?: string | number | boolean | undefined;
}): Pick<NonNullable<TableIndex["where"]>, "equals"> {
  return equals === undefined ? {} : { equals };
}

/** A one-to-one relation is unique; among tenants for each of them. */
function relationKeysOf(
  { entity, subject, isKnown, named }: Scope,
  relations: Entity["relations"],
  unique: readonly (readonly string[])[],
): readonly Key[] {
  const { tenantKey } = entity;
  const columnsOf = (field: string): readonly string[] =>
    tenantKey === undefined || tenantKey === field || !isKnown(tenantKey)
      ? [field]
      : [tenantKey, field];
  const taken = new Set(unique.map((columns) => columns.toSorted().join()));
  const keys: Key[] = [];
  for (const { id, field, cardinality } of relations) {
    const columns = columnsOf(field);
    const signature = columns.toSorted().join();
    if (cardinality !== "one-to-one" || taken.has(signature) || taken.has(field)) continue;
    taken.add(signature);
    const name = named(columns, "key");
    keys.push({ id: `relation:${id}`, subject: `${subject}/relation/${id}`, name, columns });
  }
  return keys;
}

/** A foreign key needs its target to be unique in just the columns that it compares. */
function pointedKeys(
  { subject, named }: Scope,
  pointedAt: readonly (readonly string[])[],
  primary: readonly string[],
): readonly Key[] {
  const signature = (columns: readonly string[]): string => columns.toSorted().join();
  const wanted = new Map(
    pointedAt
      .filter((columns) => columns.length > 0 && signature(columns) !== signature(primary))
      .map((columns) => [signature(columns), columns]),
  );
  return [...wanted.values()].slice(0, 1).map((columns) => ({
    id: "target:tenant",
    subject,
    name: named(columns, "key"),
    columns: [...columns],
  }));
}

function livingOf({ entity: { softDelete }, isKnown }: Scope): string | undefined {
  return softDelete !== undefined && isKnown(softDelete) ? softDelete : undefined;
}

/** A constraint is over all rows; an index can leave the deleted ones out. */
function amongLiving(key: Key, column: string): TableIndex {
  return {
    ...key,
    id: key.id.includes(":") ? key.id : `key:${key.id}`,
    unique: true,
    where: { column },
  };
}

function policyOf(
  { entity: { tenantKey }, subject, isKnown }: Scope,
  names: ObjectNames,
  name: string,
): Pick<Table, "policy"> {
  if (tenantKey === undefined || !isKnown(tenantKey)) return {};
  return {
    policy: { id: "tenant", subject, name: names.object([name], "tenant"), column: tenantKey },
  };
}

function buildColumn(
  field: Field,
  { subject, isKnown }: Scope,
  names: ReadonlyMap<string, string>,
  primary: readonly string[],
): Column {
  const { generated } = field;
  const isGenerated = generated !== undefined && generated.fields.every(isKnown);
  return {
    id: field.id,
    subject: `${subject}/field/${field.id}`,
    name: names.get(field.id) ?? field.id,
    type: columnTypeOf(field),
    nullable: field.nullable && !primary.includes(field.id),
    ...(field.default === undefined || isGenerated ? {} : { default: field.default }),
    ...(isGenerated
      ? { generated: { operation: generated.operation, columns: generated.fields } }
      : {}),
    ...(field.description === undefined ? {} : { comment: field.description }),
  };
}
