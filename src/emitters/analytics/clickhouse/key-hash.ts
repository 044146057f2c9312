import type { Field } from "../../../design/design.ts";

/** A key that is made of what a row is known by, so that every load makes the same. */
export function keyHash({ type }: Field, parts: readonly string[]): string {
  const inputs = parts.join(", ");
  switch (type) {
    case "bigint":
      return `reinterpretAsInt64(sipHash64(${inputs}))`;
    case "integer":
      return `toInt32(sipHash64(${inputs}) % 2147483647)`;
    case "uuid":
      return `reinterpretAsUUID(sipHash128(${inputs}))`;
    default:
      return `lower(hex(sipHash128(${inputs})))`;
  }
}
