import type { JsonObject } from "./json-node.ts";

/** A place in a text, counted from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** An OpenAPI document that was read; nobody has validated it. */
export interface SpecDocument {
  /** The file, as reports name it. */
  readonly path: string;
  readonly root: JsonObject;
  /** Where the values of JSON Pointers stand; that of the nearest value around for a missing one. */
  locate(pointers: Iterable<string>): ReadonlyMap<string, TextPosition>;
}
