import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMysqlEngine } from "../../../../src/checks/artifacts/migrations/engines/mysql-engine.ts";
import { createSqliteEngine } from "../../../../src/checks/artifacts/migrations/engines/sqlite-engine.ts";
import type { ProofEngine } from "../../../../src/checks/artifacts/migrations/proof-engine.ts";
import type { Design } from "../../../../src/design/design.ts";
import { mariadb } from "../../../../src/sql/dialects/mysql.ts";
import { arbitraryEdit } from "../../../sql/edit-context.ts";
import {
  evolve,
  onEngine,
  proveOn,
  sketchDesign,
  tamper,
  testHost,
} from "../../../sql/sql-fixtures.ts";
import { arbitraryDesign } from "../../../support/arbitrary-design.ts";
import { sampleDesign } from "../../../support/sample-design.ts";

const { databases } = testHost();
if (databases === undefined) throw new Error("the machine has no engines");
const connection = await databases.mysql();
const missing = "reason" in connection ? ` (not here: ${connection.reason})` : "";

const engines = [
  { engine: "sqlite", skipped: "", open: () => createSqliteEngine(databases) },
  {
    engine: "mariadb",
    skipped: missing,
    open: () => {
      if ("reason" in connection) throw new Error(connection.reason);
      return createMysqlEngine(mariadb, connection);
    },
  },
] as const;

describe.each(engines)("$engine", ({ engine, skipped, open }) => {
  let proof: ProofEngine;
  beforeAll(async () => {
    if (skipped === "") proof = await open();
  }, 60_000);
  afterAll(() => proof?.close());

  const designs = (count: number, seed: number, maximumEntities: number): readonly Design[] =>
    fc
      .sample(arbitraryDesign({ maximumContexts: 1, maximumEntities }), { numRuns: count, seed })
      .map((design) => onEngine(design, engine));

  describe.skipIf(skipped !== "")("executed", () => {
    test("the sample design is proven", async () => {
      const design = onEngine(sampleDesign(), engine);
      expect(await proveOn(proof, design, evolve(design))).toEqual([]);
    });

    test("random designs are proven", async () => {
      for (const design of designs(8, 42, 5)) {
        expect(await proveOn(proof, design, evolve(design))).toEqual([]);
      }
    }, 120_000);

    test("random designs that are edited twice have histories that are proven", async () => {
      const histories = arbitraryDesign({ maximumContexts: 1, maximumEntities: 5 }).chain(
        (design) => {
          const [context] = design.contexts;
          if (context === undefined) throw new Error("no context");
          return arbitraryEdit(context).chain((second) =>
            arbitraryEdit(second).map((third) =>
              [context, second, third].map((own) =>
                onEngine({ ...design, contexts: [own] }, engine),
              ),
            ),
          );
        },
      );
      for (const versions of fc.sample(histories, { numRuns: 6, seed: 7 })) {
        const last = versions.at(-1);
        if (last === undefined) throw new Error("no design");
        expect(await proveOn(proof, last, evolve(...versions))).toEqual([]);
      }
    }, 120_000);

    test("two designs that have nothing to do with each other are bridged", async () => {
      const own = designs(5, 3, 4).map((design) => ({
        ...design,
        contexts: design.contexts.map((context) => ({ ...context, context: "shop" })),
      }));
      for (const [index, design] of own.entries()) {
        const before = own[index - 1];
        if (before === undefined) continue;
        expect(await proveOn(proof, design, evolve(before, design))).toEqual([]);
      }
    }, 120_000);

    const shop = onEngine(
      sketchDesign({
        id: "customer",
        fields: [
          { id: "email", type: "string", maxLength: 60 },
          { id: "age", type: "integer", minimum: 18, maximum: 150 },
          { id: "opened", type: "timestamp" },
          { id: "closed", type: "timestamp" },
        ],
        rules: [{ id: "in-order", field: "opened", operator: "lte", otherField: "closed" }],
        uniqueKeys: [{ id: "email", fields: ["email"] }],
      }),
      engine,
    );
    test.each([
      ["migrations/not-reversible", "0001_initial.down.sql", /DROP TABLE.*;/, ""],
      ["migrations/differs-from-schema", "0001_initial.up.sql", /\b(60|150)\b/, "70"],
      ["migrations/does-not-run", "0001_initial.up.sql", /NOT NULL/, "NOT NILL"],
      ["migrations/check-fails", "checks/customers.sql", / IS NULL LIMIT/, " IS NOT NULL LIMIT"],
      [
        "migrations/check-is-blind",
        "checks/customers.sql",
        /HAVING COUNT\(\*\) > 1/,
        "HAVING COUNT(*) > 2",
      ],
      [
        "migrations/check-is-blind",
        "checks/customers.sql",
        /NOT \((.*<=.*)\) LIMIT/,
        "1 = 0 LIMIT",
      ],
      [
        "migrations/check-is-blind",
        "checks/_catalogue.sql",
        /FROM ([^;]*)LIMIT/,
        "FROM $1 AND 1 = 0 LIMIT",
      ],
    ])("%s: %s is tampered with", async (code, file, pattern, instead) => {
      const artifacts = tamper(evolve(shop), file, (text) => text.replace(pattern, instead));
      const found = await proveOn(proof, shop, artifacts);
      expect(found.map((one) => one.code)).toContain(code);
    });
  });
});
