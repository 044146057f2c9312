import type { Column } from "./relational-model.ts";

/** `string(120)`, `decimal(12, 2)`: the type of a column for people, whatever the engine calls it. */
export function columnTypeText({ type }: Column): string {
  const { kind, length, precision, scale } = type;
  if (length !== undefined) return `${kind}(${length})`;
  return precision === undefined ? kind : `${kind}(${precision}, ${scale ?? 0})`;
}
