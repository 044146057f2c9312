import type { DatabaseEngine } from "../../design/database-engine.ts";
import type { Dialect } from "./dialect.ts";
import { mariadb, mysql } from "./mysql.ts";
import { postgresql } from "./postgresql.ts";
import { sqlite } from "./sqlite.ts";

const DIALECTS: Readonly<Record<DatabaseEngine, Dialect>> = { postgresql, mysql, mariadb, sqlite };

/** How SQL is written for an engine. */
export function dialectOf(engine: DatabaseEngine): Dialect {
  return DIALECTS[engine];
}
