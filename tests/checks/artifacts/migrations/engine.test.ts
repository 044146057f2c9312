import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.ts";
import type { Database } from "../../../../src/engines/database.ts";
import { queryRows } from "../../../../src/engines/database.ts";
import { openDatabase } from "../../../../src/engines/open-database.ts";
import { postgresqlWords } from "../../../../src/sql/postgresql-words.ts";
import { postgresql } from "../../../../src/sql/dialects/postgresql.ts";
import { arbitraryDesign } from "../../../support/arbitrary-design.ts";
import { invalid, valid } from "../../../support/cases.ts";
import { sampleDesign } from "../../../support/sample-design.ts";
import { arbitraryEdit } from "../../../sql/edit-context.ts";
import type { EntitySketch } from "../../../sql/sql-fixtures.ts";
import { evolve, prove, sketchDesign, tamper, testHost } from "../../../sql/sql-fixtures.ts";

let database: Database;
beforeAll(async () => {
  database = await openDatabase(testHost());
}, 60_000);
afterAll(() => database.close());

const customer: EntitySketch = {
  id: "customer",
  fields: [
    { id: "email", type: "string", maxLength: 60, format: "email" },
    { id: "state", type: "enum", enumValues: ["new", "old"] },
    { id: "age", type: "integer", minimum: 18, maximum: 150 },
    { id: "born", type: "date", nullable: true },
  ],
  uniqueKeys: [{ id: "email", fields: ["email"] }],
};
const order: EntitySketch = {
  id: "order",
  fields: [
    { id: "customer-id", name: "customer id", type: "uuid" },
    { id: "opened", type: "timestamp" },
    { id: "closed", type: "timestamp" },
  ],
  relations: [
    {
      id: "customer",
      name: "customer",
      field: "customer-id",
      to: "customer",
      cardinality: "many-to-one",
      onDelete: "restrict",
    },
  ],
  indexes: [
    { id: "by-customer", fields: ["customer-id"], unique: false, serves: "Orders of a customer." },
  ],
  rules: [{ id: "in-order", field: "opened", operator: "lte", otherField: "closed" }],
};
const shop = sketchDesign(customer, order);

describe("the dialect and the engine", () => {
  test("the words that need quotes are the engine's", async () => {
    const rows = await queryRows(
      database,
      "SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T', 'C')",
    );
    const own = rows.map(({ word }) => String(word));
    expect(own.filter((word) => !postgresqlWords.has(word))).toEqual([]);
  });

  test("any text comes back from a literal as it went in, on one line", async () => {
    const texts = fc.sample(fc.string({ unit: "binary" }), { numRuns: 100, seed: 5 });
    for (const text of [...texts, "\\", "'", "''\\'", "\0", "\uD800", "a\nb\\n\r\t\u2028", "🦆"]) {
      const sql = postgresql.literal(text);
      expect(sql).not.toMatch(/[\n\r]/);
      const [row] = await queryRows(database, `SELECT ${sql} AS text`);
      expect(row?.["text"]).toBe(text.toWellFormed().replaceAll("\0", "\uFFFD"));
    }
  });

  test("any identifier names what it is meant to name", async () => {
    for (const name of ["select", "Order", 'a"b', "a b", "user", "zoë", "x", "1st"]) {
      const [row] = await queryRows(database, `SELECT 1 AS ${postgresql.identifier(name)}`);
      expect(Object.keys(row ?? {})).toEqual([name]);
    }
  });
});

describe("proof by execution", () => {
  test("the sample design is proven", async () => {
    expect(await prove(database, sampleDesign(), evolve(sampleDesign()))).toEqual([]);
  });

  test("hostile names, circles, self-references, composite and shared keys", async () => {
    const link = (
      field: string,
      to: string,
      cardinality: "one-to-one" | "many-to-one" = "many-to-one",
    ) => ({
      id: `${field}-${to}`,
      name: "link",
      field,
      to,
      cardinality,
      onDelete: "cascade" as const,
    });
    const reference = (id: string) => ({ id, type: "uuid" });
    const design = sketchDesign(
      {
        id: "select",
        name: 'Select "user"; --',
        fields: [reference("table"), { id: "xmin" }, { id: "order", name: "ORDER" }],
        relations: [link("table", "from"), link("id", "base", "one-to-one")],
      },
      {
        id: "from",
        name: "From",
        fields: [reference("where"), reference("self")],
        relations: [link("where", "select"), link("self", "from", "one-to-one")],
      },
      { id: "base", name: "x".repeat(100) },
      {
        id: "line",
        name: "日本語",
        primaryKey: ["a", "b"],
        fields: [
          reference("a"),
          reference("b"),
          { id: "no", type: "integer" },
          { id: "flag", type: "boolean" },
        ],
        relations: [link("a", "select"), link("b", "from")],
        uniqueKeys: [
          { id: "k", fields: ["no", "a"] },
          { id: "f", fields: ["flag"] },
        ],
        indexes: [{ id: "i", fields: ["b", "no"], unique: true, serves: "It's \\ quoted." }],
      },
    );
    expect(await prove(database, design, evolve(design))).toEqual([]);
  });

  test("random designs are proven", async () => {
    const designs = fc.sample(arbitraryDesign({ maximumContexts: 2, maximumEntities: 4 }), {
      numRuns: 4,
      seed: 42,
    });
    for (const design of designs) expect(await prove(database, design, evolve(design))).toEqual([]);
  }, 60_000);

  test("random designs that are edited twice have histories that are proven", async () => {
    const histories = arbitraryDesign({ maximumContexts: 1, maximumEntities: 5 }).chain(
      (design) => {
        const [context] = design.contexts;
        if (context === undefined) throw new Error("no context");
        return arbitraryEdit(context).chain((second) =>
          arbitraryEdit(second).map((third) =>
            [context, second, third].map((own) => ({ ...design, contexts: [own] })),
          ),
        );
      },
    );
    for (const designs of fc.sample(histories, { numRuns: 4, seed: 7 })) {
      const [last] = designs.toReversed();
      if (last === undefined) throw new Error("no design");
      expect(await prove(database, last, evolve(...designs))).toEqual([]);
    }
  }, 60_000);

  test("two designs that have nothing to do with each other are bridged", async () => {
    const designs = fc.sample(arbitraryDesign({ maximumContexts: 1, maximumEntities: 4 }), {
      numRuns: 4,
      seed: 3,
    });
    const own = designs.map((design) => ({
      ...design,
      contexts: design.contexts.map((context) => ({ ...context, context: "shop" })),
    }));
    for (const [index, design] of own.entries()) {
      const [first] = own.slice(index - 1);
      if (first !== undefined)
        expect(await prove(database, design, evolve(first, design))).toEqual([]);
    }
  }, 60_000);
});

describe("what a proof finds", () => {
  const artifacts = evolve(shop);
  const tampered = (ending: string, change: (text: string) => string) => () =>
    prove(database, shop, tamper(artifacts, ending, change));
  let sound: Promise<readonly Diagnostic[]> | undefined;
  const untouched = () => (sound ??= prove(database, shop, artifacts));

  valid("migrations/does-not-run", "a sound design", untouched);
  invalid("migrations/does-not-run", "a default that is no value of its type", () => {
    const design = sketchDesign({
      id: "a",
      fields: [{ id: "n", type: "integer", default: "many" }],
    });
    return prove(database, design, evolve(design));
  });
  test("the file, the line, the statement and the element are named", async () => {
    const broken = sketchDesign(customer, {
      ...order,
      fields: [{ id: "customer-id", name: "customer id", type: "bigint" }],
      rules: [],
    });
    const [found] = await prove(database, broken, evolve(broken));
    const up = evolve(broken).find(({ path }) => path.endsWith("0001_initial.up.sql"));
    const line = 1 + (up?.text.split("\n") ?? []).findIndex((text) => text.includes("FOREIGN KEY"));
    expect(found).toMatchObject({
      code: "migrations/does-not-run",
      subject: "shop/entity/order/relation/customer",
      artifact: { path: "database/shop/migrations/0001_initial.up.sql", locator: { line } },
    });
    expect(found?.message).toContain("CREATE TABLE orders");
  });

  valid("migrations/not-reversible", "a sound design", untouched);
  invalid(
    "migrations/not-reversible",
    "the way back forgets a table",
    tampered("0001_initial.down.sql", (text) =>
      text
        .replace("DROP TABLE orders;", "")
        .replace("DROP TABLE customers;", "DROP TABLE customers CASCADE;"),
    ),
  );

  valid("migrations/differs-from-schema", "a sound design", untouched);
  invalid(
    "migrations/differs-from-schema",
    "a committed migration was edited",
    tampered("0001_initial.up.sql", (text) => text.replace("varchar(60)", "varchar(61)")),
  );
  test("the element that differs is named", async () => {
    const found = await tampered("0001_initial.up.sql", (text) =>
      text.replace("age integer NOT NULL", "age bigint NOT NULL"),
    )();
    expect(found).toMatchObject([
      { code: "migrations/differs-from-schema", subject: "shop/entity/customer/field/age" },
    ]);
  });

  valid("migrations/check-fails", "a sound design", untouched);
  invalid(
    "migrations/check-fails",
    "a check that complains about good rows",
    tampered("checks/orders.sql", (text) =>
      text.replace("NOT (t.opened <= t.closed)", "t.opened <= t.closed"),
    ),
  );

  valid("migrations/check-is-blind", "a sound design", untouched);
  const blind: readonly (readonly [string, string, (text: string) => string])[] = [
    [
      "missing values",
      "checks/customers.sql",
      (text) => text.replace("t.email IS NULL", "t.email = ''"),
    ],
    [
      "duplicates",
      "checks/customers.sql",
      (text) => text.replace("HAVING COUNT(*) > 1", "HAVING COUNT(*) > 2"),
    ],
    ["orphans", "checks/orders.sql", (text) => text.replace("AND p.id IS NULL", "AND p.id = t.id")],
    [
      "values",
      "checks/customers.sql",
      (text) => text.replace("t.state IN ('new', 'old')", "t.state <> ''"),
    ],
    ["lower bounds", "checks/customers.sql", (text) => text.replace("t.age >= 18 AND ", "")],
    ["upper bounds", "checks/customers.sql", (text) => text.replace(" AND t.age <= 150", "")],
    [
      "comparisons",
      "checks/orders.sql",
      (text) => text.replace("NOT (t.opened <= t.closed)", "false"),
    ],
    [
      "invalid indexes",
      "checks/_catalogue.sql",
      (text) => text.replace("NOT i.indisvalid", "false"),
    ],
    [
      "constraints that are not validated",
      "checks/_catalogue.sql",
      (text) => text.replace("NOT convalidated", "false"),
    ],
  ];
  for (const [what, ending, change] of blind) {
    invalid(
      "migrations/check-is-blind",
      `a check that does not see ${what}`,
      tampered(ending, change),
    );
  }

  valid("migrations/no-valid-row", "a sound design", untouched);
  invalid("migrations/no-valid-row", "rules that contradict each other", () => {
    const design = sketchDesign({
      id: "a",
      fields: [{ id: "n", type: "integer", minimum: 5 }],
      rules: [{ id: "r", field: "n", operator: "lt", value: 2 }],
    });
    return prove(database, design, evolve(design));
  });
  test("nothing is left behind by a proof that failed", async () => {
    await tampered("0001_initial.up.sql", (text) => text.replace("varchar(60)", "varchar(none)"))();
    expect(await prove(database, shop, artifacts)).toEqual([]);
  });
});
