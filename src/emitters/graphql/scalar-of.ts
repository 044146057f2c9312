import type { ValueDescription } from "../../design/value-description.ts";
import { assertNever } from "../../util/assert-never.ts";

/** A scalar that GraphQL has not built in. */
export interface CustomScalar {
  readonly description: string;
  readonly specifiedBy?: string;
}

/** The scalars of the subgraphs; those with an address are specified there. */
export const customScalars: Readonly<Record<string, CustomScalar>> = {
  DateTime: {
    description: "A moment in UTC (RFC 3339), such as 2026-01-15T09:30:00Z.",
    specifiedBy: "https://scalars.graphql.org/andimarek/date-time.html",
  },
  LocalDate: {
    description: "A day (RFC 3339 full-date), such as 2026-01-15.",
    specifiedBy: "https://scalars.graphql.org/andimarek/local-date.html",
  },
  LocalTime: { description: "A time of day without an offset, such as 09:30:00." },
  Decimal: {
    description: 'A decimal number as text, so that no digit is lost, such as "24.50".',
  },
  Long: { description: "A whole number of up to 64 bits, which Int cannot hold." },
  JSON: { description: "An object of any form." },
  Base64: { description: "Bytes in base64 (RFC 4648 §4)." },
};

export const scalarNames: readonly string[] = Object.keys(customScalars);

/** The scalar that holds a value. */
export function scalarOf({ type }: ValueDescription): string {
  switch (type) {
    case "uuid":
      return "ID";
    case "string":
    case "text":
    case "enum":
      return "String";
    case "integer":
      return "Int";
    case "bigint":
      return "Long";
    case "decimal":
      return "Decimal";
    case "boolean":
      return "Boolean";
    case "date":
      return "LocalDate";
    case "time":
      return "LocalTime";
    case "timestamp":
      return "DateTime";
    case "json":
      return "JSON";
    case "binary":
      return "Base64";
    default:
      return assertNever(type);
  }
}
