import type { Database, SqlResult } from "../../../../engines/database.ts";
import { queryRows } from "../../../../engines/database.ts";
import type { DatabaseConnection } from "../../../../host/host.ts";
import type { Dialect } from "../../../../sql/dialects/dialect.ts";
import type { RowWriter } from "../break-rows.ts";
import type { ProofEngine } from "../proof-engine.ts";
import type { CatalogueEntry } from "../read-catalogue.ts";
import { describeAlters } from "../describe-alters.ts";
import { createRowEngine } from "./row-engine.ts";

/** MariaDB or MySQL, in the database that the connection has to itself and one beside it. */
export async function createMysqlEngine(
  dialect: Dialect,
  connection: DatabaseConnection,
): Promise<ProofEngine> {
  const database: Database = {
    run: (sql) => run(connection, sql),
    close: () => connection.close(),
  };
  const [row] = await queryRows(database, "SELECT DATABASE() AS name");
  const own = String(row?.["name"]);
  const scratch = `${own}_scratch`;
  const make = (name: string): Promise<unknown> =>
    queryRows(
      database,
      `DROP DATABASE IF EXISTS ${name}; CREATE DATABASE ${name} DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin; USE ${name}`,
    );
  return createRowEngine(dialect, {
    version: connection.version,
    database,
    split: { backslash: true },
    rows: rowsOf(dialect),
    async startAnew() {
      await make(own);
    },
    readCatalogue: () => readCatalogue(database),
    measureImpact: (migrations) => describeAlters(database, dialect, migrations),
    foreignKeys: { off: "SET foreign_key_checks = 0", on: "SET foreign_key_checks = 1" },
    async inScratch(action) {
      await make(scratch);
      try {
        return await action(database);
      } finally {
        await queryRows(database, `DROP DATABASE ${scratch}; USE ${own}`);
      }
    },
  });
}

async function run(connection: DatabaseConnection, sql: string): Promise<SqlResult> {
  try {
    return { rows: await connection.run(sql) };
  } catch (error) {
    const code = error instanceof Error && "sqlState" in error ? String(error.sqlState) : "";
    return { failure: { message: error instanceof Error ? error.message : String(error), code } };
  }
}

function rowsOf({ identifier }: Dialect): RowWriter {
  return {
    changeOne: (table, assignment) => `UPDATE ${table} SET ${assignment} LIMIT 1`,
    copyOne(table, condition) {
      const name = identifier(table.name);
      const columns = table.columns
        .filter(({ generated }) => generated === undefined)
        .map((column) => identifier(column.name))
        .join(", ");
      const where = condition === undefined ? "" : ` WHERE ${condition}`;
      return `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM ${name}${where} LIMIT 1`;
    },
    repeat: (times) => `repeat('x', ${times})`,
    beyond(kind, expression, direction) {
      const sign = direction === 1 ? "+" : "-";
      switch (kind) {
        case "date":
        case "timestamp":
          return [`${expression} ${sign} INTERVAL 1 DAY`];
        case "time":
          return [`${expression} ${sign} INTERVAL 1 SECOND`];
        case "integer":
        case "bigint":
        case "decimal":
        case "boolean":
          return [`${expression} ${sign} 1`];
        case "uuid":
        case "string":
        case "text":
        case "enum":
        case "json":
        case "binary":
          return [direction === 1 ? `concat(${expression}, 'x')` : "''"];
        default:
          return kind satisfies never;
      }
    },
  };
}

/** What the engine itself would make each table and trigger from, line by line. */
async function readCatalogue(database: Database): Promise<ReadonlyMap<string, CatalogueEntry>> {
  const entries: CatalogueEntry[] = [];
  for (const row of await queryRows(database, "SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'")) {
    const table = String(Object.values(row)[0]);
    const [made] = await queryRows(database, `SHOW CREATE TABLE \`${table}\``);
    const lines = String(made?.["Create Table"]).split("\n");
    entries.push({ table, text: `table ${table} ${lines.at(-1)}` });
    for (const line of lines.slice(1, -1)) {
      const text = line.trim().replace(/,$/, "");
      const name = /^(?:CONSTRAINT |UNIQUE KEY |KEY )?`([^`]+)`/.exec(text)?.[1] ?? "";
      entries.push({ table, name, text: `${table}: ${text}` });
    }
  }
  for (const row of await queryRows(database, "SHOW TRIGGERS")) {
    const [table, name] = [String(row["Table"]), String(row["Trigger"])];
    const text = [name, row["Timing"], row["Event"], table, row["Statement"]].join(" ");
    entries.push({ table, name, text });
  }
  return new Map(entries.map((entry) => [entry.text, entry]));
}
