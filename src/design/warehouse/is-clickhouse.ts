import type { Store } from "../design.ts";

/**
 * Whether tables and loads are made for the engine. ClickHouse alone: it is what the rules choose,
 * and it runs inside a Node.js process, so that every statement is proven and not only written.
 */
export function isClickhouse({ kind, engine }: Store): boolean {
  return kind === "olap" && /^click-?house$/i.test(engine);
}
