import type { Design, Entity, Field } from "../../design/design.ts";
import { buildRelationalModel } from "../../sql/build-relational-model.ts";
import { columnTypeText } from "../../sql/column-type-text.ts";
import type { Column, Table } from "../../sql/relational-model.ts";
import { named } from "./named.ts";

/** What the template of the data dictionary needs; nothing where there are no tables. */
export function dataDictionaryView(design: Design): object | undefined {
  const contexts = design.contexts.flatMap((context) => {
    const { tables } = buildRelationalModel(design, context).model;
    if (tables.length === 0) return [];
    const entities = new Map(context.entities.map((entity) => [entity.id, entity]));
    return [
      {
        name: named([context.context], design.system.contexts),
        columns: tables.flatMap((table) => columnRows(table, entities.get(table.id), tables)),
      },
    ];
  });
  return contexts.length === 0 ? undefined : { title: design.system.title, contexts };
}

function columnRows(
  table: Table,
  entity: Entity | undefined,
  tables: readonly Table[],
): readonly object[] {
  const fields = new Map(entity?.fields.map((field) => [field.id, field]));
  return table.columns.map((column, index) => {
    const field = fields.get(column.id);
    return {
      // The name of a table stands at its first column only: the eye finds the next one.
      table: index === 0 ? table.name : "",
      name: column.name,
      type: columnTypeText(column),
      null: column.nullable ? "yes" : "no",
      keys: keysOf(table, column, tables),
      classification: field?.classification ?? "internal",
      values: valuesOf(field),
      meaning: column.comment ?? "–",
    };
  });
}

function keysOf(table: Table, { id }: Column, tables: readonly Table[]): string {
  const target = table.foreignKeys.find((key) => key.column === id)?.table;
  const to = tables.find((candidate) => candidate.id === target)?.name;
  const isUnique = table.uniqueKeys.some(({ columns }) => columns.includes(id));
  return [
    ...(table.primaryKey?.columns.includes(id) === true ? ["primary"] : []),
    ...(isUnique ? ["unique"] : []),
    ...(to === undefined ? [] : [`→ ${to}`]),
  ].join(", ");
}

/** What may stand in it, as far as the Design bounds it; otherwise a sample. */
function valuesOf(field: Field | undefined): string {
  if (field === undefined) return "–";
  const { enumValues, minimum, maximum, samples } = field;
  if (enumValues !== undefined && enumValues.length > 0) return enumValues.join(", ");
  if (minimum !== undefined || maximum !== undefined)
    return `${minimum ?? "–∞"} … ${maximum ?? "∞"}`;
  const [sample] = samples;
  return sample === undefined ? "–" : `e.g. ${String(sample)}`;
}
