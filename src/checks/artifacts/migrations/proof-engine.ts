import type { Artifact } from "../../../artifacts/artifact.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { RelationalModel } from "../../../sql/relational-model.ts";
import type { ContextFiles, MigrationFiles } from "./context-files.ts";
import type { Catalogue } from "./read-catalogue.ts";
import type { DescribeColumn } from "./seed-rows.ts";

/** An engine that migrations are proven on; what is in it goes with every proof. */
export interface ProofEngine {
  /** Product and version, for the log. */
  readonly version: string;
  /** Empty, under the same name every time. */
  startAnew(): Promise<void>;
  /** Runs a file statement by statement; the finding names the one that failed. */
  runFile(artifact: Artifact): Promise<Diagnostic | undefined>;
  readCatalogue(): Promise<Catalogue>;
  /** Data checks, policies, triggers, jobs: on the migrated, empty database, which stays so. */
  proveRules(
    model: RelationalModel,
    files: ContextFiles,
    describe: DescribeColumn,
  ): Promise<readonly Diagnostic[]>;
  /** The way through all migrations with rows in the tables, from nothing; engines that change in use. */
  proveRows?(
    migrations: readonly MigrationFiles[],
    describe: DescribeColumn,
  ): Promise<readonly Diagnostic[]>;
  /** What each statement of the newest change does to others; from nothing. */
  measureImpact?(migrations: readonly MigrationFiles[]): Promise<readonly string[]>;
  close(): Promise<void>;
}
