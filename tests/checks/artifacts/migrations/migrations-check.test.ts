import { expect, test, vi } from "vitest";
import { migrationsCheck } from "../../../../src/checks/artifacts/migrations.ts";
import { invalid, valid } from "../../../support/cases.ts";
import { evolve, onEngine, sketchDesign, testHost } from "../../../sql/sql-fixtures.ts";

const design = sketchDesign({ id: "customer" });

function check() {
  return migrationsCheck.check(evolve(design), { design, host: testHost() });
}

valid("migrations/no-database", "the engine starts", check);

invalid("migrations/no-database", "the engine does not start", async () => {
  vi.doMock("@electric-sql/pglite", () => ({
    PGlite: { create: () => Promise.reject(new Error("out of memory\n  at minified:1:99999")) },
  }));
  try {
    return await check();
  } finally {
    vi.doUnmock("@electric-sql/pglite");
  }
});

test("a package without SQL does not start an engine", async () => {
  vi.doMock("@electric-sql/pglite", () => {
    throw new Error("loaded");
  });
  try {
    expect(await migrationsCheck.check([], { design, host: testHost() })).toEqual([]);
  } finally {
    vi.doUnmock("@electric-sql/pglite");
  }
});

function checkOn(engine: "sqlite" | "mysql" | "mariadb", reason?: string) {
  const own = onEngine(design, engine);
  const { databases, ...host } = testHost();
  if (databases === undefined) throw new Error("no engines");
  const absent = { ...databases, mysql: async () => ({ reason: reason ?? "nobody is there" }) };
  const machine = { ...host, databases: reason === undefined ? databases : absent };
  return migrationsCheck.check(evolve(own), { design: own, host: machine });
}

valid("migrations/not-executed", "SQLite is always there", () => checkOn("sqlite", "no server"));
invalid("migrations/not-executed", "there is no server", () => checkOn("mariadb", "no server"));

test("what is not executed is said, with the reason, and is no failure", async () => {
  expect(await checkOn("mysql", "port 3306 is closed")).toMatchObject([
    {
      code: "migrations/not-executed",
      severity: "info",
      subject: "system/context/shop",
      message: expect.stringContaining("port 3306 is closed"),
    },
  ]);
});

test("MySQL's SQL is never taken for proven because a MariaDB is there", async () => {
  const found = await checkOn("mysql");
  expect(found.map(({ code }) => code)).toEqual(["migrations/not-executed"]);
});
