import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PostgresqlServer } from "../support/postgresql-server.ts";
import { findPostgresql, startPostgresql } from "../support/postgresql-server.ts";
import { evolve, sketchDesign } from "../sql/sql-fixtures.ts";

// How long a writer and a reader wait while a change is made to a table of a million rows: the phases
// that are planned against the one statement that comes to mind.
const found = findPostgresql();
const reason = "reason" in found ? found.reason : "";
const bin = "bin" in found ? found.bin : "";
const ROWS = 1_000_000;
/** The naive statement has to be this much worse; measured are factors of 10 and more. */
const MARGIN = 3;

const design = (field: object, more: object = {}) =>
  sketchDesign({
    id: "ticket",
    name: "Ticket",
    fields: [
      { id: "id", type: "bigint" },
      { id: "total", type: "integer", ...field },
    ],
    ...more,
  });
const before = design({ nullable: true });

describe.skipIf(reason !== "")(`writers go on${reason && ` (skipped: ${reason})`}`, () => {
  let server: PostgresqlServer;
  beforeAll(async () => {
    server = await startPostgresql(bin);
  }, 60_000);
  afterAll(() => server?.stop());

  test.each([
    [
      "index",
      design(
        { nullable: true },
        { indexes: [{ id: "i", fields: ["total"], unique: false, serves: "S." }] },
      ),
      "CREATE INDEX i ON tickets (total, id)",
    ],
    [
      "type",
      design({ type: "bigint", nullable: true }),
      "ALTER TABLE tickets ALTER total TYPE bigint",
    ],
    [
      "unique key",
      design({ nullable: true }, { uniqueKeys: [{ id: "k", fields: ["total"] }] }),
      "ALTER TABLE tickets ADD UNIQUE (total)",
    ],
  ])("%s", async (name, after, naive) => {
    const files = evolve(before, after).filter(({ kind }) => kind === "sql-up");
    const [initial, ...change] = files.map(({ text }) => text);
    const database = `stall_${name.replaceAll(" ", "_")}`;
    const stalls: number[] = [];
    for (const [index, statements] of [change, [naive]].entries()) {
      const own = `${database}_${index}`;
      server.run("postgres", `create database ${own}`);
      server.run(own, initial ?? "");
      server.run(
        own,
        `insert into tickets (id, total) select n, n from generate_series(1, ${ROWS}) n`,
      );
      server.run(own, "vacuum analyze tickets");
      stalls.push(await longestStall(server, own, statements));
    }
    const [planned = 0, plain = 0] = stalls;
    console.log(`${name}: longest wait of a write ${planned} ms in phases, ${plain} ms at once`);
    expect(plain).toBeGreaterThan(planned * MARGIN);
  });
});

/** The longest time that one small write took while the statements ran, in milliseconds. */
async function longestStall(
  server: PostgresqlServer,
  database: string,
  statements: readonly string[],
): Promise<number> {
  server.run(database, "create unlogged table stall (ms double precision)");
  // One session writes without a pause and notes how long each write took, by the server's clock.
  const writer = spawn(
    `${bin}/psql`,
    ["-h", server.folder, "-U", "proof", "-X", "-q", "-A", "-t", "-d", database],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  writer.stdin.write(
    `\\o /dev/null\n` +
      `do $$ declare began timestamptz; id bigint := ${ROWS} + 1; begin
         while not exists (select from pg_catalog.pg_class where relname = 'stop_now') loop
           began := clock_timestamp();
           insert into tickets (id, total) values (id, id);
           commit;
           insert into stall values (extract(epoch from clock_timestamp() - began) * 1000);
           commit;
           id := id + 1;
         end loop;
       end $$;\n`,
  );
  await untilBusy(server, database);
  for (const statement of statements) server.run(database, statement);
  server.run(database, "create table stop_now ()");
  writer.stdin.end();
  await once(writer, "exit");
  return Number(server.run(database, "select round(max(ms)) from stall").trim());
}

async function untilBusy(server: PostgresqlServer, database: string): Promise<void> {
  const count = "select count(*) from stall";
  for (let attempt = 0; attempt < 300; attempt++) {
    if (Number(server.run(database, count)) > 10) return;
    await sleep(100);
  }
  throw new Error("the writer does not write");
}
