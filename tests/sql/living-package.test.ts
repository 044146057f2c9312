import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Design } from "../../src/design/design.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { sqlEmitter } from "../../src/emitters/sql/emitter.ts";
import type { Database } from "../../src/engines/database.ts";
import { openDatabase } from "../../src/engines/open-database.ts";
import { invalid, valid } from "../support/cases.ts";
import { inspectSql } from "./inspect-sql.ts";
import type { FieldSketch } from "./sql-fixtures.ts";
import { emitOptions, evolve, historyOf, prove, sketchDesign, testHost } from "./sql-fixtures.ts";

let database: Database;
beforeAll(async () => {
  database = await openDatabase(testHost());
}, 60_000);
afterAll(() => database.close());

/** All that `check` and the linter have to say about a life of a package. */
async function live(...designs: readonly Design[]): Promise<readonly Diagnostic[]> {
  const last = designs.at(-1);
  if (last === undefined) return [];
  const artifacts = evolve(...designs);
  const found = [
    ...(await inspectSql(last, artifacts)),
    ...(await prove(database, last, artifacts)),
  ];
  return found.filter(({ severity }) => severity !== "info");
}

function ups(...designs: readonly Design[]): readonly string[] {
  return evolve(...designs)
    .filter(({ kind, path }) => kind === "sql-up" && !path.includes("/0001_"))
    .map(({ text }) => text);
}

const product = (name: string, ...more: readonly FieldSketch[]): Design =>
  sketchDesign({
    id: "product",
    fields: [{ id: "title", name, type: "string", maxLength: 200 }, ...more],
    indexes: [{ id: "by-title", fields: ["title"], unique: false, serves: "Search by title." }],
  });

describe("an indexed column gets another name", () => {
  const designs = [product("Title"), product("Headline", { id: "weight", type: "integer" })];

  test("no check has anything to say", async () => {
    expect(await live(...designs)).toEqual([]);
  });
  test("its index goes alone and concurrently, before the column", () => {
    const texts = ups(...designs);
    const index = texts.findIndex((text) => text.includes("DROP INDEX CONCURRENTLY"));
    const column = texts.findIndex((text) => text.includes("DROP COLUMN title"));
    expect(index).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(index);
    expect(texts[index]).not.toContain("BEGIN");
    expect(texts.join()).not.toMatch(/DROP INDEX (?!CONCURRENTLY)/);
  });
});

test("an indexed column changes its type, again and again", async () => {
  const typed = (type: string) =>
    sketchDesign({
      id: "product",
      fields: [{ id: "stock", type }],
      indexes: [{ id: "by-stock", fields: ["stock"], unique: false, serves: "A report." }],
      uniqueKeys: [{ id: "one", fields: ["stock"] }],
    });
  expect(await live(typed("integer"), typed("bigint"), typed("text"))).toEqual([]);
});

test("a file says why it holds what the linter reports", () => {
  const downs = evolve(product("Title"), product("Headline")).filter(
    ({ kind, text }) => kind === "sql-down" && text.includes("UPDATE products SET title"),
  );
  expect(downs.map(({ text }) => text)).toEqual([
    expect.stringMatching(
      /^-- groundplan-ignore .*update-all-rows.*: the way back .*\nUPDATE products SET title/m,
    ),
  ]);
});

describe("a value that was computed", () => {
  const source: FieldSketch = { id: "body" };
  const computed = { operation: "lower", fields: ["body"] };
  const note = (...fields: readonly FieldSketch[]) =>
    sketchDesign({ id: "note", fields: [source, ...fields] });
  const before = note({ id: "folded", generated: computed });

  test("is kept when it is computed no more", async () => {
    const after = note({ id: "folded" });
    expect(ups(before, after).join()).toContain("NEW.folded_new := lower(NEW.body)");
    expect(await live(before, after)).toEqual([]);
    expect(await live(before, after, before)).toEqual([]);
  });
  test("is kept under another name and without a rule", async () => {
    expect(await live(before, note({ id: "folded", name: "Plain", nullable: true }))).toEqual([]);
  });
  test("does not make a required field beside it fail", async () => {
    const after = note({ id: "folded" }, { id: "rank", type: "integer" });
    expect(ups(before, after).join()).not.toMatch(/ADD COLUMN .* NOT NULL/);
    expect(await live(before, after)).toEqual([]);
  });
});

describe("partitions", () => {
  const logs = (partitioning: object | undefined, ...values: readonly string[]): Design =>
    sketchDesign({
      id: "log",
      primaryKey: ["id", "kind", "at"],
      fields: [
        { id: "at", type: "timestamp" },
        { id: "kind", type: "enum", enumValues: values.length > 0 ? [...values] : ["a", "b"] },
      ],
      ...(partitioning === undefined ? {} : { partitioning }),
    } as Parameters<typeof sketchDesign>[0]);
  const byList = { method: "list", field: "kind", reason: "Kinds are read alone." };
  const byMonth = { method: "range", field: "at", interval: "month", reason: "Old rows go." };
  const byHash = { method: "hash", field: "id", parts: 4, reason: "Many rows." };
  const change = (before: Design, after: Design) => {
    const { artifacts } = sqlEmitter.emit(before, emitOptions());
    return sqlEmitter.emit(after, emitOptions(historyOf(artifacts))).diagnostics;
  };

  test("there is one more for one more value", async () => {
    const designs = [logs(byList, "a", "b"), logs(byList, "a", "b", "c")];
    expect(ups(...designs).join()).toMatch(
      /CREATE TABLE \S+ PARTITION OF logs FOR VALUES IN \('c'\)/,
    );
    expect(await live(...designs)).toEqual([]);
  });

  valid("migrations/partition-change", "the same again", () =>
    change(logs(byMonth), logs(byMonth)),
  );
  valid("migrations/partition-change", "one more value of a list", () =>
    change(logs(byList, "a", "b"), logs(byList, "a", "b", "c")),
  );
  valid("migrations/partition-change", "other partitions for the same rows", () =>
    change(logs(byMonth), logs(byHash)),
  );
  const day = { ...byMonth, field: "day" };
  const days = (partitioning: object | undefined, primaryKey: string[], type?: string): Design =>
    sketchDesign({
      id: "visit",
      primaryKey,
      fields: type === undefined ? [] : [{ id: "day", type }],
      ...(partitioning === undefined ? {} : { partitioning }),
    } as Parameters<typeof sketchDesign>[0]);
  const spread = days(day, ["id", "day"], "date");
  for (const [title, after] of [
    ["the field that they are spread by goes", days(undefined, ["id"])],
    ["it changes its type", days(day, ["id", "day"], "timestamp")],
    ["both", days(undefined, ["id"], "timestamp")],
  ] as const) {
    invalid("migrations/partition-change", title, () => change(spread, after));
  }

  test("nothing is written while it is refused", () => {
    const artifacts = evolve(spread, days(undefined, ["id"]));
    expect(artifacts.filter(({ path }) => path.includes("/0002_"))).toEqual([]);
  });
});
