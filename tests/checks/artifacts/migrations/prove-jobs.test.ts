import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEngine } from "../../../../src/checks/artifacts/migrations/open-engine.ts";
import type { ProofEngine } from "../../../../src/checks/artifacts/migrations/proof-engine.ts";
import type { Design } from "../../../../src/design/design.ts";
import { systemSchema } from "../../../../src/design/schema/system.ts";
import type { EntitySketch } from "../../../sql/sql-fixtures.ts";
import {
  evolve,
  onEngine,
  proveOn,
  sketchDesign,
  tamper,
  testHost,
  textOf,
} from "../../../sql/sql-fixtures.ts";

const personal = { classification: "personal" };
const guest: EntitySketch = {
  id: "guest",
  fields: [
    { id: "email", type: "string", maxLength: 60, ...personal },
    { id: "passport", type: "string", minLength: 34, maxLength: 36, ...personal },
    { id: "nick", type: "string", maxLength: 4, minLength: 2, ...personal },
    { id: "phone", type: "string", maxLength: 20, nullable: true, ...personal },
    { id: "joined", type: "date", ...personal },
    { id: "seen", type: "timestamp", ...personal },
    { id: "height", type: "integer", minimum: 30, maximum: 300, ...personal },
    { id: "gender", type: "enum", enumValues: ["female", "male", "unknown"], ...personal },
    { id: "created-at", name: "created at", type: "timestamp", default: { function: "now" } },
  ],
  uniqueKeys: [
    { id: "email", fields: ["email"] },
    { id: "passport", fields: ["passport"] },
  ],
  keepsHistory: true,
  retentionDays: 30,
};
const visit: EntitySketch = {
  id: "visit",
  fields: [
    { id: "created-at", name: "created at", type: "timestamp", default: { function: "now" } },
    { id: "total", type: "decimal", precision: 12, scale: 2 },
  ],
  retentionDays: 90,
};
/** Keeps its visit as long as it is there itself. */
const invoice: EntitySketch = {
  id: "invoice",
  fields: [{ id: "visit-id", type: "uuid", nullable: true }],
  relations: [
    {
      id: "visit",
      name: "visit",
      field: "visit-id",
      to: "visit",
      cardinality: "many-to-one",
      onDelete: "restrict",
    },
  ],
  indexes: [{ id: "by-visit", fields: ["visit-id"], unique: false, serves: "Invoices of one." }],
};

function hotel(action: string, ...entities: readonly EntitySketch[]): Design {
  const design = sketchDesign(...entities);
  const retention = {
    id: "old",
    name: "Old rows",
    entities: entities.map(({ id }) => `shop/${id}`),
    days: 30,
    action,
    reason: "Nobody needs them.",
  };
  const governance = { pipelines: [], retention: [retention] };
  return { ...design, system: systemSchema.parse({ ...design.system, governance }) };
}

const engines = await Promise.all(
  (["sqlite", "mariadb"] as const).map(async (engine) => {
    const opened = await openEngine(engine, testHost());
    return "reason" in opened
      ? { engine, missing: ` (not here: ${opened.reason})` }
      : { engine, opened, missing: "" };
  }),
);

describe.each(engines)("jobs on $engine", ({ engine, opened, missing }) => {
  let proof: ProofEngine;
  beforeAll(() => {
    if (opened !== undefined) proof = opened;
  });
  afterAll(() => opened?.close());
  const run = (design: Design, artifacts = evolve(design)) => proveOn(proof, design, artifacts);
  const ownHotel = (action: string, ...entities: readonly EntitySketch[]) =>
    onEngine(hotel(action, ...entities), engine);

  describe.skipIf(missing !== "")(`executed${missing}`, () => {
    test.each([
      ["delete", [visit]],
      ["delete", [visit, invoice]],
      ["archive", [visit]],
      ["archive", [visit, invoice]],
      ["anonymise", [guest]],
    ] as const)("%s does what it is for", async (action, entities) => {
      const design = ownHotel(action, ...entities);
      expect(evolve(design).some(({ kind }) => kind === "sql-maintenance")).toBe(true);
      expect(await run(design)).toEqual([]);
    });

    test("all that is personal is cleared: texts, keys, days, numbers, a choice", () => {
      const job = textOf(evolve(ownHotel("anonymise", guest)), "maintenance/guests.sql");
      expect(job).toContain("clears: email,passport,nick,phone,joined,seen,height,gender\n");
      expect(job).not.toContain("cannot remove");
    });

    test.each([
      ["anonymise", guest, "guests", /^ {2}\W?height\W? = .*\n/m],
      ["anonymise", guest, "guests", /^ {2}\W?nick\W? = .*\n/m],
      ["anonymise", guest, "guests", /^ {2}\W?seen\W? = .*\n/m],
      ["delete", visit, "visits", /days?\b(?=.*[\n)])|\d+ DAY\b/i],
    ] as const)(
      "%s of %o: a job that is tampered with is found",
      async (action, entity, table, pattern) => {
        const design = ownHotel(action, entity);
        const artifacts = tamper(evolve(design), `maintenance/${table}.sql`, (text) => {
          const at = text.search(/^(?:UPDATE|DELETE)/m);
          const statement = text.slice(at);
          const worse =
            action === "delete"
              ? statement.replace(/90 days/i, "90000 days").replace(/90 DAY/, "90000 DAY")
              : statement.replace(pattern, "");
          return text.slice(0, at) + worse;
        });
        const found = await run(design, artifacts);
        expect(found.map(({ code }) => code)).toContain("migrations/job-without-effect");
      },
    );

    test("a job that the engine refuses is found", async () => {
      const design = ownHotel("delete", visit);
      const artifacts = tamper(evolve(design), "maintenance/visits.sql", (text) =>
        text.replace(/DELETE FROM/, "DELETE FORM"),
      );
      const found = await run(design, artifacts);
      expect(found.map(({ code }) => code)).toContain("migrations/does-not-run");
    });
  });
});
