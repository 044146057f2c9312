import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { resolveBinary } from "dbmate";
import { afterAll, describe, expect, test } from "vitest";
import type { Artifact } from "../../../src/artifacts/artifact.ts";
import { openEngine } from "../../../src/checks/artifacts/migrations/open-engine.ts";
import type { DatabaseEngine } from "../../../src/design/database-engine.ts";
import type { MigrationFormat } from "../../../src/design/migration-format.ts";
import { migrationFormats } from "../../../src/design/migration-format.ts";
import type { Design } from "../../../src/design/design.ts";
import { startMariadb } from "../../../src/host/mariadb-server.ts";
import { sqlEmitter } from "../../../src/emitters/sql/emitter.ts";
import { invalid, valid } from "../../support/cases.ts";
import {
  emitOptions,
  historyOf,
  onEngine,
  proveOn,
  sketchDesign,
  testHost,
} from "../../sql/sql-fixtures.ts";
import { findPostgresql, startPostgresql } from "../../support/postgresql-server.ts";

const first = sketchDesign(
  { id: "customer", fields: [{ id: "email", type: "string", maxLength: 60 }] },
  {
    id: "order",
    fields: [
      { id: "customer-id", type: "uuid" },
      { id: "note", type: "string", maxLength: 100, nullable: true },
    ],
    relations: [
      {
        id: "customer",
        name: "customer",
        field: "customer-id",
        to: "customer",
        cardinality: "many-to-one",
        onDelete: "restrict",
      },
    ],
    indexes: [
      { id: "by-customer", fields: ["customer-id"], unique: false, serves: "Orders of one." },
    ],
  },
);
/** A column more, and an index: in PostgreSQL one that refuses a transaction. */
const second = sketchDesign(
  {
    id: "customer",
    fields: [
      { id: "email", type: "string", maxLength: 60 },
      { id: "name", type: "string", maxLength: 80, nullable: true },
    ],
    indexes: [{ id: "by-name", fields: ["name"], unique: false, serves: "Customers by name." }],
    uniqueKeys: [{ id: "email", fields: ["email"] }],
  },
  {
    id: "order",
    fields: [
      { id: "customer-id", type: "uuid" },
      { id: "note", type: "string", maxLength: 100, nullable: true },
    ],
  },
);

function evolveIn(format: MigrationFormat, engine: DatabaseEngine): readonly Artifact[] {
  let artifacts: readonly Artifact[] = [];
  for (const design of [first, second]) {
    artifacts = emitIn(format, onEngine(design, engine), artifacts).artifacts;
  }
  return artifacts;
}

function emitIn(format: MigrationFormat, design: Design, before: readonly Artifact[]) {
  const options = { ...emitOptions(historyOf(before)), migrations: format };
  return sqlEmitter.emit(design, options);
}

describe.each(migrationFormats)("%s", (format) => {
  test("committed files stay as they are, byte for byte", () => {
    const once = emitIn(format, first, []).artifacts;
    const again = emitIn(format, second, once).artifacts;
    for (const { path, text } of once.filter((one) => one.path.includes("/migrations/"))) {
      expect(again.find((artifact) => artifact.path === path)?.text).toBe(text);
    }
  });

  test("the statements are the same in every form", () => {
    const sql = (artifacts: readonly Artifact[]): readonly string[] =>
      artifacts
        .filter(({ path, kind }) => path.includes("/migrations/") && /^sql-(?:up|down)$/.test(kind))
        .flatMap(({ text }) => text.split("\n"))
        .filter((line) => line !== "" && !line.startsWith("-- migrate:"))
        .sort();
    expect(sql(evolveIn(format, "postgresql"))).toEqual(
      sql(evolveIn("golang-migrate", "postgresql")),
    );
  });

  test("a package is proven", async () => {
    for (const engine of ["postgresql", "sqlite"] as const) {
      const proof = await openEngine(engine, testHost());
      if ("reason" in proof) throw new Error(proof.reason);
      try {
        const artifacts = evolveIn(format, engine);
        expect(await proveOn(proof, onEngine(second, engine), artifacts)).toEqual([]);
      } finally {
        await proof.close();
      }
    }
  }, 60_000);

  const other = migrationFormats.find((one) => one !== format) ?? format;
  valid(
    "migrations/other-format",
    `${format} again`,
    () => emitIn(format, second, emitIn(format, first, []).artifacts).diagnostics,
  );
  invalid(
    "migrations/other-format",
    `${format} is committed, ${other} is wanted`,
    () => emitIn(other, second, emitIn(format, first, []).artifacts).diagnostics,
  );
});

/** Debian's programs. */
function findMariadb(): Parameters<typeof startMariadb>[0] | undefined {
  const programs = { server: "/usr/sbin/mariadbd", install: "/usr/bin/mariadb-install-db" };
  return Object.values(programs).every((path) => existsSync(path)) ? programs : undefined;
}

const dbmate = resolveBinary();
const folder = mkdtempSync(join(tmpdir(), "groundplan-dbmate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!existsSync(dbmate))("dbmate itself", () => {
  test("SQLite: up, down to nothing, up again", () => {
    roundTrip("sqlite", `sqlite:${folder}/shop.sqlite3`);
  }, 60_000);

  const mariadb = findMariadb();
  test.skipIf(mariadb === undefined)(
    `MariaDB: up, down to nothing, up again${mariadb === undefined ? " (no server here)" : ""}`,
    async () => {
      if (mariadb === undefined) return;
      const server = await startMariadb(mariadb);
      const { createConnection } = await import("mysql2/promise");
      if ("uri" in server.options) throw new Error("a private server has a socket");
      const { socketPath, user } = server.options;
      const connection = await createConnection({ socketPath, user });
      try {
        await connection.query(
          "CREATE DATABASE shop DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
        );
        roundTrip("mariadb", `mysql://${user}@/shop?socket=${socketPath}`);
        const [columns] = await connection.query(
          "SELECT concat(table_name, '.', column_name) AS name FROM information_schema.columns WHERE table_schema = 'shop'",
        );
        const names = JSON.stringify(columns);
        for (const name of ["customers.name", "orders.customer_id"]) {
          expect(names).toContain(`"${name}"`);
        }
      } finally {
        await connection.end();
        await server.stop();
      }
    },
    60_000,
  );

  const postgresql = findPostgresql();
  const reason = "reason" in postgresql ? postgresql.reason : "";
  test.skipIf(reason !== "")(
    `PostgreSQL: up, down to nothing, up again${reason && ` (${reason})`}`,
    async () => {
      if (!("bin" in postgresql)) return;
      const server = await startPostgresql(postgresql.bin);
      try {
        server.run("postgres", "create database shop");
        const empty = server.dump("shop");
        const socket = encodeURIComponent(server.folder);
        const url = `postgres://proof@/shop?host=${socket}&sslmode=disable`;
        roundTrip("postgresql", url, () =>
          server.dump("shop").replace(/^.*schema_migrations[\s\S]*?;$/gm, ""),
        );
        expect(empty).not.toContain("CREATE TABLE");
      } finally {
        await server.stop();
      }
    },
    60_000,
  );
});

describe("Flyway, which does not run here: what its documentation asks of files", () => {
  test.each(["mariadb", "sqlite"] as const)("%s", (engine) => {
    const paths = evolveIn("flyway", engine)
      .map(({ path }) => path)
      .filter((path) => path.includes("/migrations/"));
    const names = paths.map((path) => path.slice(path.lastIndexOf("/") + 1));
    const scripts = names.filter((name) => name.endsWith(".sql"));
    // Versioned and undo migrations: prefix, version, two underscores, description.
    for (const name of scripts) expect(name).toMatch(/^[VU]\d+__\w+\.sql$/);
    const versions = (prefix: string): readonly string[] =>
      scripts.filter((name) => name.startsWith(prefix)).map((name) => name.slice(1));
    expect(versions("V").length).toBeGreaterThan(1);
    expect(versions("U")).toEqual(versions("V"));
    expect(new Set(versions("V").map((name) => Number.parseInt(name, 10))).size).toBe(
      versions("V").length,
    );
    // A script configuration is called after its script.
    for (const name of scripts) expect(names).toContain(`${name}.conf`);
  });
});

function roundTrip(engine: DatabaseEngine, url: string, state?: () => string): void {
  const migrations = evolveIn("dbmate", engine).filter(({ path }) => path.includes("/migrations/"));
  const at = join(folder, engine);
  for (const { path, text } of migrations) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), text);
  }
  const count = migrations.filter(({ path }) => path.endsWith(".sql")).length;
  expect(count).toBeGreaterThanOrEqual(2);
  const run = (command: string): string =>
    execFileSync(
      dbmate,
      [
        "--url",
        url,
        "--migrations-dir",
        join(at, "database/shop/migrations"),
        "--no-dump-schema",
        command,
      ],
      { encoding: "utf8", stdio: "pipe" },
    );
  run("up");
  const reached = state?.();
  expect(run("status")).toContain(`Applied: ${count}`);
  for (let step = 0; step < count; step++) run("down");
  expect(run("status")).toContain("Applied: 0");
  run("up");
  expect(run("status")).toContain(`Applied: ${count}`);
  expect(state?.()).toBe(reached);
}
