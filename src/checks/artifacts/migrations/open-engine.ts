import type { DatabaseEngine } from "../../../design/database-engine.ts";
import { openDatabase } from "../../../engines/open-database.ts";
import type { Host } from "../../../host/host.ts";
import { dialectOf } from "../../../sql/dialects/dialect-of.ts";
import { createMysqlEngine } from "./engines/mysql-engine.ts";
import { createPostgresqlEngine } from "./engines/postgresql-engine.ts";
import { createSqliteEngine } from "./engines/sqlite-engine.ts";
import type { ProofEngine } from "./proof-engine.ts";

/** Starts the engine that SQL is written for, or says why there is none here. */
export async function openEngine(
  engine: DatabaseEngine,
  host: Host,
): Promise<ProofEngine | { readonly reason: string }> {
  const { databases } = host;
  switch (engine) {
    case "postgresql":
      return createPostgresqlEngine(await openDatabase(host));
    case "sqlite":
      if (databases === undefined) return { reason: "this host has no SQLite" };
      return createSqliteEngine(databases);
    case "mysql":
    case "mariadb": {
      if (databases === undefined) return { reason: "this host reaches no server" };
      const connection = await databases.mysql();
      if ("reason" in connection) return connection;
      const present = /mariadb/i.test(connection.version) ? "mariadb" : "mysql";
      if (present === engine) return createMysqlEngine(dialectOf(engine), connection);
      await connection.close();
      return { reason: `the server here is ${connection.version}` };
    }
    default:
      return engine satisfies never;
  }
}
