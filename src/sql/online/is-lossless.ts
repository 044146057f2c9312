import type { ColumnType } from "../relational-model.ts";

const TEXTUAL: ReadonlySet<string> = new Set(["string", "text", "enum"]);

/** Decimal digits that every value of an integer type fits into. */
const DIGITS: Readonly<Record<string, number>> = { integer: 10, bigint: 19 };

/**
 * Whether the engine changes the type without writing the table anew and without a look at its
 * rows: PostgreSQL manual, ALTER TABLE, and measured by `measureStatements`.
 */
export function isInPlace(from: ColumnType, to: ColumnType): boolean {
  if (TEXTUAL.has(from.kind) && TEXTUAL.has(to.kind)) return holdsText(from, to);
  if (from.kind === "decimal" && to.kind === "decimal") {
    return (from.scale ?? 0) === (to.scale ?? 0) && holdsDecimal(from, to);
  }
  return false;
}

/** Whether every value of one type is a value of the other. */
export function isLossless(from: ColumnType, to: ColumnType): boolean {
  if (TEXTUAL.has(to.kind)) {
    return to.length === undefined || (TEXTUAL.has(from.kind) && holdsText(from, to));
  }
  if (to.kind === "json") return true;
  if (from.kind === "integer" && to.kind === "bigint") return true;
  if (from.kind === "date" && to.kind === "timestamp") return true;
  if (to.kind !== "decimal") return from.kind === to.kind;
  if (from.kind === "decimal") return holdsDecimal(from, to);
  const digits = DIGITS[from.kind];
  return digits !== undefined && wholeDigits(to) >= digits;
}

function holdsText(from: ColumnType, to: ColumnType): boolean {
  return to.length === undefined || (from.length !== undefined && from.length <= to.length);
}

function holdsDecimal(from: ColumnType, to: ColumnType): boolean {
  if (to.precision === undefined) return true;
  if (from.precision === undefined) return false;
  return wholeDigits(to) >= wholeDigits(from) && (to.scale ?? 0) >= (from.scale ?? 0);
}

function wholeDigits({ precision, scale }: ColumnType): number {
  return precision === undefined ? Number.POSITIVE_INFINITY : precision - (scale ?? 0);
}
