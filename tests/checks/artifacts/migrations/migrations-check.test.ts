import { expect, test, vi } from "vitest";
import { migrationsCheck } from "../../../../src/checks/artifacts/migrations.ts";
import { invalid, valid } from "../../../support/cases.ts";
import { evolve, sketchDesign, testHost } from "../../../sql/sql-fixtures.ts";

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
