import type { AttributeMention, CrudLetter } from "./entity-mention.ts";

/** One thing that the document says about an entity. */
export type EntityFact = { readonly entity: string; readonly requirementId: string } & (
  | { readonly kind: "attribute"; readonly attribute: Omit<AttributeMention, "requirementId"> }
  | { readonly kind: "relation"; readonly to: string; readonly cardinality: "one" | "many" }
  | { readonly kind: "states"; readonly states: readonly string[] }
  | { readonly kind: "crud"; readonly letter: CrudLetter }
  | { readonly kind: "named" }
);
