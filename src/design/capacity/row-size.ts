import { assertNever } from "../../util/assert-never.ts";
import type { Entity, Field } from "../design.ts";

/** Estimated bytes of one row and of its entries in all indexes. */
export interface RowSize {
  readonly row: number;
  readonly indexes: number;
}

// PostgreSQL: 23 bytes of tuple header padded to 24, 4 of line pointer (storage-page-layout); an
// index tuple has an 8-byte header and a line pointer, and B-tree leaves are filled to 90 %.
const ROW_OVERHEAD = 28;
const ENTRY_OVERHEAD = 12;
const LEAF_FILL = 0.9;
const LONGEST_GUESS = 255;

/** A row as PostgreSQL stores it; texts count half their bound, unbounded ones 400 bytes. */
export function rowSize(entity: Entity): RowSize {
  const width = new Map(entity.fields.map((field) => [field.id, widthOf(field)]));
  const keys = [
    entity.primaryKey,
    ...entity.uniqueKeys.map(({ fields }) => fields),
    ...entity.indexes.map(({ fields }) => fields),
  ];
  return {
    row: ROW_OVERHEAD + sum([...width.values()]),
    indexes: Math.ceil(
      sum(keys.map((fields) => ENTRY_OVERHEAD + sum(fields.map((id) => width.get(id) ?? 0)))) /
        LEAF_FILL,
    ),
  };
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
