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

const dbmate = resolveBinary();
const folder = mkdtempSync(join(tmpdir(), "groundplan-dbmate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!existsSync(dbmate))("dbmate itself", () => {
  test("SQLite: up, down to nothing, up again", () => {
    roundTrip("sqlite", `sqlite:${folder}/shop.sqlite3`);
  }, 60_000);

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
