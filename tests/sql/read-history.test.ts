import { expect, test } from "vitest";
import { readHistory } from "../../src/sql/read-history.ts";
import { readSnapshot } from "../../src/sql/snapshot.ts";
import { invalid, valid } from "../support/cases.ts";
import { emitOptions, evolve, historyOf, sketchDesign } from "./sql-fixtures.ts";
import { sqlEmitter } from "../../src/emitters/sql/emitter.ts";

const CODE = "migrations/broken-history";
const before = sketchDesign({ id: "a" });
const after = sketchDesign({ id: "a" }, { id: "b" });

function committed(): Map<string, string> {
  return new Map(historyOf(evolve(before, after)).get("shop"));
}

function read(change: (files: Map<string, string>) => void) {
  const files = committed();
  change(files);
  return readHistory("shop", "database/shop/migrations", files);
}

valid("migrations/broken-history", "two migrations and files that are somebody else's", () =>
  read((files) => files.set("README.md", "ours").set("0003-seed.sql", "SELECT 1")),
);
invalid("migrations/broken-history", "a migration in the middle is missing", () =>
  read((files) =>
    [...files.keys()]
      .filter((name) => name.startsWith("0001"))
      .forEach((name) => files.delete(name)),
  ),
);
invalid("migrations/broken-history", "a way back is missing", () =>
  read((files) => files.delete("0001_initial.down.sql")),
);
invalid("migrations/broken-history", "two migrations have the same number", () =>
  read((files) => files.set("0002_other.up.sql", "SELECT 1")),
);
invalid("migrations/broken-history", "a migration is numbered 0000", () =>
  read((files) => files.set("0000_before.up.sql", "SELECT 1")),
);
for (const [name, text] of [
  ["cut off", "{"],
  ["not a schema", '{"tables":[]}'],
  ["an array", "[]"],
  ["of another version", '{"modelVersion":99,"context":"shop","title":"Shop"}'],
  ["of another context", '{"modelVersion":1,"context":"else","title":"Shop"}'],
  [
    "with a name that would have to be quoted",
    '{"modelVersion":1,"context":"shop","title":"S","tables":[{"id":"a","subject":"s","name":"a; DROP TABLE b","columns":[]}]}',
  ],
] as const) {
  invalid("migrations/broken-history", `the last schema is ${name}`, () =>
    read((files) => files.set("0002_expand_create_table_bs.schema.json", text)),
  );
}

invalid("migrations/broken-history", "the migrations that complete a change are missing", () => {
  const field = (type: string) => sketchDesign({ id: "a", fields: [{ id: "n", type }] });
  const files = new Map(historyOf(evolve(field("integer"), field("bigint"))).get("shop"));
  for (const name of files.keys()) if (!/^000[12]/.test(name)) files.delete(name);
  expect([...files.keys()].some((name) => name.startsWith("0002_expand"))).toBe(true);
  return readHistory("shop", "database/shop/migrations", files);
});

test("the finding names the file, and nothing is added to a broken history", () => {
  const files = committed();
  files.delete("0001_initial.down.sql");
  const emission = sqlEmitter.emit(
    sketchDesign({ id: "c" }),
    emitOptions(new Map([["shop", files]])),
  );
  expect(emission.diagnostics).toMatchObject([
    { code: CODE, artifact: { path: "database/shop/migrations/0001_initial.down.sql" } },
  ]);
  const names = emission.artifacts.flatMap(({ path }) => /migrations\/(.+)$/.exec(path)?.[1] ?? []);
  expect(names).toEqual([...files.keys()].sort());
});

test("a snapshot that is read back is the model that was written", () => {
  const text = committed().get("0002_expand_create_table_bs.schema.json") ?? "";
  const snapshot = readSnapshot(text);
  if ("reason" in snapshot) throw new Error(snapshot.reason);
  expect(snapshot.model.tables.map(({ id }) => id)).toEqual(["a", "b"]);
});
