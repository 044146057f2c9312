import { z } from "zod";
import { assertNever } from "../util/assert-never.ts";
import { decimalShape } from "./decimal-shape.ts";
import { formatPatterns } from "./format-patterns.ts";
import type { ValueDescription } from "./value-description.ts";

type Literal = string | number | boolean;

const FORMATS: Readonly<Record<NonNullable<ValueDescription["format"]>, z.ZodType>> = {
  email: z.email(),
  // A URI is ASCII (RFC 3986 §2); what has other characters is an IRI.
  uri: z.url().regex(/^[a-z][a-z0-9+.-]*:[!#-;=?-[\]_a-z~]+$/i),
  phone: z.string().regex(new RegExp(formatPatterns.phone)),
  slug: z.string().regex(new RegExp(formatPatterns.slug)),
  currency: z.string().regex(new RegExp(formatPatterns.currency)),
  country: z.string().regex(new RegExp(formatPatterns.country)),
  password: z.string(),
};

/** The sample in the form its type has, or `undefined` where it breaks the type or its bounds. */
export function validSample(value: ValueDescription, sample: Literal): Literal | undefined {
  if (value.enumValues !== undefined && value.enumValues.length > 0) {
    return value.enumValues.find((allowed) => allowed === sample);
  }
  switch (value.type) {
    case "string":
    case "text":
    case "enum":
      return validText(value, sample);
    case "integer":
      return validNumber(value, sample, (number) => Math.abs(number) < 2 ** 31);
    case "bigint":
      return validNumber(value, sample, Number.isSafeInteger);
    case "decimal":
      return validDecimal(value, sample);
    case "boolean":
      return typeof sample === "boolean" ? sample : undefined;
    case "uuid":
      return accepted(z.guid(), sample);
    case "date":
      return accepted(z.iso.date(), sample);
    case "time":
      return accepted(z.iso.time({ precision: 0 }), sample);
    case "timestamp":
      return accepted(z.iso.datetime(), sample);
    case "json":
      return typeof sample === "string" && isObjectText(sample) ? sample : undefined;
    case "binary":
      return accepted(z.base64(), sample);
    default:
      return assertNever(value.type);
  }
}

function validText(value: ValueDescription, sample: Literal): string | undefined {
  const text = String(sample);
  const length = Array.from(text).length;
  if (length < (value.minLength ?? 0) || length > (value.maxLength ?? Infinity)) return undefined;
  return value.format === undefined ? text : accepted(FORMATS[value.format], text);
}

function validNumber(
  value: ValueDescription,
  sample: Literal,
  isInRange: (number: number) => boolean,
): number | undefined {
  if (typeof sample !== "number" || !Number.isInteger(sample) || !isInRange(sample)) {
    return undefined;
  }
  return isBetween(value, sample) ? sample : undefined;
}

function validDecimal(value: ValueDescription, sample: Literal): string | undefined {
  const { precision, scale } = decimalShape(value);
  const match = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(String(sample));
  if (match === null || !isBetween(value, Number(sample))) return undefined;
  const [, sign = "", whole = "0", fraction = ""] = match;
  const wholeDigits = whole === "0" ? 0 : whole.length;
  if (fraction.length > scale || wholeDigits > precision - scale) return undefined;
  return `${sign}${whole}${scale === 0 ? "" : `.${fraction.padEnd(scale, "0")}`}`;
}

function isBetween({ minimum, maximum }: ValueDescription, sample: number): boolean {
  return sample >= (minimum ?? -Infinity) && sample <= (maximum ?? Infinity);
}

function accepted(schema: z.ZodType, sample: Literal): string | undefined {
  return typeof sample === "string" && schema.safeParse(sample).success ? sample : undefined;
}

function isObjectText(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
