import type { Database, SqlResult } from "../../../../engines/database.ts";
import { queryRows } from "../../../../engines/database.ts";
import { splitSql } from "../../../../engines/split-sql.ts";
import type { DatabaseConnection, Databases } from "../../../../host/host.ts";
import { sqlite } from "../../../../sql/dialects/sqlite.ts";
import type { RowWriter } from "../break-rows.ts";
import type { ProofEngine } from "../proof-engine.ts";
import type { CatalogueEntry } from "../read-catalogue.ts";
import { describeRebuilds } from "../describe-rebuilds.ts";
import { createRowEngine } from "./row-engine.ts";

const SPLIT = { backslash: false };

/** SQLite in this process; a proof begins with a new one. */
export async function createSqliteEngine(databases: Databases): Promise<ProofEngine> {
  let connection = await databases.sqlite();
  const database: Database = {
    run: (sql) => runAll(connection, sql),
    close: () => connection.close(),
  };
  return createRowEngine(sqlite, {
    version: connection.version,
    database,
    split: SPLIT,
    rows: ROWS,
    async startAnew() {
      await connection.close();
      connection = await databases.sqlite();
    },
    readCatalogue: () => readCatalogue(database),
    measureImpact: (migrations) => describeRebuilds(database, migrations),
    foreignKeys: { off: "PRAGMA foreign_keys = OFF", on: "PRAGMA foreign_keys = ON" },
    async inScratch(action) {
      const scratch = await databases.sqlite();
      try {
        return await action({ run: (sql) => runAll(scratch, sql), close: async () => {} });
      } finally {
        await scratch.close();
      }
    },
  });
}

/** The library runs one statement at a time. */
async function runAll(connection: DatabaseConnection, sql: string): Promise<SqlResult> {
  let rows: Awaited<ReturnType<DatabaseConnection["run"]>> = [];
  try {
    for (const { text } of splitSql(sql, SPLIT)) rows = await connection.run(text);
    return { rows };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { failure: { message: error instanceof Error ? error.message : String(error), code } };
  }
}

const ROWS: RowWriter = {
  changeOne: (table, assignment) =>
    `UPDATE ${table} SET ${assignment} WHERE rowid = (SELECT min(rowid) FROM ${table})`,
  copyOne(table, condition) {
    const name = sqlite.identifier(table.name);
    const columns = table.columns
      .filter(({ generated }) => generated === undefined)
      .map((column) => sqlite.identifier(column.name))
      .join(", ");
    const where = condition === undefined ? "" : ` WHERE ${condition}`;
    return `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM ${name}${where} LIMIT 1`;
  },
  repeat: (times) => `printf('%.*c', ${times}, 'x')`,
  beyond(kind, expression, direction) {
    const sign = direction === 1 ? "+" : "-";
    const days = `'${sign}1 day'`;
    switch (kind) {
      case "date":
        return [`date(${expression}, ${days})`];
      case "timestamp":
        return [`strftime('%Y-%m-%dT%H:%M:%fZ', ${expression}, ${days})`];
      case "integer":
      case "bigint":
      case "decimal":
      case "boolean":
        return [`${expression} ${sign} 1`];
      case "uuid":
      case "string":
      case "text":
      case "time":
      case "enum":
      case "json":
      case "binary":
        return [direction === 1 ? `${expression} || 'x'` : "''"];
      default:
        return kind satisfies never;
    }
  },
};

/**
 * Tables are what their `CREATE TABLE` says, item by item, without comments, quotes and the order
 * of columns: a rename rewrites the text and puts names in quotes.
 */
async function readCatalogue(database: Database): Promise<ReadonlyMap<string, CatalogueEntry>> {
  const sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL";
  const entries = (await queryRows(database, sql)).flatMap((row): readonly CatalogueEntry[] => {
    const table = String(row["tbl_name"]);
    const name = String(row["name"]);
    const text = plain(String(row["sql"]));
    if (row["type"] !== "table") return [{ table, name, text }];
    const open = text.indexOf("(");
    const close = text.lastIndexOf(")");
    const items = splitItems(text.slice(open + 1, close));
    return [
      { table, text: `table ${table}${text.slice(close + 1)}` },
      ...items.map((item) => {
        const own = /^(?:CONSTRAINT )?(\w+)/.exec(item)?.[1] ?? "";
        return { table, name: own, text: `${table}: ${item}` };
      }),
    ];
  });
  return new Map(entries.map((entry) => [entry.text, entry]));
}

/** One space between words, no comments, no quotes around plain names. */
function plain(sql: string): string {
  return (sql.match(/--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\s+|[^\s'"-]+|-/g) ?? [])
    .filter((token) => !token.startsWith("--"))
    .map((token) => {
      if (/^\s+$/.test(token)) return " ";
      return /^"\w+"$/.test(token) ? token.slice(1, -1) : token;
    })
    .join("")
    .replace(/ +/g, " ")
    .trim();
}

/** At the commas that stand in no parentheses and no text. */
function splitItems(text: string): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  let current = "";
  for (const [token] of text.matchAll(/'(?:[^']|'')*'|[\s\S]/g)) {
    if (token === "(") depth += 1;
    if (token === ")") depth -= 1;
    if (token === "," && depth === 0) {
      items.push(current.trim());
      current = "";
    } else current += token;
  }
  return [...items, current.trim()];
}
