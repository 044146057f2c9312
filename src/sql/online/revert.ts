import type { KeptColumn } from "./column-move.ts";
import type { OnlineDialect } from "./online-dialect.ts";
import { isLossless } from "./is-lossless.ts";

const TEXTUAL: ReadonlySet<string> = new Set(["string", "text", "enum"]);

/**
 * The way back of a conversion. It is not the conversion the other way round: the text that a JSON
 * value has become is read as JSON again, while a text that becomes JSON is a string of it.
 */
export function revert(
  dialect: OnlineDialect,
  expression: string,
  { before, after }: KeptColumn,
): string {
  if (wasJsonText({ before, after }))
    return `CAST(${expression} AS ${dialect.typeName(before.type)})`;
  if (before.type.kind !== "json" && after.type.kind === "json") {
    const text = `(${expression} #>> '{}')`;
    return dialect.convert(text, { ...after, type: { kind: "text" } }, before);
  }
  return dialect.convert(expression, after, before);
}

/** Whether every value that the new version writes is one of the old type. */
export function isReversible(pair: KeptColumn): boolean {
  return !wasJsonText(pair) && isLossless(pair.after.type, pair.before.type);
}

function wasJsonText({ before, after }: KeptColumn): boolean {
  return before.type.kind === "json" && TEXTUAL.has(after.type.kind);
}
