import type { SqlStatement } from "./sql-line.ts";

/** One step of a migration: what it does and its exact inverse. */
export interface MigrationOperation {
  /** `add column`, `rename table`, … */
  readonly title: string;
  /** The table it is about, as it is called afterwards. */
  readonly table: string;
  readonly column?: string;
  readonly subject: string;
  readonly up: readonly SqlStatement[];
  readonly down: readonly SqlStatement[];
  /** What the direction cannot keep or presupposes; stands in the file as a comment. */
  readonly upNote?: string;
  readonly downNote?: string;
}
