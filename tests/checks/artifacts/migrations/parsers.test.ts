import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { secondSqlParserCheck } from "../../../../src/checks/artifacts/second-sql-parser.ts";
import { sqlSyntaxCheck } from "../../../../src/checks/artifacts/sql-syntax.ts";
import { nodeSqlParserGaps } from "../../../../src/checks/artifacts/migrations/node-sql-parser-gaps.ts";
import { parseSql } from "../../../../src/engines/parse-sql.ts";
import { parseWithSecondParser } from "../../../../src/checks/artifacts/migrations/read-with-second-parser.ts";
import type { Artifact } from "../../../../src/artifacts/artifact.ts";
import { createMemoryHost } from "../../../../src/host/memory.ts";
import { invalid, valid } from "../../../support/cases.ts";
import { sampleDesign } from "../../../support/sample-design.ts";
import { arbitraryDesign } from "../../../support/arbitrary-design.ts";
import { arbitraryEdit } from "../../../sql/edit-context.ts";
import { evolve, onEngine, sketchDesign, tamper } from "../../../sql/sql-fixtures.ts";

const context = { design: sampleDesign(), host: createMemoryHost() };
const syntax = (artifacts: readonly Artifact[]) => sqlSyntaxCheck.check(artifacts, context);
const second = (artifacts: readonly Artifact[]) => secondSqlParserCheck.check(artifacts, context);
const sample = evolve(sampleDesign());

describe("PostgreSQL's own parser", () => {
  valid("sql/syntax-error", "the sample design", () => syntax(sample));
  valid("sql/syntax-error", "a file of comments and an empty one", () =>
    syntax(
      sample
        .slice(0, 2)
        .map((artifact, index) => ({ ...artifact, text: index === 0 ? "-- nothing\n" : "" })),
    ),
  );
  invalid("sql/syntax-error", "a word is cut off", () =>
    syntax(
      tamper(sample, "catalogue/schema.sql", (text) =>
        text.replace("CREATE TABLE books", "CREATE TABL books"),
      ),
    ),
  );

  test("the line and the element are right behind text that is longer in bytes than in characters", async () => {
    const design = sketchDesign(
      { id: "customer", description: "日本語 🦆🦆🦆 ß", fields: [{ id: "age", type: "integer" }] },
      { id: "order", fields: [{ id: "total", type: "decimal" }] },
    );
    const artifacts = tamper(evolve(design), "schema.sql", (text) =>
      text.replace("total numeric", "total numeric("),
    );
    const [found] = await syntax(artifacts);
    const text = artifacts.find(({ path }) => path.endsWith("schema.sql"))?.text ?? "";
    const line = 1 + text.split("\n").findIndex((row) => row.includes("total numeric"));
    expect(found).toMatchObject({
      subject: "shop/entity/order/field/total",
      artifact: { locator: { line } },
    });
  });

  test("statements are taken apart where they begin, comments and wide characters aside", async () => {
    const source =
      "-- é🦆\n\nSELECT '日本';\n/* two\nlines */ -- and more\nCREATE TABLE a (\n  x int\n);\nSELECT 1";
    const parsed = await parseSql(source);
    if ("error" in parsed) throw new Error(parsed.error);
    const found = parsed.statements.map(({ text, line, kind }) => ({ text, line, kind }));
    expect(found).toEqual([
      { text: "SELECT '日本'", line: 3, kind: "SelectStmt" },
      { text: "CREATE TABLE a (\n  x int\n)", line: 6, kind: "CreateStmt" },
      { text: "SELECT 1", line: 9, kind: "SelectStmt" },
    ]);
  });
});

describe.each(["mysql", "mariadb", "sqlite"] as const)("the second parser for %s", (engine) => {
  const history = (seed: number): readonly Artifact[] => {
    const histories = arbitraryDesign({ maximumContexts: 1, maximumEntities: 4 }).chain(
      (design) => {
        const [own] = design.contexts;
        if (own === undefined) throw new Error("no context");
        return arbitraryEdit(own).map((edited) => [
          onEngine(design, engine),
          onEngine({ ...design, contexts: [edited] }, engine),
        ]);
      },
    );
    return evolve(...(fc.sample(histories, { numRuns: 1, seed })[0] ?? []));
  };
  test("reads every statement of random histories but for what is listed", async () => {
    expect(await second(evolve(onEngine(sampleDesign(), engine)))).toEqual([]);
    for (const seed of [1, 2, 3, 4, 5]) expect(await second(history(seed))).toEqual([]);
  });
  test("sees a statement that no engine accepts", async () => {
    const broken = tamper(
      evolve(onEngine(sampleDesign(), engine)),
      "catalogue/migrations/0001_initial.down.sql",
      (text) => text.replace("DROP TABLE", "DROP TABEL"),
    );
    expect(await second(broken)).toMatchObject([{ code: "sql/second-parser" }]);
  });
});

describe("a second parser", () => {
  valid("sql/second-parser", "the sample design", () => second(sample));
  valid("sql/second-parser", "a construct that it is known not to understand", () =>
    second(evolve(sketchDesign({ id: "a", fields: [{ id: "rename" }, { id: "by" }] }))),
  );
  invalid("sql/second-parser", "a construct that nobody listed", () =>
    second(
      tamper(sample, "catalogue/schema.sql", (text) =>
        text.replace("CREATE TABLE books (", "CREATE TABLE books (LIKE x,"),
      ),
    ),
  );
  invalid("sql/second-parser", "a column that the design does not have", () =>
    second(
      tamper(sample, "catalogue/schema.sql", (text) =>
        text.replace("  isbn varchar", "  isbm varchar"),
      ),
    ),
  );
  invalid("sql/second-parser", "an index on another column", () =>
    second(
      tamper(sample, "catalogue/schema.sql", (text) =>
        text.replace("books (subject_id, title)", "books (subject_id, heading)"),
      ),
    ),
  );
  invalid("sql/second-parser", "most of the statements are beyond it", () =>
    second(
      evolve(
        sketchDesign(
          ...["a", "b", "c", "d", "e", "f"].map((id) => ({ id, fields: [{ id: "set" }] })),
        ),
      ),
    ),
  );

  describe("every listed gap is still there: remove it from the list when this fails", () => {
    for (const { construct, engines, examples, pattern } of nodeSqlParserGaps) {
      const cases = engines.flatMap((engine) => examples.map((example) => ({ engine, example })));
      test.each(cases)(`${construct}: $engine $example`, async ({ engine, example }) => {
        expect(await parseWithSecondParser(example, engine)).toHaveProperty("reason");
        expect(pattern.test(example)).toBe(true);
        if (engine !== "postgresql") return;
        const parsed = await parseSql(example);
        expect(parsed).toHaveProperty("statements");
      });
    }
  });
});
