import { expect, test } from "vitest";
import { invalid, valid } from "../../support/cases.ts";
import { lint } from "./lint.ts";

const LIMITS = "SET lock_timeout = '2s'; SET statement_timeout = 30000;";

invalid(
  "migrations/update-all-rows",
  "with a subquery",
  lint("UPDATE t SET a = (SELECT max(b) FROM u);"),
);
invalid("migrations/update-all-rows", "a delete with USING", lint("DELETE FROM t;"));
valid(
  "migrations/update-all-rows",
  "some rows",
  lint("UPDATE t SET a = 1 WHERE id BETWEEN 1 AND 1000;"),
);
valid(
  "migrations/update-all-rows",
  "of a table that the file makes",
  lint("CREATE TABLE t (a int); INSERT INTO t VALUES (1); UPDATE t SET a = 2;"),
);

invalid(
  "migrations/backfill-with-ddl",
  "rows from a query",
  lint({ "2.up.sql": "ALTER TABLE t ADD a int; INSERT INTO u SELECT * FROM t;" }),
);
invalid(
  "migrations/backfill-with-ddl",
  "some rows",
  lint("BEGIN; ALTER TABLE t ADD a int; UPDATE t SET a = 1 WHERE b; COMMIT;"),
);
valid(
  "migrations/backfill-with-ddl",
  "each commits by itself",
  lint("ALTER TABLE t ADD a int; UPDATE t SET a = 1 WHERE b;"),
);
valid(
  "migrations/backfill-with-ddl",
  "a few rows that are written down",
  lint({ "2.up.sql": "ALTER TABLE t ADD a int; INSERT INTO u VALUES (1), (2);" }),
);
valid(
  "migrations/backfill-with-ddl",
  "the file makes both",
  lint({
    "1.up.sql": "CREATE TABLE t (a int); CREATE TABLE u (a int); INSERT INTO u SELECT a FROM t;",
  }),
);

invalid(
  "migrations/locks-in-one-transaction",
  "two tables",
  lint({ "V2__x.sql": "ALTER TABLE t ADD a int; ALTER TABLE u ADD a int;" }),
);
valid(
  "migrations/locks-in-one-transaction",
  "one table twice",
  lint({ "V2__x.sql": "ALTER TABLE t ADD a int; ALTER TABLE public.t ADD b int;" }),
);
valid(
  "migrations/locks-in-one-transaction",
  "two transactions",
  lint("BEGIN; ALTER TABLE t ADD a int; COMMIT; BEGIN; ALTER TABLE u ADD a int; COMMIT;"),
);
valid(
  "migrations/locks-in-one-transaction",
  "one that was made and is gone again",
  lint(
    "BEGIN; CREATE TABLE s (a int); ALTER TABLE s ADD b int; DROP TABLE s; ALTER TABLE u ADD a int; COMMIT;",
  ),
);

invalid(
  "migrations/nested-transaction",
  "of the runner",
  lint({ "1.sql": "-- migrate:up\nBEGIN; SELECT 1; COMMIT;\n" }),
);
invalid("migrations/nested-transaction", "a commit of nothing", lint("SELECT 1; COMMIT;"));
valid(
  "migrations/nested-transaction",
  "one after the other, with savepoints",
  lint("BEGIN; SAVEPOINT a; ROLLBACK TO a; COMMIT; START TRANSACTION; END;"),
);
valid(
  "migrations/nested-transaction",
  "of a file that golang-migrate sends",
  lint({ "1.up.sql": "BEGIN; SELECT 1; COMMIT;" }),
);

invalid(
  "migrations/uncommitted-transaction",
  "the second one",
  lint("BEGIN; SELECT 1; COMMIT; BEGIN; SELECT 2;"),
);
valid(
  "migrations/uncommitted-transaction",
  "undone on purpose",
  lint("BEGIN; SELECT 1; ROLLBACK;"),
);

invalid(
  "migrations/no-lock-timeout",
  "zero is none",
  lint("SET lock_timeout = 0; ALTER TABLE t ADD a int;"),
);
invalid(
  "migrations/no-lock-timeout",
  "it was for the transaction before",
  lint("BEGIN; SET LOCAL lock_timeout = '1s'; COMMIT; ALTER TABLE t ADD a int;"),
);
invalid(
  "migrations/no-lock-timeout",
  "it was taken back",
  lint("SET lock_timeout = '1s'; RESET ALL; ALTER TABLE t ADD a int;"),
);
invalid(
  "migrations/no-lock-timeout",
  "a foreign key locks the table it points to",
  lint("CREATE TABLE t (u int REFERENCES u (id));"),
);
invalid(
  "migrations/no-lock-timeout",
  "a trigger",
  lint("CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();"),
);
invalid(
  "migrations/no-lock-timeout",
  "a new partition locks the table",
  lint("CREATE TABLE p PARTITION OF t FOR VALUES FROM (1) TO (2);"),
);
valid("migrations/no-lock-timeout", "both limits", lint(`${LIMITS} ALTER TABLE t ADD a int;`));
valid(
  "migrations/no-lock-timeout",
  "through a function",
  lint("SELECT pg_catalog.set_config('lock_timeout', '1s', false); ALTER TABLE t ADD a int;"),
);
valid(
  "migrations/no-lock-timeout",
  "the connection sets it",
  lint("ALTER TABLE t ADD a int;", { assumeTimeouts: true }),
);
valid(
  "migrations/no-lock-timeout",
  "nobody waits",
  lint(
    "CREATE TABLE t (a int); ALTER TABLE t ADD b int; ALTER TABLE u VALIDATE CONSTRAINT c; CREATE INDEX CONCURRENTLY i ON u (a);",
  ),
);
invalid(
  "migrations/no-statement-timeout",
  "only the other limit",
  lint("SET lock_timeout = '2s'; ALTER TABLE t ADD a int;"),
);
valid(
  "migrations/no-statement-timeout",
  "in the transaction",
  lint("BEGIN; SET LOCAL statement_timeout TO '30s'; ALTER TABLE t ADD a int; COMMIT;"),
);

invalid(
  "migrations/identifier-too-long",
  "letters of three bytes",
  lint(`CREATE TABLE "${"价".repeat(22)}" (a int);`),
);
valid(
  "migrations/identifier-too-long",
  "63 bytes, and a long text",
  lint(
    `CREATE TABLE ${"a".repeat(63)} (a int); SELECT '${"b".repeat(90)}', $x$${"c".repeat(90)}$x$; -- ${"d".repeat(90)}`,
  ),
);

invalid("migrations/invalid-syntax", "a command of psql", lint("SELECT 1;\n\\i other.sql\n"));
valid(
  "migrations/invalid-syntax",
  "nothing at all",
  lint({ "1.sql": "", "2.sql": ";", "3.sql": "-- later\n" }),
);

test("a finding says where: wide letters, tabs and sections aside", async () => {
  const found = await lint({
    "1.sql":
      "-- 价\n-- migrate:up\nSELECT '价';\tALTER TABLE a\n\tADD b int,\n\t/* 🦆 */ ADD c uuid DEFAULT random();\n-- migrate:down\n SELECT fro m x;\n",
  })();
  const places = found.map(({ code, artifact }) => [code, artifact?.locator]);
  expect(places).toContainEqual(["migrations/volatile-default", { line: 5, column: 15 }]);
  expect(places).toContainEqual(["migrations/no-lock-timeout", { line: 3, column: 13 }]);
  expect(places).toContainEqual(["migrations/invalid-syntax", { line: 7, column: 15 }]);
});

test("one finding about a limit for each file", async () => {
  const found = await lint("ALTER TABLE t ADD a int; ALTER TABLE t ADD b int; DROP TABLE u;")();
  expect(found.filter(({ code }) => code === "migrations/no-lock-timeout")).toHaveLength(1);
});

test("thousands of statements, deep nesting", async () => {
  const many = `BEGIN;${"ALTER TABLE t ADD a int; INSERT INTO u VALUES (1);\n".repeat(3000)}COMMIT;`;
  const deep = `SELECT ${"(".repeat(500)}1${")".repeat(500)};`;
  const started = performance.now();
  const found = await lint({ "1.sql": many, "2.sql": deep })();
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(found.length).toBeGreaterThan(0);
});
