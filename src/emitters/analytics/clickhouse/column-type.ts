import type { Field } from "../../../design/design.ts";
import { assertNever } from "../../../util/assert-never.ts";

/** The type of a field in ClickHouse. Instants are UTC, to the millisecond. */
export function columnType(field: Field): string {
  const type = plainType(field);
  // The order matters: a dictionary holds the missing value, not the other way round.
  if (field.type === "enum")
    return `LowCardinality(${field.nullable ? `Nullable(${type})` : type})`;
  return field.nullable ? `Nullable(${type})` : type;
}

export const INSTANT = "DateTime64(3, 'UTC')";

function plainType({ type, precision, scale }: Field): string {
  switch (type) {
    case "uuid":
      return "UUID";
    case "string":
    case "text":
    case "enum":
    case "json":
    case "time":
    case "binary":
      return "String";
    case "integer":
      return "Int32";
    case "bigint":
      return "Int64";
    case "decimal": {
      const digits = precision ?? 19;
      return `Decimal(${digits}, ${Math.min(scale ?? 4, digits)})`;
    }
    case "boolean":
      return "Bool";
    case "date":
      return "Date32";
    case "timestamp":
      return INSTANT;
    default:
      return assertNever(type);
  }
}
