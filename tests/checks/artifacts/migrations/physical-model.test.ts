import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { secondSqlParserCheck } from "../../../../src/checks/artifacts/second-sql-parser.ts";
import { sqlSyntaxCheck } from "../../../../src/checks/artifacts/sql-syntax.ts";
import type { Database } from "../../../../src/engines/database.ts";
import { queryRows } from "../../../../src/engines/database.ts";
import { openDatabase } from "../../../../src/engines/open-database.ts";
import { checkContext } from "../../../support/check-context.ts";
import type { EntitySketch } from "../../../sql/sql-fixtures.ts";
import { evolve, prove, sketchDesign, testHost, textOf } from "../../../sql/sql-fixtures.ts";

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
        const fields = rest.fields?.map(({ generated: _g, ...field }) => field) ?? [];
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
              ? { ...field, name: "surname", type: "text" }
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
    const history = [plain, full, renamed, plain];
    expect(await prove(database, plain, evolve(...history))).toEqual([]);
  }, 30_000);
});

test("both parsers read it", async () => {
  const context = checkContext();
  expect(await sqlSyntaxCheck.check(evolve(all), context)).toEqual([]);
  expect(await secondSqlParserCheck.check(evolve(all), context)).toEqual([]);
});

describe("what the engine does with it", () => {
  test("rows of a tenant are seen and written by nobody else", async () => {
    await queryRows(
      database,
      "DROP SCHEMA IF EXISTS proof CASCADE; CREATE SCHEMA proof; SET search_path TO proof",
    );
    await queryRows(database, textOf(evolve(all), "shop/schema.sql"));
    const rows = await queryRows(
      database,
      "SELECT relname FROM pg_class WHERE relforcerowsecurity AND relnamespace = 'proof'::regnamespace ORDER BY 1",
    );
    expect(rows.map(({ relname }) => relname)).toEqual([
      "customers",
      "customers_history",
      "events",
      "orders",
    ]);
  });
});
