import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { secondSqlParserCheck } from "../../../../src/checks/artifacts/second-sql-parser.ts";
import { sqlSyntaxCheck } from "../../../../src/checks/artifacts/sql-syntax.ts";
import type { Database } from "../../../../src/engines/database.ts";
import { openDatabase } from "../../../../src/engines/open-database.ts";
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.ts";
import { invalid, valid } from "../../../support/cases.ts";
import { checkContext } from "../../../support/check-context.ts";
import type { EntitySketch } from "../../../sql/sql-fixtures.ts";
import { evolve, prove, sketchDesign, tamper, testHost } from "../../../sql/sql-fixtures.ts";

let database: Database;
beforeAll(async () => {
  database = await openDatabase(testHost());
}, 60_000);
afterAll(() => database.close());

const tenant: EntitySketch = {
  id: "tenant",
  fields: [{ id: "name", type: "string", maxLength: 80 }],
};
const owned = { id: "tenant-id", name: "tenant id", type: "uuid" };
const link = (field: string, to: string, onDelete: "cascade" | "set-null" = "cascade") => ({
  id: field,
  name: field,
  field,
  to,
  cardinality: "many-to-one" as const,
  onDelete,
});
const customer: EntitySketch = {
  id: "customer",
  fields: [
    owned,
    { id: "first", type: "string", maxLength: 40 },
    { id: "last", type: "string", maxLength: 40 },
    {
      id: "full",
      type: "text",
      generated: { operation: "concatenate", fields: ["first", "last"] },
    },
    { id: "email", type: "string", maxLength: 80, format: "email" },
    {
      id: "email-key",
      type: "string",
      maxLength: 80,
      generated: { operation: "lower", fields: ["email"] },
    },
    { id: "deleted-at", name: "deleted at", type: "timestamp", nullable: true },
  ],
  tenantKey: "tenant-id",
  softDelete: "deleted-at",
  keepsHistory: true,
  uniqueKeys: [{ id: "email", fields: ["tenant-id", "email-key"] }],
  relations: [link("tenant-id", "tenant")],
  indexes: [
    {
      id: "by-last",
      fields: ["tenant-id", "last"],
      unique: false,
      where: { field: "deleted-at" },
      serves: "The living by name.",
    },
  ],
};
const order: EntitySketch = {
  id: "order",
  fields: [
    owned,
    { id: "customer-id", name: "customer id", type: "uuid", nullable: true },
    { id: "number", type: "integer" },
    { id: "price", type: "decimal", precision: 12, scale: 2 },
    {
      id: "total",
      type: "decimal",
      precision: 20,
      scale: 2,
      generated: { operation: "multiply", fields: ["price", "number"] },
    },
    { id: "state", type: "enum", enumValues: ["open", "paid"] },
    { id: "placed-at", name: "placed at", type: "timestamp" },
  ],
  tenantKey: "tenant-id",
  uniqueKeys: [{ id: "number", fields: ["tenant-id", "number"] }],
  relations: [link("tenant-id", "tenant"), link("customer-id", "customer", "set-null")],
  indexes: [
    {
      id: "newest",
      fields: ["tenant-id", "customer-id", "placed-at"],
      unique: false,
      descending: ["placed-at"],
      serves: "Orders of a customer, newest first.",
    },
    {
      id: "one-open",
      fields: ["customer-id"],
      unique: true,
      where: { field: "state", equals: "open" },
      serves: "One open order for each customer.",
    },
  ],
};
const line: EntitySketch = {
  id: "line",
  primaryKey: ["order-id", "position"],
  fields: [
    { id: "order-id", name: "order id", type: "uuid" },
    { id: "position", type: "integer" },
  ],
  relations: [link("order-id", "order")],
};
const note: EntitySketch = {
  id: "note",
  fields: [
    { id: "order-id", name: "order id", type: "uuid" },
    { id: "position", type: "integer" },
  ],
  relations: [{ ...link("order-id", "line"), moreFields: ["position"] }],
};
const reading: EntitySketch = {
  id: "reading",
  primaryKey: ["id", "taken-at"],
  fields: [{ id: "taken-at", name: "taken at", type: "timestamp" }],
  partitioning: { method: "range", field: "taken-at", interval: "month", reason: "Grows." },
  retentionDays: 90,
};
const event: EntitySketch = {
  id: "event",
  primaryKey: ["tenant-id", "id"],
  tenantKey: "tenant-id",
  fields: [owned],
  partitioning: { method: "hash", field: "tenant-id", parts: 3, reason: "Grows." },
};
const task: EntitySketch = {
  id: "task",
  primaryKey: ["id", "state"],
  fields: [{ id: "state", type: "enum", enumValues: ["new", "it's"] }],
  partitioning: { method: "list", field: "state", reason: "Grows." },
};
const all = sketchDesign(tenant, customer, order, line, note, reading, event, task);

describe("the physical model in an engine", () => {
  test("everything together runs both ways, equals the schema and is seen by the checks", async () => {
    expect(await prove(database, all, evolve(all))).toEqual([]);
  });

  test("every part comes, goes and changes by a migration", async () => {
    const plain = sketchDesign(
      ...[tenant, customer, order, line, note].map((entity): EntitySketch => {
        const { tenantKey: _t, softDelete: _s, keepsHistory: _h, ...rest } = entity;
        // What was computed is not any more: rows that are there have no value of their own.
        const fields = (rest.fields ?? []).map(({ generated, ...field }) =>
          generated === undefined ? field : { ...field, nullable: true },
        );
        const indexes = (rest.indexes ?? []).map(
          ({ where: _w, descending: _d, ...index }) => index,
        );
        return { ...rest, fields, indexes };
      }),
    );
    const full = sketchDesign(tenant, customer, order, line, note);
    const renamed = sketchDesign(
      tenant,
      {
        ...customer,
        name: "Buyer",
        fields:
          customer.fields?.map((field) =>
            field.id === "last"
              ? { ...field, name: "surname" }
              : field.id === "full"
                ? { ...field, generated: { operation: "concatenate", fields: ["last", "first"] } }
                : field,
          ) ?? [],
        uniqueKeys: [],
        indexes: [],
      },
      order,
      line,
      note,
    );
    expect(await prove(database, renamed, evolve(plain, full, renamed))).toEqual([]);
    expect(await prove(database, plain, evolve(full, plain))).toEqual([]);
  }, 30_000);
});

test("both parsers read it", async () => {
  const context = checkContext();
  expect(await sqlSyntaxCheck.check(evolve(all), context)).toEqual([]);
  expect(await secondSqlParserCheck.check(evolve(all), context)).toEqual([]);
});

describe("what a proof finds", () => {
  const artifacts = evolve(all);
  const tampered = (ending: string, change: (text: string) => string) => () =>
    prove(database, all, tamper(artifacts, ending, change));
  let sound: Promise<readonly Diagnostic[]> | undefined;
  const untouched = () => (sound ??= prove(database, all, artifacts));
  const subjectsOf = async (run: () => Promise<readonly Diagnostic[]>, code: string) =>
    (await run()).filter((found) => found.code === code).map(({ message }) => message);

  valid("migrations/tenant-not-isolated", "rows of tenants behind their policies", untouched);
  const open = tampered("0001_initial.up.sql", (text) =>
    text.replace(/(CREATE POLICY orders_tenant ON orders\n {2}USING )\(.*\);/, "$1(true);"),
  );
  invalid("migrations/tenant-not-isolated", "a policy that lets everything through", open);
  const leaks: readonly (readonly [string, RegExp, (text: string) => string])[] = [
    [
      "rows are read by all",
      /orders: a session without a tenant sees rows/,
      (text) =>
        text.replace(
          "CREATE POLICY orders_tenant",
          "CREATE POLICY reading ON orders FOR SELECT USING (true);\nCREATE POLICY orders_tenant",
        ),
    ],
    [
      "rows are added for others",
      /events: a tenant adds a row for another/,
      (text) =>
        text.replace(
          "CREATE POLICY events_tenant",
          "CREATE POLICY adding ON events FOR INSERT WITH CHECK (true);\nCREATE POLICY events_tenant",
        ),
    ],
    [
      "the wrong column is compared",
      /customers: a tenant does not see its own rows/,
      (text) => text.replace("ON customers\n  USING (tenant_id =", "ON customers\n  USING (id ="),
    ],
  ];
  test.each(leaks)("%s", async (_, message, change) => {
    const found = await subjectsOf(
      tampered("0001_initial.up.sql", change),
      "migrations/tenant-not-isolated",
    );
    expect(found).toEqual([expect.stringMatching(message)]);
  });

  valid("migrations/history-not-kept", "an update leaves the earlier version", untouched);
  invalid(
    "migrations/history-not-kept",
    "a trigger that looks at deletes only",
    tampered("0001_initial.up.sql", (text) =>
      text.replace("AFTER UPDATE OR DELETE", "AFTER DELETE"),
    ),
  );
  invalid(
    "migrations/history-not-kept",
    "a function that names a column that is not there",
    tampered("0001_initial.up.sql", (text) => text.replace("OLD.email_key", "OLD.nothing")),
  );

  valid("migrations/job-without-effect", "jobs as they are made", untouched);
  invalid(
    "migrations/job-without-effect",
    "a retention that keeps everything",
    tampered("maintenance/readings.sql", (text) =>
      text.replace(/WHERE t.taken_at < now\(\) - interval '90 days'/, "WHERE false"),
    ),
  );
  invalid(
    "migrations/job-without-effect",
    "partitions that are never made",
    tampered("maintenance/readings.sql", (text) => text.replace("IN 0..3 LOOP", "IN 0..0 LOOP")),
  );
});
