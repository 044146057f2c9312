import type { Database } from "../../../engines/database.ts";
import type { SplitOptions } from "../../../engines/split-sql.ts";
import type { RowWriter } from "./break-rows.ts";
import type { MigrationFiles } from "./context-files.ts";
import type { Catalogue } from "./read-catalogue.ts";

/** What an engine does in its own way, where definitions cannot be undone like rows. */
export interface EngineWays {
  readonly version: string;
  readonly database: Database;
  readonly split: SplitOptions;
  readonly rows: RowWriter;
  startAnew(): Promise<void>;
  readCatalogue(): Promise<Catalogue>;
  /** Switches foreign keys off for rows that come in any order, and on again. */
  readonly foreignKeys: { readonly off: string; readonly on: string };
  /** A second, empty database, for tables that refuse nothing. */
  inScratch<T>(action: (database: Database) => Promise<T>): Promise<T>;
  measureImpact(migrations: readonly MigrationFiles[]): Promise<readonly string[]>;
}
