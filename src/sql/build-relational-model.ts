import type { ContextDesign, Design, Entity, Field } from "../design/design.ts";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortedBy } from "../util/order.ts";
import { columnTypeOf, valueRulesOf } from "./column-rules.ts";
import type { ObjectNames } from "./object-names.ts";
import { columnNames, createObjectNames } from "./object-names.ts";
import type {
  CheckRule,
  Column,
  ForeignKey,
  Key,
  RelationalModel,
  Table,
  TableCheck,
  TableIndex,
} from "./relational-model.ts";
import { MODEL_VERSION } from "./relational-model.ts";
import { isImplied } from "./is-implied.ts";

export const noForeignKey = declareDiagnostic<{ readonly target: string; readonly fields: number }>(
  {
    code: "sql/no-foreign-key",
    severity: "warning",
    message: ({ target, fields }) =>
      `no foreign key can be made: the primary key of ${target} has ${fields} fields and a relation has one`,
    fix: ({ target }) =>
      `give ${target} a primary key of one field, and a unique key over the fields it has now`,
  },
);

/** The model, and what of the Design could not be said in it. */
export interface BuiltModel {
  readonly model: RelationalModel;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The tables of a context: its entities that live in a relational store, in document order.
 * Nothing is added that the Design does not say, besides the uniqueness of a one-to-one relation.
 * Duplicate names are numbered in the order of ids, so that moving an element renames nothing.
 */
export function buildRelationalModel(design: Design, context: ContextDesign): BuiltModel {
  const relational = new Set(
    design.system.stores.filter(({ kind }) => kind === "relational").map(({ id }) => id),
  );
  const entities = uniqueById(context.entities.filter(({ store }) => relational.has(store)));
  const names = createObjectNames();
  const byId = sortedBy(entities, ({ id }) => id);
  const tableNames = new Map(byId.map(({ id, name }) => [id, names.table(name)]));
  const diagnostics: Diagnostic[] = [];
  const tables = new Map(
    byId.map((entity) => {
      const name = tableNames.get(entity.id) ?? "";
      const builder: TableBuilder = { context: context.context, entity, name, names, entities };
      return [entity.id, buildTable(builder, diagnostics)] as const;
    }),
  );
  const model = {
    modelVersion: MODEL_VERSION,
    context: context.context,
    title: design.system.contexts.find(({ id }) => id === context.context)?.name ?? context.context,
    tables: entities.flatMap(({ id }) => tables.get(id) ?? []),
  } as const;
  return { model, diagnostics };
}

interface TableBuilder {
  readonly context: string;
  readonly entity: Entity;
  readonly name: string;
  readonly names: ObjectNames;
  readonly entities: readonly Entity[];
}

function buildTable(builder: TableBuilder, diagnostics: Diagnostic[]): Table {
  const { context, entity, name, names } = builder;
  const subject = `${context}/entity/${entity.id}`;
  const fields = uniqueById(entity.fields);
  const columnName = columnNames(sortedBy(fields, ({ id }) => id));
  const known = (ids: readonly string[]): string[] => [...new Set(ids)].filter(isKnown);
  const isKnown = (id: string): boolean => columnName.has(id);
  const named = (ids: readonly string[], ending: string): string =>
    names.object([name, ...ids.map((id) => columnName.get(id) ?? id)], ending);

  const primary = known(entity.primaryKey);
  const columns = fields.map((field) => buildColumn(field, subject, columnName, primary));
  const primaryKey: Key | undefined =
    primary.length === 0
      ? undefined
      : { id: "primary-key", subject, name: names.object([name], "pkey"), columns: primary };

  const declaredKeys: Key[] = sortedBy(uniqueById(entity.uniqueKeys), ({ id }) => id)
    .map(({ id, fields: ids }) => ({ id, columns: known(ids) }))
    .filter((key) => key.columns.length > 0)
    .map(({ id, columns: ids }) => ({
      id,
      subject: `${subject}/key/${id}`,
      name: named(ids, "key"),
      columns: ids,
    }));
  const indexes: TableIndex[] = sortedBy(uniqueById(entity.indexes), ({ id }) => id)
    .map((index) => ({ ...index, columns: known(index.fields) }))
    .filter((index) => index.columns.length > 0)
    .map(({ id, columns: ids, unique, serves }) => ({
      id,
      subject: `${subject}/index/${id}`,
      name: named(ids, "idx"),
      columns: ids,
      unique,
      comment: serves,
    }));
  const singles = new Set(
    [primary, ...declaredKeys.map((key) => key.columns), ...uniqueColumns(indexes)]
      .filter((ids) => ids.length === 1)
      .map(([id]) => id),
  );
  const relations = sortedBy(uniqueById(entity.relations), ({ id }) => id).filter(({ field }) =>
    isKnown(field),
  );
  const relationKeys: Key[] = [];
  for (const { id, field, cardinality } of relations) {
    if (cardinality !== "one-to-one" || singles.has(field)) continue;
    singles.add(field);
    const relationSubject = `${subject}/relation/${id}`;
    const keyName = named([field], "key");
    relationKeys.push({
      id: `relation:${id}`,
      subject: relationSubject,
      name: keyName,
      columns: [field],
    });
  }
  return {
    id: entity.id,
    subject,
    name,
    comment: entity.description,
    columns,
    ...(primaryKey === undefined ? {} : { primaryKey }),
    uniqueKeys: [...declaredKeys, ...relationKeys],
    foreignKeys: relations.flatMap((relation) => {
      const target = findTarget(builder, relation, `${subject}/relation/${relation.id}`);
      diagnostics.push(...target.diagnostics);
      if (target.column === undefined) return [];
      const key: ForeignKey = {
        id: relation.id,
        subject: `${subject}/relation/${relation.id}`,
        name: named([relation.field], "fkey"),
        column: relation.field,
        table: relation.to,
        targetColumn: target.column,
        onDelete: relation.onDelete,
      };
      return [key];
    }),
    indexes,
    checks: buildChecks(entity, fields, subject, isKnown, named),
  };
}

function buildColumn(
  field: Field,
  subject: string,
  names: ReadonlyMap<string, string>,
  primary: readonly string[],
): Column {
  return {
    id: field.id,
    subject: `${subject}/field/${field.id}`,
    name: names.get(field.id) ?? field.id,
    type: columnTypeOf(field),
    nullable: field.nullable && !primary.includes(field.id),
    ...(field.default === undefined ? {} : { default: field.default }),
    ...(field.description === undefined ? {} : { comment: field.description }),
  };
}

function buildChecks(
  entity: Entity,
  fields: readonly Field[],
  subject: string,
  isKnown: (id: string) => boolean,
  named: (ids: readonly string[], ending: string) => string,
): readonly TableCheck[] {
  const values = sortedBy(fields, ({ id }) => id).flatMap((field) =>
    valueRulesOf(field).map((rule) => ({
      id: `${rule.kind}:${field.id}`,
      subject: `${subject}/field/${field.id}`,
      name: named([field.id], "check"),
      rule,
    })),
  );
  const rules = sortedBy(uniqueById(entity.rules), ({ id }) => id).flatMap((declared) => {
    const { id, field, operator, value, otherField } = declared;
    const to = value ?? (otherField === undefined ? undefined : { column: otherField });
    if (to === undefined || !isKnown(field)) return [];
    if (
      isImplied(
        declared,
        fields.find((candidate) => candidate.id === field),
      )
    )
      return [];
    if (typeof to === "object" && !isKnown(to.column)) return [];
    const rule: CheckRule = { kind: "compare", column: field, operator, to };
    return [{ id, subject: `${subject}/rule/${id}`, name: named([field], "check"), rule }];
  });
  return [...values, ...rules];
}

/** The column that a relation's foreign key points to; none in another store or context. */
function findTarget(
  { entity, entities }: TableBuilder,
  relation: Entity["relations"][number],
  subject: string,
): { readonly column?: string; readonly diagnostics: readonly Diagnostic[] } {
  const target = entities.find(({ id }) => id === relation.to);
  if (target === undefined || target.store !== entity.store) return { diagnostics: [] };
  const primary = new Set(target.primaryKey);
  const [column] = primary;
  if (primary.size !== 1 || column === undefined) {
    const args = { target: target.name, fields: primary.size };
    return { diagnostics: [noForeignKey(subject, args)] };
  }
  return target.fields.some(({ id }) => id === column)
    ? { column, diagnostics: [] }
    : { diagnostics: [] };
}

function uniqueColumns(indexes: readonly TableIndex[]): readonly (readonly string[])[] {
  return indexes.filter(({ unique }) => unique).map(({ columns }) => columns);
}

/** A duplicate id is a finding of its own; the first one stands. */
function uniqueById<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => !seen.has(id) && seen.add(id));
}
