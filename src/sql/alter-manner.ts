import type { Column } from "./relational-model.ts";
import type { ObjectKind } from "./dialects/dialect.ts";

/**
 * What an engine does to a table for one part of an ALTER TABLE, the strictest first: only its
 * definition, an index beside reads and writes, a copy while writes wait.
 */
export type AlterManner = "instant" | "nocopy" | "copy";

/** One part of an ALTER TABLE, as far as its manner depends on it. */
export type TableChange =
  | { readonly kind: "add-column"; readonly column: Column }
  | { readonly kind: "drop-column"; readonly column: Column }
  | { readonly kind: "change-column"; readonly before: Column; readonly after: Column }
  | { readonly kind: "rename-column" | "rename-index" | "describe" }
  | { readonly kind: "add-object" | "drop-object"; readonly object: ObjectKind };
