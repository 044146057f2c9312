import type { MigrationStage } from "./migration-stage.ts";
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
  /** Where it stands in a change in stages; without one, all steps are one file. */
  readonly stage?: MigrationStage;
  /** What of the old version of the service stops working with it. */
  readonly breaks?: string;
  /** Queries that return rows where the step must not be taken yet. */
  readonly before?: readonly MigrationCheck[];
  /** Queries that return rows where the step has not done its work. */
  readonly after?: readonly MigrationCheck[];
}

/** A query of `NNNN_name.pre.sql` or `.post.sql`: no rows, and all is well. */
export interface MigrationCheck {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  /** One SELECT of `check_id`, `object`, `row_key` and `detail`, without its semicolon. */
  readonly sql: string;
}
