import { assertNever } from "../../util/assert-never.ts";
import type { AlterManner, TableChange } from "../alter-manner.ts";
import type { Column } from "../relational-model.ts";

/** Bytes of the longest text whose length InnoDB keeps in one byte; a longer one takes two. */
const SHORT = 255;
const BYTES_OF_CHARACTER = 4;

/**
 * How MariaDB makes a change, as measured on 10.11 with `ALGORITHM=…, LOCK=…` until it no longer
 * refuses; the same with rows and without. `undefined` where that depends on more than is known here.
 */
export function mariadbManner(
  change: TableChange,
  typeName: (column: Column) => string,
): AlterManner | undefined {
  switch (change.kind) {
    case "rename-column":
    case "rename-index":
    case "describe":
      return "instant";
    case "add-column":
      return isFilledByRow(change.column) ? "copy" : "instant";
    case "drop-column":
      return "instant";
    case "change-column":
      return ofColumn(change, typeName);
    case "add-object":
      return change.object === "check" || change.object === "foreign-key"
        ? "copy"
        : ofIndex(change.object);
    case "drop-object":
      return change.object === "check" || change.object === "foreign-key"
        ? "instant"
        : ofIndex(change.object);
    default:
      return assertNever(change);
  }
}

/** The rows that are there get values of their own. */
function isFilledByRow({ default: value, generated, type }: Column): boolean {
  if (generated !== undefined) return true;
  const isMade = typeof value === "object" && value !== null && "function" in value;
  return isMade && type.kind !== "date";
}

function ofIndex(kind: "primary-key" | "unique-key" | "index"): AlterManner | undefined {
  return kind === "primary-key" ? undefined : "nocopy";
}

function ofColumn(
  { before, after }: Extract<TableChange, { kind: "change-column" }>,
  typeName: (column: Column) => string,
): AlterManner | undefined {
  if (before.generated !== undefined || after.generated !== undefined) return undefined;
  const isSameType = typeName(before) === typeName(after);
  if (!isSameType && !growsInPlace(before, after)) return "copy";
  // With another nullability mostly in place, and a copy for some: the server chooses.
  return before.nullable === after.nullable ? "instant" : undefined;
}

/** A longer text whose length takes as many bytes as before. */
function growsInPlace({ type: from }: Column, { type: to }: Column): boolean {
  if (from.kind !== "string" || to.kind !== "string") return false;
  if (from.length === undefined || to.length === undefined || to.length < from.length) return false;
  return isShort(from.length) === isShort(to.length);
}

function isShort(length: number): boolean {
  return length * BYTES_OF_CHARACTER <= SHORT;
}
