import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../src/engines/database.ts";
import { queryRows } from "../../../src/engines/database.ts";
import { openDatabase } from "../../../src/engines/open-database.ts";
import { runSchema } from "../../../src/engines/run-schema.ts";
import { createNodeHost } from "../../../src/host/node.ts";
import { invalid, valid } from "../../support/cases.ts";
import { lint } from "./lint.ts";

const SCHEMA = `
\\restrict abc
SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE EXTENSION IF NOT EXISTS plpgsql WITH SCHEMA pg_catalog;
CREATE FUNCTION public.code() RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'x' $$;
CREATE DOMAIN public.email AS text CHECK (VALUE <> '');
CREATE TABLE public.orders (id bigint NOT NULL, note text, number integer, kind varchar(10), created date);
ALTER TABLE public.orders OWNER TO nobody_here;
CREATE TABLE public.events (id bigint) PARTITION BY RANGE (id);
CREATE TABLE public.events_rest PARTITION OF public.events DEFAULT;
ALTER TABLE ONLY public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
ALTER TABLE public.orders ADD CONSTRAINT given CHECK (note IS NOT NULL);
GRANT ALL ON TABLE public.orders TO nobody_here;
\\unrestrict abc
`;

let database: Database;
beforeAll(async () => {
  database = await openDatabase(createNodeHost({ quiet: true }));
}, 60_000);
afterAll(() => database.close());

/** Each case begins with the schema again. */
function measured(...files: readonly string[]) {
  return async () => {
    await queryRows(database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    const run = await runSchema(database, SCHEMA);
    if (!("text" in run)) throw new Error(run.problem);
    const base = { text: run.text, database };
    const sources = files.map((text, index) => [`${index + 1}.sql`, text] as const);
    return lint(Object.fromEntries(sources), { base, assumeTimeouts: true })();
  };
}

async function codes(...files: readonly string[]): Promise<readonly string[]> {
  return (await measured(...files)()).map(({ code }) => code.replace("migrations/", ""));
}

test("what the engine refutes is not reported", async () => {
  expect(await codes("ALTER TABLE orders ADD code text DEFAULT code();")).toEqual([]);
  expect(await codes("ALTER TABLE orders ALTER note SET NOT NULL;")).toEqual([]);
  expect(await codes("ALTER TABLE orders ALTER kind TYPE varchar(20);")).toEqual([]);
  // The same from a text that nobody ran.
  expect(await lint("ALTER TABLE orders ADD code text DEFAULT code();")()).not.toEqual([]);
});

test("what the engine confirms says what was measured", async () => {
  const [found] = await measured("ALTER TABLE orders ALTER number TYPE bigint;")();
  expect(found?.message).toMatch(
    /\[measured: ACCESS EXCLUSIVE on orders, rewritten, read whole\]$/,
  );
});

test("the state goes on from file to file, and a table of the file is new", async () => {
  expect(
    await codes(
      "ALTER TABLE orders ADD CONSTRAINT big CHECK (number IS NOT NULL) NOT VALID;",
      "ALTER TABLE orders VALIDATE CONSTRAINT big;",
      "ALTER TABLE orders ALTER number SET NOT NULL;",
      "CREATE TABLE lines (id bigint); ALTER TABLE lines ALTER id TYPE text; CREATE INDEX ON lines (id);",
    ),
  ).toEqual([]);
  expect(
    await codes("CREATE TABLE IF NOT EXISTS orders (id int); CREATE INDEX ON orders (note);"),
  ).toEqual(["index-not-concurrent"]);
});

test("what comes after a failure is judged without the engine", async () => {
  expect(
    await codes("SELECT nothing;", "ALTER TABLE orders ADD code text DEFAULT code();"),
  ).toEqual(["fails-on-schema", "volatile-default"]);
});

invalid(
  "migrations/measured-hazard",
  "a domain with a check rewrites the table",
  measured("ALTER TABLE orders ADD address email DEFAULT 'x';"),
);
invalid(
  "migrations/measured-hazard",
  "a partition beside a default one",
  measured("CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (2);"),
);
invalid(
  "migrations/measured-hazard",
  "in the body of a function",
  measured("DO $$ BEGIN EXECUTE 'ALTER TABLE orders ALTER number TYPE bigint'; END $$;"),
);
valid(
  "migrations/measured-hazard",
  "a rule knows it",
  measured("ALTER TABLE orders ALTER number TYPE bigint;"),
);
valid(
  "migrations/measured-hazard",
  "nobody waits",
  measured(
    "ALTER TABLE orders ADD a int; UPDATE orders SET number = 1 WHERE note = 'x'; CREATE INDEX CONCURRENTLY i ON orders (note);",
  ),
);

invalid(
  "migrations/fails-on-schema",
  "a column that is not there",
  measured("ALTER TABLE orders DROP COLUMN missing;"),
);
valid(
  "migrations/fails-on-schema",
  "each statement in its turn",
  measured("BEGIN; CREATE TABLE a (x int); INSERT INTO a VALUES (1); COMMIT;"),
);

test("a schema that does not run says where", async () => {
  await queryRows(database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  expect(await runSchema(database, "SELECT 1;\n CREATE TABLE a (b nothing);")).toMatchObject({
    line: 2,
    column: 2,
  });
  expect(await runSchema(database, "SELECT 1;\nSELEC 2;")).toMatchObject({ line: 2, column: 1 });
});
