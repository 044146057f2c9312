import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { subjectAt } from "../../../src/artifacts/subject-at.ts";
import { indexDesign } from "../../../src/design/design-index.ts";
import { sqlEmitter } from "../../../src/emitters/sql/emitter.ts";
import { invalid, valid } from "../../support/cases.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { sampleDesign } from "../../support/sample-design.ts";
import {
  emitOptions,
  evolve,
  historyOf,
  sketchDesign,
  tamper,
  textOf,
} from "../../sql/sql-fixtures.ts";

describe("the files of a context", () => {
  const artifacts = evolve(sampleDesign());

  test("stand where the package expects them, each once", () => {
    const paths = artifacts.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const file of [
      "schema.sql",
      "migrations/0001_initial.up.sql",
      "migrations/0001_initial.down.sql",
      "migrations/0001_initial.schema.json",
      "checks/_catalogue.sql",
      "checks/books.sql",
    ]) {
      expect(paths).toContain(`database/catalogue/${file}`);
    }
  });

  test("say where they come from and nothing about when", () => {
    for (const { path, text } of artifacts) {
      if (path.endsWith(".json")) continue;
      expect(text.split("\n")[0]).toMatch(/^-- Context: \S/);
      expect(text.split("\n")[1]).toContain("groundplan");
      expect(text.endsWith("\n")).toBe(true);
    }
    expect(evolve(sampleDesign())).toEqual(artifacts);
  });

  test("migrations wait for locks only so long", () => {
    for (const way of ["up", "down"]) {
      const text = textOf(artifacts, `database/catalogue/migrations/0001_initial.${way}.sql`);
      const statements = text.split("\n").filter((line) => line !== "" && !line.startsWith("--"));
      expect(statements.slice(0, 3)).toEqual([
        "BEGIN;",
        expect.stringMatching(/^SET LOCAL lock_timeout = '\d+s';$/),
        expect.stringMatching(/^SET LOCAL statement_timeout = '\d+min';$/),
      ]);
      expect(statements.at(-1)).toBe("COMMIT;");
    }
  });

  test("every line is about an element of the Design", () => {
    const index = indexDesign(sampleDesign());
    const subjects = artifacts.flatMap(({ origins }) => origins.map(({ subject }) => subject));
    expect(subjects.filter((subject) => !index.elements.has(subject))).toEqual([]);
    const schema = artifacts.find(({ path }) => path === "database/catalogue/schema.sql");
    if (schema === undefined) throw new Error("no schema");
    const line = schema.text.split("\n").findIndex((text) => text.includes("  isbn ")) + 1;
    expect(subjectAt(schema, { line })).toBe("catalogue/entity/book/field/isbn");
  });

  test("a committed migration is still traced, by its comments", () => {
    const history = historyOf(artifacts);
    const again = sqlEmitter.emit(sampleDesign(), emitOptions(history)).artifacts;
    const up = again.find(
      ({ path }) => path === "database/catalogue/migrations/0001_initial.up.sql",
    );
    if (up === undefined) throw new Error("no migration");
    const line = up.text.split("\n").findIndex((text) => text.includes("CREATE TABLE copies")) + 1;
    expect(subjectAt(up, { line })).toBe("catalogue/entity/copy");
  });
});

test("the same design with its own history gives the same files", () => {
  fc.assert(
    fc.property(arbitraryDesign({ maximumContexts: 2, maximumEntities: 4 }), (design) => {
      const contents = (artifacts: ReturnType<typeof evolve>) =>
        new Map(artifacts.map(({ path, text }) => [path, text]));
      const first = evolve(design);
      const second = sqlEmitter.emit(design, emitOptions(historyOf(first))).artifacts;
      expect(contents(second)).toEqual(contents(first));
    }),
    { numRuns: 20 },
  );
});

test("committed bytes are kept as they are, whatever they are", () => {
  const design = sketchDesign({ id: "customer" });
  const edited = tamper(
    evolve(design),
    "0001_initial.up.sql",
    (text) => `${text}\r\n-- ours \u{1F986}\r\n`,
  );
  const again = sqlEmitter.emit(
    sketchDesign({ id: "order" }),
    emitOptions(historyOf(edited)),
  ).artifacts;
  expect(textOf(again, "0001_initial.up.sql")).toBe(textOf(edited, "0001_initial.up.sql"));
});

test("a context without tables has no files", () => {
  expect(evolve(sketchDesign({ id: "a", store: "other" }))).toEqual([]);
});

describe("a context that is gone", () => {
  const history = historyOf(evolve(sketchDesign({ id: "a" })));
  const gone = { ...sketchDesign(), contexts: [] };
  const emission = sqlEmitter.emit(gone, emitOptions(history));

  test("keeps its migrations, and one drops its tables", () => {
    expect(emission.artifacts.map(({ path }) => path)).toEqual(
      [
        "0001_initial.down.sql",
        "0001_initial.schema.json",
        "0001_initial.up.sql",
        "0002_contract_drop_table_as.up.sql",
        "0002_contract_drop_table_as.down.sql",
        "0002_contract_drop_table_as.schema.json",
      ].map((name) => `database/shop/migrations/${name}`),
    );
    const up = textOf(emission.artifacts, "0002_contract_drop_table_as.up.sql");
    expect(up).toContain('DROP TABLE "as";');
    expect(up).toContain("Apply only after the old version of the service is gone.");
  });

  test("is dropped once", () => {
    const again = sqlEmitter.emit(gone, emitOptions(historyOf(emission.artifacts)));
    expect(again.artifacts.map(({ path }) => path).sort()).toEqual(
      emission.artifacts.map(({ path }) => path).sort(),
    );
  });

  invalid("sql/context-removed", "its migrations are still there", () => emission.diagnostics);
  valid(
    "sql/context-removed",
    "it has no migrations any more",
    () => sqlEmitter.emit(gone, emitOptions()).diagnostics,
  );
});

test("prose cannot end a comment or a literal", () => {
  const evil = "x'; DROP TABLE a; --\n*/ \\ $$ \u2028 `end`";
  const artifacts = evolve(
    sketchDesign({
      id: "customer",
      description: evil,
      fields: [{ id: "note", description: evil, default: evil }],
    }),
  );
  for (const { path, text } of artifacts.filter(({ kind }) => kind !== "sql-snapshot")) {
    expect(
      text.split("\n").filter((line) => line.startsWith("*/")),
      path,
    ).toEqual([]);
    expect(text).not.toMatch(/[^']'; DROP/);
  }
});
