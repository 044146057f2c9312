import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Artifact } from "../../../../src/artifacts/artifact.ts";
import type { Database } from "../../../../src/engines/database.ts";
import { openDatabase } from "../../../../src/engines/open-database.ts";
import { invalid, valid } from "../../../support/cases.ts";
import { evolve, prove, sketchDesign, tamper, testHost } from "../../../sql/sql-fixtures.ts";

let database: Database;
beforeAll(async () => {
  database = await openDatabase(testHost());
}, 60_000);
afterAll(() => database.close());

const before = sketchDesign({
  id: "ticket",
  name: "Ticket",
  fields: [
    { id: "count", type: "integer" },
    { id: "note", name: "Note", type: "string", maxLength: 40, nullable: true },
    { id: "state", type: "enum", enumValues: ["new", "old"] },
    { id: "gone", type: "text" },
  ],
});
const after = sketchDesign({
  id: "ticket",
  name: "Case",
  fields: [
    { id: "count", type: "bigint" },
    { id: "note", name: "Remark", type: "string", maxLength: 40 },
    { id: "state", type: "enum", enumValues: ["new"] },
    { id: "token", type: "uuid", default: { function: "uuid" } },
    { id: "need", type: "string", maxLength: 20 },
  ],
  uniqueKeys: [{ id: "k", fields: ["need"] }],
});
const artifacts = evolve(before, after);

/** Nothing of it makes a team take rows away. */
const mild = sketchDesign({
  id: "ticket",
  name: "Case",
  fields: [
    { id: "count", type: "bigint" },
    { id: "note", name: "Remark", type: "string", maxLength: 40, nullable: true },
    { id: "state", type: "enum", enumValues: ["new", "old"] },
  ],
});
const mildArtifacts = evolve(before, mild);

/** The path of the file of a kind that has the text. */
function fileWith(all: readonly Artifact[], kind: Artifact["kind"], text: string): string {
  const [found] = all.filter((own) => own.kind === kind && own.text.includes(text));
  if (found === undefined) throw new Error(`no file has ${text}`);
  return found.path;
}

const changed = (kind: Artifact["kind"], from: string, to: string) => () =>
  prove(
    database,
    after,
    tamper(artifacts, fileWith(artifacts, kind, from), (text) => text.replace(from, to)),
  );
const mildlyChanged = (from: string, to: string) => () =>
  prove(
    database,
    mild,
    tamper(mildArtifacts, fileWith(mildArtifacts, "sql-up", from), (text) =>
      text.replace(from, to),
    ),
  );
const sound = () => prove(database, after, artifacts);

describe("a change of everything at once", () => {
  test("is proven", async () => {
    expect(await sound()).toEqual([]);
  });

  valid("migrations/write-refused", "the phases as they are planned", sound);
  invalid(
    "migrations/write-refused",
    "a value is asked for before old rows have one",
    changed(
      "sql-up",
      "  ADD COLUMN token uuid;",
      "  ADD COLUMN token uuid, ADD CONSTRAINT early CHECK (token IS NOT NULL) NOT VALID;",
    ),
  );
  invalid(
    "migrations/write-refused",
    "a column that the new version does not write stays required",
    changed("sql-up", "ALTER TABLE tickets ALTER COLUMN gone DROP NOT NULL;", ""),
  );

  valid("migrations/rows-lost", "the phases as they are planned", () =>
    prove(database, mild, mildArtifacts),
  );
  invalid(
    "migrations/rows-lost",
    "the trigger puts another value into the copy",
    mildlyChanged("NEW.count_new := NEW.count;", "NEW.count_new := NEW.count + 1;"),
  );
  invalid(
    "migrations/rows-lost",
    "the contract takes rows with it",
    mildlyChanged("DROP VIEW tickets;", "DROP VIEW tickets; DELETE FROM cases;"),
  );

  invalid(
    "migrations/check-fails",
    "a backfill that leaves rows out",
    changed("sql-up", "AND token IS NULL", "AND token IS NOT NULL"),
  );
  invalid(
    "migrations/check-is-blind",
    "a check before a migration that does not see what it is for",
    changed("sql-pre", "HAVING COUNT(*) > 1", "HAVING COUNT(*) > 2"),
  );
});

describe("the ways back of a history of several changes", () => {
  const ticket = (...fields: readonly { readonly id: string; readonly type: string }[]) =>
    sketchDesign({ id: "ticket", name: "Ticket", fields });
  const count = { id: "count", type: "integer" };
  const emptied = sketchDesign({
    id: "ticket",
    name: "Ticket",
    fields: [count, { id: "state", type: "enum", enumValues: ["nowhere"] }],
  });
  const history = evolve(ticket(), ticket(count), emptied);

  valid(
    "migrations/not-reversible",
    "a later change takes rows away that an earlier one kept",
    () => prove(database, emptied, history),
  );
  invalid("migrations/not-reversible", "an earlier way back takes rows with it", () => {
    const path = fileWith(history, "sql-down", "DROP COLUMN count");
    const lossy = tamper(history, path, (text) =>
      text.replace("ALTER TABLE", "DELETE FROM tickets;\nALTER TABLE"),
    );
    return prove(database, emptied, lossy);
  });
});
