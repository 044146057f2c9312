import { safeLabel, visibleText } from "./safe-label.ts";
import type { Entity, Field, ValueType } from "../../design/design.ts";
import { toSnake, uniqueName } from "../../util/naming.ts";

/** One row of an entity's box. */
export interface AttributeRow {
  readonly text: string;
  /** Id of the field it shows. */
  readonly field?: string;
}

const MOST_COLUMNS = 8;
/** Stands where a type would: the grammar takes no ASCII sign there, and fonts have this one. */
const MORE = "…";

/** The rows of an entity: keys first, then as many others as stay legible, then how many more. */
export function attributeRows(entity: Entity, keysOnly: boolean): readonly AttributeRow[] {
  const names = columnNames(entity);
  const ranked = [...entity.fields].sort((a, b) => rank(entity, a) - rank(entity, b));
  const wanted = keysOnly ? ranked.filter((field) => rank(entity, field) < 2) : ranked;
  const fits = keysOnly || wanted.length <= MOST_COLUMNS;
  const shown = new Set(fits ? wanted : wanted.slice(0, MOST_COLUMNS - 1));
  const left = keysOnly ? 0 : entity.fields.length - shown.size;
  return [
    ...entity.fields
      .filter((field) => shown.has(field))
      .map((field) => fieldRow(entity, field, names)),
    ...(left > 0 ? [{ text: `${MORE} and_${left}_more` }] : []),
  ];
}

function fieldRow(entity: Entity, field: Field, names: ReadonlyMap<string, string>): AttributeRow {
  const keys = keysOf(entity, field);
  const name = names.get(field.id) ?? toSnake(field.id);
  // A name that has no Latin letters is written out beside the column.
  const isLost = toSnake(field.name) === "x" && visibleText(field.name).toLowerCase() !== "x";
  const comment = isLost ? ` "${safeLabel(field.name, "bare", 40)}"` : "";
  return {
    text: `${typeName(field)} ${name}${keys === "" ? "" : ` ${keys}`}${comment}`,
    field: field.id,
  };
}

function columnNames({ fields }: Entity): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    fields.map(({ id, name }) => {
      const column = uniqueName(toSnake(name), taken, "_");
      taken.add(column);
      return [id, column];
    }),
  );
}

function rank(entity: Entity, { id }: Field): number {
  if (entity.primaryKey.includes(id)) return 0;
  if (entity.relations.some(({ field }) => field === id)) return 1;
  return entity.uniqueKeys.some(({ fields }) => fields.includes(id)) ? 2 : 3;
}

function keysOf(entity: Entity, { id }: Field): string {
  const keys: string[] = [];
  if (entity.primaryKey.includes(id)) keys.push("PK");
  if (entity.relations.some(({ field }) => field === id)) keys.push("FK");
  if (entity.uniqueKeys.some(({ fields }) => fields.length === 1 && fields[0] === id))
    keys.push("UK");
  return keys.join(", ");
}

/** The type in words that the grammar takes: no spaces. */
function typeName(field: Field): string {
  if (field.type === "decimal") return `numeric(${field.precision ?? 19},${field.scale ?? 4})`;
  if (field.type === "string") return `varchar(${field.maxLength ?? 255})`;
  return TYPE_NAMES[field.type];
}

const TYPE_NAMES: Readonly<Record<Exclude<ValueType, "decimal" | "string">, string>> = {
  uuid: "uuid",
  text: "text",
  integer: "integer",
  bigint: "bigint",
  boolean: "boolean",
  date: "date",
  time: "time",
  timestamp: "timestamptz",
  enum: "enum",
  json: "json",
  binary: "binary",
};
