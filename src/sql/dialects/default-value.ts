import { assertNever } from "../../util/assert-never.ts";
import type { Column, ColumnType } from "../relational-model.ts";

/** How an engine writes the values that all engines have. */
export interface ValueWriters {
  literal(text: string): string;
  boolean(value: boolean): string;
  /** Bytes in lower-case hex. */
  binary(hex: string): string;
  uuid: string;
  now(kind: ColumnType["kind"]): string;
  /** A text as the literal of a date, a time or a timestamp. */
  temporal?(kind: ColumnType["kind"], text: string): string;
}

/** The default of a column as an expression; `undefined` where it has none. */
export function defaultValue(
  { default: value, type }: Column,
  writers: ValueWriters,
): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "object") {
    return value.function === "uuid" ? writers.uuid : writers.now(type.kind);
  }
  const { literal } = writers;
  switch (type.kind) {
    case "integer":
    case "bigint":
    case "decimal":
      return isNumber(value) ? String(value) : literal(String(value));
    case "boolean":
      return typeof value === "boolean" ? writers.boolean(value) : literal(String(value));
    case "json":
      return literal(isJson(value) ? String(value) : JSON.stringify(value));
    case "binary":
      return writers.binary(toHex(String(value)));
    case "date":
    case "time":
    case "timestamp":
      return literal(writers.temporal?.(type.kind, String(value)) ?? String(value));
    case "uuid":
    case "string":
    case "text":
    case "enum":
      return literal(String(value));
    default:
      return assertNever(type.kind);
  }
}

function isNumber(value: string | number | boolean): value is number {
  return typeof value === "number";
}

function isJson(value: string | number | boolean): boolean {
  try {
    JSON.parse(String(value));
    return true;
  } catch {
    return false;
  }
}

/** Binary values are base64 in the Design; what is not base64 is taken as its UTF-8 bytes. */
function toHex(value: string): string {
  const bytes = decodeBase64(value) ?? new TextEncoder().encode(value);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function decodeBase64(value: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
