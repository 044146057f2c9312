import type { Artifact } from "../../../artifacts/artifact.ts";
import type { SqlPart } from "../../../engines/split-sql.ts";

/** A query of a file of checks: a row that it returns breaks a rule. */
export interface CheckQuery {
  readonly id: string;
  readonly artifact: Artifact;
  readonly statement: SqlPart;
}
