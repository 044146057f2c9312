import { afterAll, beforeAll, expect, test } from "vitest";
import type { Design } from "../../../../src/design/design.ts";
import type { Database } from "../../../../src/engines/database.ts";
import { openDatabase } from "../../../../src/engines/open-database.ts";
import { inspectSql } from "../../../sql/inspect-sql.ts";
import type { EntitySketch, FieldSketch } from "../../../sql/sql-fixtures.ts";
import { evolve, prove, sketchDesign, testHost, textOf } from "../../../sql/sql-fixtures.ts";

let database: Database;
beforeAll(async () => {
  database = await openDatabase(testHost());
}, 60_000);
afterAll(() => database.close());

const session = (...fields: readonly FieldSketch[]): Design =>
  sketchDesign({
    id: "session",
    keepsHistory: true,
    primaryKey: ["token"],
    fields: [
      { id: "token", type: "uuid", classification: "secret" },
      { id: "password", classification: "secret" },
      ...fields,
    ],
  });

const reading = (names: readonly [string, string], type: string, minimum: number): Design =>
  sketchDesign({
    id: "reading",
    fields: [
      { id: "first", name: names[0], type: "integer" },
      { id: "second", name: names[1], type, minimum },
    ],
  });

const byHash = (parts: number) => ({
  method: "hash" as const,
  field: "id",
  parts,
  reason: "Many rows.",
});

/** Two tables that exchange their names while the rows of one are spread. */
const pair = (names: readonly [string, string], spread?: EntitySketch["partitioning"]): Design =>
  sketchDesign(
    { id: "a", name: names[0], ...(spread === undefined ? {} : { partitioning: spread }) },
    { id: "b", name: names[1] },
  );

const child = (spread: EntitySketch["partitioning"], hasRelation: boolean): Design =>
  sketchDesign(
    { id: "parent", ...(spread === undefined ? {} : { partitioning: spread }) },
    {
      id: "child",
      fields: [{ id: "parent", type: "uuid" }],
      relations: hasRelation
        ? [
            {
              id: "parent",
              name: "parent",
              field: "parent",
              to: "parent",
              cardinality: "many-to-one",
              onDelete: "restrict",
            },
          ]
        : [],
    },
  );

const folded = (field: object, source: FieldSketch): Design =>
  sketchDesign({ id: "note", fields: [source, { ...field, id: "folded" }] });
const lower = { operation: "lower", fields: ["body"] };
const twice = { operation: "concatenate", fields: ["body", "body"] };
const short = { id: "body", type: "string", maxLength: 20 };

// Each was found by `npm run proof`, or is what it found made small.
test.each<readonly [string, readonly Design[]]>([
  [
    "rows with a history are known by a secret",
    [session(), session({ id: "seen", nullable: true })],
  ],
  [
    "a column gets the name of another, another type and a stricter rule",
    [reading(["One", "Two"], "decimal", 0), reading(["Two", "One"], "bigint", 1)],
  ],
  [
    "tables exchange names while rows are spread",
    [pair(["Left", "Right"]), pair(["Right", "Left"], byHash(3))],
  ],
  ["a relation goes while rows are spread", [child(undefined, true), child(byHash(3), false)]],
  ["a relation comes while rows are spread", [child(byHash(3), false), child(byHash(4), true)]],
  [
    "a value is computed in another way from a longer text",
    [
      folded({ generated: lower }, short),
      folded({ generated: twice }, { ...short, maxLength: 60 }),
    ],
  ],
  [
    "a value is computed that was written",
    [folded({}, short), folded({ generated: lower }, { ...short, name: "Text" })],
  ],
])("%s", async (_, designs) => {
  const last = designs.at(-1) ?? session();
  const artifacts = evolve(...designs);
  const found = [
    ...(await inspectSql(last, artifacts)),
    ...(await prove(database, last, artifacts)),
  ];
  expect(found.filter(({ severity }) => severity !== "info")).toEqual([]);
});

test("a history holds no secret but the key, and asks for nothing else", () => {
  const schema = textOf(evolve(session({ id: "seen" })), "schema.sql");
  const [, history = ""] = /CREATE TABLE sessions_history \(\n(.*?)\n\)/s.exec(schema) ?? [];
  expect(history).toContain("token uuid NOT NULL");
  expect(history).toMatch(/\bseen text,/);
  expect(history).not.toContain("password");
});

test("only what computes a value for all rows says to stop the old version", () => {
  const before = sketchDesign({ id: "note", fields: [short] }, { id: "other" });
  const after = sketchDesign(
    { id: "note", fields: [short, { id: "folded", generated: lower }] },
    { id: "other", fields: [{ id: "note", nullable: true }] },
  );
  const stopping = evolve(before, after)
    .filter(({ kind }) => kind === "sql-up")
    .flatMap(({ text }) => text.match(/^-- Stop the old version .*$/gm) ?? []);
  expect(stopping).toEqual([
    "-- Stop the old version of the service before: notes.folded is computed for all rows under a lock that stops reads and writes.",
  ]);
});
