import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Artifact } from "../../../../src/artifacts/artifact.ts";
import type { Design } from "../../../../src/design/design.ts";
import { systemSchema } from "../../../../src/design/schema/system.ts";
import type { Database } from "../../../../src/engines/database.ts";
import { queryRows } from "../../../../src/engines/database.ts";
import { openDatabase } from "../../../../src/engines/open-database.ts";
import { invalid, valid } from "../../../support/cases.ts";
import type { EntitySketch } from "../../../sql/sql-fixtures.ts";
import {
  evolve,
  prove,
  sketchDesign,
  tamper,
  testHost,
  textOf,
} from "../../../sql/sql-fixtures.ts";

let database: Database;
beforeAll(async () => {
  database = await openDatabase(testHost());
}, 60_000);
afterAll(() => database.close());

afterEach(() => database.run("ROLLBACK"));

/** The tables in a schema of their own, until the test ends. */
async function begin(artifacts: readonly Artifact[]): Promise<void> {
  await database.run("BEGIN; CREATE SCHEMA own; SET LOCAL search_path TO own");
  const up = textOf(artifacts, "0001_initial.up.sql").replace(/^(?:BEGIN|COMMIT);$/gm, "");
  expect(await database.run(up)).not.toHaveProperty("failure");
}

function withSystem(design: Design, change: object): Design {
  return { ...design, system: systemSchema.parse({ ...design.system, ...change }) };
}

const personal = { classification: "personal" };
const guest: EntitySketch = {
  id: "guest",
  fields: [
    { id: "email", type: "string", maxLength: 60, ...personal },
    { id: "email-key", type: "text", generated: { operation: "lower", fields: ["email"] } },
    { id: "passport", type: "string", minLength: 34, maxLength: 36, ...personal },
    { id: "nick", type: "string", maxLength: 4, minLength: 2, ...personal },
    { id: "phone", type: "string", maxLength: 20, nullable: true, ...personal },
    { id: "diet", type: "json", classification: "sensitive" },
    { id: "born", type: "date", nullable: true, ...personal },
    { id: "height", type: "integer", minimum: 30, maximum: 300, ...personal },
    { id: "joined", type: "date", ...personal },
    { id: "vip", type: "boolean", ...personal },
    { id: "room", type: "string", maxLength: 10 },
    { id: "created-at", name: "created at", type: "timestamp", default: { function: "now" } },
  ],
  uniqueKeys: [
    { id: "email", fields: ["email-key"] },
    { id: "passport", fields: ["passport"] },
  ],
  keepsHistory: true,
  retentionDays: 30,
};
const retention = {
  id: "guests",
  name: "Guests",
  entities: ["shop/guest"],
  days: 30,
  action: "anonymise",
  reason: "Counted without names.",
};
const hotel = withSystem(sketchDesign(guest), {
  governance: { pipelines: [], retention: [retention] },
});

describe("a retention that anonymises", () => {
  const artifacts = evolve(hotel);
  const job = textOf(artifacts, "maintenance/guests.sql");

  valid("migrations/job-without-effect", "old rows are cleared and stay", () =>
    prove(database, hotel, artifacts),
  );
  invalid("migrations/job-without-effect", "a column that keeps what it said", () =>
    prove(
      database,
      hotel,
      tamper(artifacts, "maintenance/guests.sql", (text) =>
        text.replace(/ {2}nick = '.*',\n/, "").replace(/ {6}OR t\.nick .*\n/, ""),
      ),
    ),
  );
  invalid("migrations/job-without-effect", "rows that are deleted instead", () =>
    prove(
      database,
      hotel,
      tamper(artifacts, "maintenance/guests.sql", (text) =>
        text.replace(/UPDATE guests AS t[^;]*;/, "DELETE FROM guests;"),
      ),
    ),
  );

  test("leaves the young, what is not personal, and nothing of the old in the history", async () => {
    expect(job).toContain("clears: email,passport,nick,phone,diet,born,height,joined\n");
    expect(job).toContain("cannot remove vip");
    await begin(artifacts);
    const row = (id: number, age: number) =>
      `('${id}0000000-0000-4000-8000-000000000000', '${id}@a.example', 'Passport of somebody ${id}, a long one', 'nick', '123', '{"a": 1}', '2000-01-01', 180, '2019-08-07', true, 'r${id}', now() - interval '${age} days')`;
    const columns =
      "id, email, passport, nick, phone, diet, born, height, joined, vip, room, created_at";
    const inserted = await database.run(
      `INSERT INTO guests (${columns}) VALUES ${row(1, 31)}, ${row(2, 400)}, ${row(3, 29)}`,
    );
    expect(inserted).not.toHaveProperty("failure");
    await database.run("UPDATE guests SET room = room || '!'");
    const count = async (table: string) =>
      Number((await queryRows(database, `SELECT count(*) AS n FROM ${table}`))[0]?.["n"]);
    expect(await count("guests_history")).toBe(3);
    // The second time nothing is taken.
    for (const _ of [1, 2]) expect(await database.run(job)).not.toHaveProperty("failure");
    const rows = await queryRows(
      database,
      "SELECT email, email_key, passport, nick, phone, diet::text AS diet, born::text AS born, height, joined::text AS joined, vip, room FROM guests ORDER BY room",
    );
    expect(rows).toHaveLength(3);
    for (const old of rows.slice(0, 2)) {
      expect(old).toMatchObject({
        nick: "remo",
        phone: null,
        diet: "{}",
        born: null,
        height: 30,
        joined: "2019-01-01",
        vip: true,
      });
      expect(old["email"]).toMatch(/^removed-[0-9a-f]{32}$/);
      expect(old["email_key"]).toBe(old["email"]);
      expect(old["passport"]).toMatch(/^[0-9a-f]{32}--$/);
    }
    expect(rows[0]?.["email"]).not.toBe(rows[1]?.["email"]);
    expect(rows[2]).toMatchObject({ email: "3@a.example", nick: "nick", room: "r3!" });
    expect(await count("guests_history")).toBe(1);
  });

  test("does not drop the partitions of rows that stay, and does nothing where nothing is personal", () => {
    const entity: EntitySketch = {
      id: "visit",
      primaryKey: ["id", "created-at"],
      fields: [
        { id: "created-at", name: "created at", type: "timestamp" },
        { id: "who", type: "string", maxLength: 20, ...personal },
      ],
      partitioning: { method: "range", field: "created-at", interval: "month", reason: "Grows." },
      retentionDays: 30,
    };
    const jobOf = (sketch: EntitySketch) => {
      const governance = { retention: [{ ...retention, entities: ["shop/visit"] }] };
      const made = evolve(withSystem(sketchDesign(sketch), { governance }));
      return textOf(made, "maintenance/visits.sql");
    };
    expect(jobOf(entity)).toContain("UPDATE visits");
    expect(jobOf(entity)).not.toContain("DETACH");
    const [at] = entity.fields ?? [];
    expect(jobOf({ ...entity, fields: at === undefined ? [] : [at] })).not.toContain("retention");
  });
});

describe("the tables of messages", () => {
  const decision = {
    id: "sale",
    name: "Sale",
    contexts: ["shop"],
    pattern: "saga",
    description: "Steps in several places.",
    tables: ["outbox", "inbox", "saga"],
    requirements: [],
  };
  const shop = withSystem(sketchDesign({ id: "order" }), { consistency: [decision] });
  const plain = sketchDesign({ id: "order" });

  test("come and go by migrations that an engine runs both ways", async () => {
    expect(await prove(database, shop, evolve(shop))).toEqual([]);
    expect(await prove(database, shop, evolve(plain, shop))).toEqual([]);
    expect(await prove(database, plain, evolve(shop, plain))).toEqual([]);
  }, 30_000);

  test("refuse a second handling, a second saga of one thing and a state that is none", async () => {
    await begin(evolve(shop));
    const refuses = async (sql: string): Promise<boolean> => {
      await database.run("SAVEPOINT one");
      const result = await database.run(sql);
      await database.run(
        "failure" in result ? "ROLLBACK TO SAVEPOINT one" : "RELEASE SAVEPOINT one",
      );
      return "failure" in result;
    };
    const handled =
      "INSERT INTO inbox_messages (consumer, message_id) VALUES ('mail', '10000000-0000-4000-8000-000000000000')";
    expect(await refuses(handled)).toBe(false);
    expect(await refuses(handled)).toBe(true);
    expect(await refuses(handled.replace("'mail'", "'bill'"))).toBe(false);
    const saga = (state: string) =>
      `INSERT INTO saga_states (saga, correlation_id, payload, state) VALUES ('sale', 'o-${state.length}', '{}', '${state}')`;
    expect(await refuses(saga("running"))).toBe(false);
    expect(await refuses(saga("running"))).toBe(true);
    expect(await refuses(saga("lost"))).toBe(true);
    expect(
      await refuses(
        "INSERT INTO outbox_messages (event, ordering_key, payload) VALUES ('e', 'k', '{}')",
      ),
    ).toBe(false);
    const [message] = await queryRows(
      database,
      "SELECT attempts, published_at FROM outbox_messages WHERE published_at IS NULL",
    );
    expect(message).toEqual({ attempts: 0, published_at: null });
  });
});
