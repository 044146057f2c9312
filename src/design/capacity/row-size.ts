import { assertNever } from "../../util/assert-never.ts";
import type { DatabaseEngine } from "../database-engine.ts";
import type { Entity, Field } from "../design.ts";
import { rowLayout } from "./row-layout.ts";

/** Estimated bytes of one row and of its entries in all indexes. */
export interface RowSize {
  readonly row: number;
  readonly indexes: number;
}

const LONGEST_GUESS = 255;

/** A row as the engine stores it; texts count half their bound, unbounded ones 400 bytes. */
export function rowSize(entity: Entity, engine?: DatabaseEngine): RowSize {
  const layout = rowLayout(engine);
  const width = new Map(
    entity.fields.map((field) => [field.id, layout.widths[field.type] ?? widthOf(field)]),
  );
  const bytesOf = (fields: readonly string[]): number =>
    sum(fields.map((id) => layout.perField + (width.get(id) ?? 0)));
  const others = [
    ...entity.uniqueKeys.map(({ fields }) => fields),
    ...entity.indexes.map(({ fields }) => fields),
  ];
  const keys = layout.isClustered
    ? others.map((fields) => [...new Set([...fields, ...entity.primaryKey])])
    : [entity.primaryKey, ...others];
  const row = layout.row + bytesOf(entity.fields.map(({ id }) => id));
  const entries = sum(keys.map((fields) => layout.entry + bytesOf(fields)));
  return { row: Math.ceil(row / layout.rowFill), indexes: Math.ceil(entries / layout.indexFill) };
}

/** A value that a column store writes beside others like it: no overhead of rows, no indexes. */
export function columnarRowSize(entity: Entity): RowSize {
  return { row: sum(entity.fields.map(widthOf)), indexes: 0 };
}

function widthOf(field: Field): number {
  switch (field.type) {
    case "uuid":
      return 16;
    case "boolean":
      return 1;
    case "date":
    case "integer":
      return 4;
    case "bigint":
    case "time":
    case "timestamp":
      return 8;
    case "decimal":
      return 8 + Math.ceil((field.precision ?? 19) / 4) * 2;
    case "enum":
      return 1 + Math.max(1, ...(field.enumValues ?? []).map((value) => value.length));
    case "string":
      return 1 + Math.ceil(Math.min(field.maxLength ?? LONGEST_GUESS, 2000) / 2);
    case "text":
    case "json":
      return 400;
    case "binary":
      return 2000;
    default:
      return assertNever(field.type);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
