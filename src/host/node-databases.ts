import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { DatabaseConnection, Databases } from "./host.ts";
import type { MysqlServer } from "./mariadb-server.ts";
import { startMariadb } from "./mariadb-server.ts";

/** Where Debian, Homebrew and the projects' own packages put servers that are not on the path. */
const FOLDERS = ["/usr/sbin", "/usr/local/sbin", "/usr/libexec", "/opt/homebrew/bin"];

/** The engines of this machine. */
export function createNodeDatabases(): Databases {
  return { sqlite: openSqlite, mysql: openMysql };
}

async function openSqlite(): Promise<DatabaseConnection> {
  const { DatabaseSync } = await withoutWarning(() => import("node:sqlite"));
  const database = new DatabaseSync(":memory:");
  const [row] = database.prepare("SELECT sqlite_version() AS version").all();
  return {
    version: `SQLite ${String(row?.["version"])}`,
    async run(sql) {
      return database.prepare(sql).all();
    },
    async close() {
      database.close();
    },
  };
}

async function openMysql(): Promise<DatabaseConnection | { readonly reason: string }> {
  const url = process.env["DATABASE_URL"] ?? "";
  if (/^(?:mysql|mariadb):\/\//.test(url)) {
    try {
      return await connect({
        options: { uri: url.replace(/^mariadb:/, "mysql:") },
        stop: async () => {},
      });
    } catch (error) {
      return { reason: `the server of DATABASE_URL cannot be used: ${messageOf(error)}` };
    }
  }
  const server = find("mariadbd");
  const install = find("mariadb-install-db") ?? find("mysql_install_db");
  if (server === undefined || install === undefined) {
    return { reason: "there is no MariaDB server on this machine" };
  }
  try {
    return await connect(await startMariadb({ server, install }));
  } catch (error) {
    return { reason: `MariaDB does not start: ${messageOf(error)}` };
  }
}

/** A database that nobody else has: what is on a shared server stays as it is. */
async function connect({ options, stop }: MysqlServer): Promise<DatabaseConnection> {
  const { createConnection } = await import("mysql2/promise");
  const connection = await createConnection({
    ...options,
    multipleStatements: true,
    dateStrings: true,
    charset: "utf8mb4",
  });
  const name = `groundplan_proof_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  async function run(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const [rows] = await connection.query(sql);
    return Array.isArray(rows) ? rows.flatMap((row) => (isRow(row) ? [row] : [])) : [];
  }
  const [row] = await run("SELECT version() AS version");
  await run(
    `CREATE DATABASE ${name} DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin; USE ${name}`,
  );
  const version = String(row?.["version"]);
  return {
    version: /mariadb/i.test(version) ? version : `MySQL ${version}`,
    run,
    async close() {
      await run(`DROP DATABASE IF EXISTS ${name}`).catch(() => {});
      await connection.end();
      await stop();
    },
  };
}

function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !("affectedRows" in value)
  );
}

function find(program: string): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...FOLDERS];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/** Of a module that Node calls experimental nobody has to hear on every run. */
async function withoutWarning<T>(load: () => Promise<T>): Promise<T> {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return await load();
  } finally {
    process.emitWarning = emitWarning;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}
