import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { createMemoryHost } from "../../src/host/memory.ts";
import { lintMigrations } from "../../src/pipeline/lint-migrations.ts";
import { invalid, valid } from "../support/cases.ts";
import { runCommand, temporaryFolder } from "../support/run-command.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;
const LINT = { transaction: "auto", together: false, assumeTimeouts: true } as const;
const FINE = "CREATE TABLE a (x int);";

/** In memory: no engine is needed. */
function lintFiles(files: Files, inputs: readonly string[], from?: string) {
  const request = { ...LINT, inputs, ...(from === undefined ? {} : { from }) };
  return () => lintMigrations(request, createMemoryHost({ files }));
}

invalid("migrations/migration-not-found", "no such file", lintFiles({}, ["a.sql"]));
invalid(
  "migrations/migration-not-found",
  "--from names none of them",
  lintFiles({ "a.sql": FINE }, ["a.sql"], "b.sql"),
);
valid(
  "migrations/migration-not-found",
  "by its name",
  lintFiles({ "m/a.sql": FINE }, ["m"], "a.sql"),
);
invalid(
  "migrations/no-migrations",
  "a folder of something else",
  lintFiles({ "m/a.txt": "x" }, ["m"]),
);
valid("migrations/no-migrations", "in a folder below", lintFiles({ "m/n/a.SQL": FINE }, ["m/"]));
invalid(
  "migrations/unreadable-migration",
  "binary",
  lintFiles({ "a.sql": new Uint8Array([80, 0, 1]) }, ["a.sql"]),
);
invalid(
  "migrations/unreadable-migration",
  "UTF-16",
  lintFiles({ "a.sql": Buffer.from("\uFEFFSELECT 1", "utf16le") }, ["a.sql"]),
);
invalid(
  "migrations/unreadable-migration",
  "Latin-1",
  lintFiles({ "a.sql": Buffer.from("SELECT 'ü'", "latin1") }, ["a.sql"]),
);
invalid(
  "migrations/unreadable-migration",
  "10 MiB",
  lintFiles({ "a.sql": "SELECT 1;\n".repeat(1_048_576) }, ["a.sql"]),
);
valid(
  "migrations/unreadable-migration",
  "a mark of the order of bytes",
  lintFiles({ "a.sql": `\uFEFF${FINE}` }, ["a.sql"]),
);
invalid(
  "migrations/empty-migration",
  "only a comment",
  lintFiles({ "a.up.sql": "-- later\n;" }, ["a.up.sql"]),
);
valid(
  "migrations/empty-migration",
  "a way back that says why",
  lintFiles({ "a.down.sql": "-- nothing to do\n" }, ["a.down.sql"]),
);

test("files of a folder run in the order of their numbers; history is not reported", async () => {
  const files = {
    "m/V10__b.sql": "CREATE INDEX i ON a (x);",
    "m/V9__a.sql": "CREATE TABLE a (x int); DROP TABLE z;",
    "m/R__v.sql": "DROP TABLE y;",
    "m/.hidden.sql": "DROP TABLE h;",
  };
  const all = await lintFiles(files, ["m"])();
  expect(all.diagnostics.map(({ artifact }) => artifact?.path)).toEqual([
    "m/V9__a.sql",
    "m/V10__b.sql",
    "m/R__v.sql",
  ]);
  const later = await lintFiles(files, ["m"], "V10__b.sql")();
  expect(later.diagnostics.map(({ artifact }) => artifact?.path)).toEqual([
    "m/V10__b.sql",
    "m/R__v.sql",
  ]);
});

test("one that cannot be read keeps nobody from hearing about the others", async () => {
  const report = await lintFiles({ "a.sql": "DROP TABLE x;" }, ["b.sql", "a.sql", "./a.sql"])();
  expect(report.status).toBe("unusable");
  expect(report.diagnostics.map(({ code }) => code)).toEqual([
    "migrations/migration-not-found",
    "migrations/drop-table",
  ]);
});

test("8 MiB of statements", { timeout: 60_000 }, async () => {
  const rows = "INSERT INTO a VALUES (1, 'some text that is long enough to be a row');\n";
  const text = FINE + rows.repeat(Math.floor((8 * 1024 * 1024 - 100) / rows.length));
  const report = await lintFiles({ "a.sql": text }, ["a.sql"])();
  expect(report.diagnostics).toEqual([]);
});

const cases: readonly (readonly [string, Files, readonly string[], number, RegExp])[] = [
  ["nothing to lint", {}, [], 2, /missing required argument/],
  ["no such file", {}, ["x.sql"], 2, /x\.sql does not exist/],
  [
    "a hazard",
    { "x.sql": "-- ü\nDROP TABLE a;" },
    ["--format", "github", "x.sql"],
    1,
    /::error file=x\.sql,line=2,col=1,title=migrations\/drop-table::/,
  ],
  [
    "a hazard as JSON",
    { "x.sql": "DROP TABLE a;" },
    ["--format", "json", "x.sql"],
    1,
    /"code": "migrations\/drop-table"/,
  ],
  [
    "a warning only",
    { "x.sql": "TRUNCATE a;" },
    ["--assume-timeouts", "x.sql"],
    0,
    /0 errors, 1 warning/,
  ],
  [
    "a warning that counts",
    { "x.sql": "TRUNCATE a;" },
    ["--fail-on", "warning", "x.sql"],
    1,
    /TRUNCATE/,
  ],
  ["no SQL", { "x.sql": "SELECT 1;\n  SELEC 2;" }, ["x.sql"], 1, /x\.sql:2:3/],
  [
    "a schema that is missing",
    { "x.sql": FINE },
    ["--schema", "b.sql", "x.sql"],
    2,
    /b\.sql does not exist/,
  ],
  [
    "a schema that does not run",
    { "x.sql": FINE, "b.sql": "SELECT 1;\nSELECT nothing;" },
    ["--schema", "b.sql", "x.sql"],
    2,
    /the schema b\.sql cannot be used: column "nothing" does not exist/,
  ],
  [
    "a schema",
    {
      "x.sql": "ALTER TABLE a ADD y int DEFAULT f();",
      "b.sql": `${FINE} CREATE FUNCTION f() RETURNS int LANGUAGE sql IMMUTABLE RETURN 1;`,
    },
    ["--schema", "b.sql", "--assume-timeouts", "x.sql"],
    0,
    /0 errors, 0 warnings/,
  ],
];

test.each(cases)("%s", { timeout: 60_000 }, async (_name, files, argv, status, says) => {
  const folder = await temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const run = await runCommand(folder, ["lint-migrations", ...argv]);
  expect(run.stdout + run.stderr).toMatch(says);
  expect(run.stdout + run.stderr).not.toMatch(/internal error|at .*\.ts:\d+/);
  expect(run.status).toBe(status);
});

const host = createMemoryHost({ files: { "b.sql": "SELEC 1;" } });
invalid("migrations/unusable-schema", "it is no SQL", () =>
  lintMigrations(
    { ...LINT, inputs: ["a.sql"], schema: "b.sql" },
    createMemoryHost({ files: { "a.sql": FINE, "b.sql": "SELEC 1;" } }),
  ),
);
valid("migrations/unusable-schema", "none is named", () =>
  lintMigrations({ ...LINT, inputs: ["b.sql"] }, host),
);
