import type { JsonObject } from "./json-node.ts";

/** Levels of `x-stability-level`, from what may change to what may not. */
export const STABILITY_LEVELS: readonly string[] = ["draft", "alpha", "beta", "stable"];

/** The stated level of an operation; `undefined` where it states none. */
export function stabilityOf(value: JsonObject | undefined): unknown {
  return value?.["x-stability-level"];
}
