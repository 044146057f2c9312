import { digest } from "../util/digest.ts";
import { assertNever } from "../util/assert-never.ts";
import { toKebab, wordsOf } from "../util/naming.ts";
import { decimalShape } from "./decimal-shape.ts";
import { sampleText } from "./sample-text.ts";
import { validSample } from "./valid-sample.ts";
import type { ValueDescription } from "./value-description.ts";

const MAX_INTEGER = 2_147_483_647;

/** More than the ordinals that anybody asks for. */
const FAR = 5000;

/**
 * A realistic example of a value, the same on every run. Given samples come first, as far as they
 * keep the bounds; after them values are composed. Two ordinals give two values wherever type and
 * bounds leave room. Decimals are strings with all their digits after the point, JSON is a text
 * that holds an object, binary is base64, times are UTC.
 */
export function sampleValue(
  value: ValueDescription,
  name: string,
  ordinal = 0,
): string | number | boolean {
  const samples = distinct(value.samples.map((sample) => validSample(value, sample)));
  const given = samples[ordinal];
  if (given !== undefined) return given;
  const again = samples[ordinal % Math.max(samples.length, 1)];
  if (isSmallSet(value)) return samples.length > 1 && again ? again : compose(value, name, ordinal);
  // A composed value that is also a given one would stand twice.
  const candidates = [0, ...samples.keys()].map((round) =>
    compose(value, name, ordinal + round * FAR, again),
  );
  return candidates.find((candidate) => !samples.includes(candidate)) ?? candidates[0] ?? "";
}

function compose(
  value: ValueDescription,
  name: string,
  ordinal: number,
  like?: string | number | boolean,
): string | number | boolean {
  if (value.enumValues !== undefined && value.enumValues.length > 0) {
    return value.enumValues[ordinal % value.enumValues.length] ?? "";
  }
  switch (value.type) {
    case "uuid":
      return uuid(`${name}/${ordinal}`);
    case "string":
    case "text":
    case "enum":
      return sampleText(value, name, ordinal, typeof like === "string" ? like : undefined);
    case "integer":
    case "bigint":
      return integer(value, ordinal);
    case "decimal":
      return decimal(value, ordinal);
    case "boolean":
      return ordinal % 2 === 0;
    case "date":
      return date(name, ordinal);
    case "time":
      return `${pad(8 + (Math.floor(ordinal / 60) % 12))}:${pad(ordinal % 60)}:00`;
    case "timestamp":
      return `${date("", ordinal)}T${isLate(name) ? "17" : "09"}:30:00Z`;
    case "json":
      return JSON.stringify({ [toKebab(name)]: `example ${ordinal + 1}` });
    case "binary":
      return btoa(`${toKebab(name)}-${ordinal + 1}`);
    default:
      return assertNever(value.type);
  }
}

function integer(value: ValueDescription, ordinal: number): number {
  const limit = value.type === "integer" ? MAX_INTEGER : Number.MAX_SAFE_INTEGER;
  const highest = Math.min(Math.floor(value.maximum ?? limit), limit);
  const lowest = Math.ceil(value.minimum ?? (highest < 1 ? highest - 1000 : 1));
  if (highest <= lowest) return lowest;
  const start = lowest === 0 ? 1 : lowest;
  return lowest + ((start - lowest + ordinal) % (highest - lowest + 1));
}

/** Counted in units of the last digit, so that no digit is lost. */
function decimal(value: ValueDescription, ordinal: number): string {
  const { precision, scale } = decimalShape(value);
  const one = 10n ** BigInt(scale);
  const limit = 10n ** BigInt(precision) - 1n;
  const highest = least(limit, toUnits(value.maximum, scale, "down") ?? limit);
  const lowest = toUnits(value.minimum, scale, "up") ?? least(0n, highest);
  const usual = (index: number): bigint => (BigInt(2450 + 125 * index) * one) / 100n;
  if (usual(0) >= lowest && usual(10_000) <= highest) return fromUnits(usual(ordinal), scale);
  if (highest <= lowest) return fromUnits(lowest, scale);
  const step = highest - lowest > one * 10_000n ? one : 1n;
  return fromUnits(lowest + ((BigInt(ordinal) * step) % (highest - lowest + 1n)), scale);
}

function toUnits(
  value: number | undefined,
  scale: number,
  rounding: "up" | "down",
): bigint | undefined {
  if (value === undefined || Math.abs(value) >= 1e21) return undefined;
  const text = value.toFixed(scale);
  const units = BigInt(text.replace(".", ""));
  if (rounding === "up" && Number(text) < value) return units + 1n;
  if (rounding === "down" && Number(text) > value) return units - 1n;
  return units;
}

function fromUnits(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const sign = units < 0n ? "-" : "";
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`;
}

/** Version 4 in shape (RFC 9562 §5.4); the bits come from the name. */
function uuid(seed: string): string {
  const hex = digest(seed);
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4] ?? "8";
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** Days up to the 14th; the end of a period falls after its start. */
function date(name: string, ordinal: number): string {
  const day = 1 + (ordinal % 14) + (isLate(name) ? 14 : 0);
  const month = 1 + (Math.floor(ordinal / 14) % 12);
  return `${2026 + Math.floor(ordinal / 168)}-${pad(month)}-${pad(day)}`;
}

const LATE_WORDS = new Set(
  "end ends ended until expires expiry expired due updated closed completed finished last to".split(
    " ",
  ),
);

function isLate(name: string): boolean {
  return wordsOf(name).some((word) => LATE_WORDS.has(word));
}

function isSmallSet({ type, enumValues, format }: ValueDescription): boolean {
  return (
    type === "boolean" ||
    (enumValues !== undefined && enumValues.length > 0) ||
    format === "currency" ||
    format === "country"
  );
}

function distinct<T>(items: readonly (T | undefined)[]): readonly T[] {
  return [...new Set(items)].filter((item) => item !== undefined);
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
