import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { postgresql } from "../../src/sql/dialects/postgresql.ts";
import { buildRelationalModel } from "../../src/sql/build-relational-model.ts";
import type { RelationalModel } from "../../src/sql/relational-model.ts";
import { relationalModelSchema } from "../../src/sql/relational-model.ts";
import { objectsOf } from "../../src/sql/table-object.ts";
import { arbitraryDesign } from "../support/arbitrary-design.ts";
import { invalid, valid } from "../support/cases.ts";
import type { EntitySketch } from "./sql-fixtures.ts";
import { sketchDesign } from "./sql-fixtures.ts";

function build(...entities: readonly EntitySketch[]) {
  const design = sketchDesign(...entities);
  const [context] = design.contexts;
  if (context === undefined) throw new Error("no context");
  return buildRelationalModel(design, context);
}

function modelOf(...entities: readonly EntitySketch[]): RelationalModel {
  return build(...entities).model;
}

describe("names", () => {
  test("tables are plural, columns are not", () => {
    const { tables } = modelOf({
      id: "order-line",
      name: "Order line",
      fields: [{ id: "goods", name: "Goods name" }],
    });
    expect(tables[0]?.name).toBe("order_lines");
    expect(tables[0]?.columns.map(({ name }) => name)).toEqual(["id", "goods_name"]);
  });

  test("names that are the same, empty, long or the system's own become usable and unique", () => {
    const hostile = [
      "Order",
      "order",
      "日本語",
      "🦆",
      "Pg class",
      "sqlite master",
      "x".repeat(100),
      "x".repeat(101),
    ];
    const { tables } = modelOf(
      ...hostile.map((name, index) => ({
        id: `e-${index}`,
        name,
        fields: [
          "xmin",
          "ctid",
          "select",
          "Straße",
          "ß",
          "a'b\"c",
          "A'B\"C",
          "y".repeat(110),
          "y".repeat(111),
        ].map((field, position) => ({ id: `f-${position}`, name: field })),
      })),
    );
    const names = tables.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /^(pg|sqlite)_/.test(name))).toEqual([]);
    for (const { columns } of tables) {
      const own = columns.map(({ name }) => name);
      expect(new Set(own).size).toBe(own.length);
      expect(own).not.toContain("xmin");
      expect(own.filter((name) => !/^[a-z][a-z0-9_]{0,62}$/.test(name))).toEqual([]);
    }
  });

  test("moving an entity or a field renames nothing", () => {
    const twins = [
      {
        id: "b",
        name: "Order",
        fields: [
          { id: "y", name: "Note" },
          { id: "x", name: "note" },
        ],
      },
      {
        id: "a",
        name: "order",
        fields: [
          { id: "x", name: "Note" },
          { id: "y", name: "note" },
        ],
      },
    ];
    const named = (model: RelationalModel) =>
      Object.fromEntries(
        model.tables.flatMap((table) => [
          [table.id, table.name],
          ...table.columns.map(({ id, name }) => [`${table.id}.${id}`, name]),
        ]),
      );
    const moved = twins
      .toReversed()
      .map((entity) => ({ ...entity, fields: entity.fields.toReversed() }));
    expect(named(modelOf(...moved))).toEqual(named(modelOf(...twins)));
  });

  test("every name of a random design is unique in its schema and short enough for the engine", () => {
    fc.assert(
      fc.property(arbitraryDesign({ maximumContexts: 2 }), (design) => {
        for (const context of design.contexts) {
          const { model } = buildRelationalModel(design, context);
          const names = model.tables.flatMap((table) => [
            table.name,
            ...objectsOf(table).map(({ part }) => part.name),
          ]);
          expect(new Set(names).size).toBe(names.length);
          expect(names.filter((name) => Buffer.byteLength(name) > 63)).toEqual([]);
          expect(relationalModelSchema.parse(model)).toEqual(model);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("what becomes of a field", () => {
  test.each([
    [{ type: "string", maxLength: 40 }, "varchar(40)"],
    [{ type: "string" }, "text"],
    [{ type: "string", maxLength: 10_485_761 }, "text"],
    [{ type: "decimal" }, "numeric(12, 2)"],
    [{ type: "decimal", precision: 5, scale: 3 }, "numeric(5, 3)"],
    [{ type: "decimal", precision: 2, scale: 9 }, "numeric(9, 9)"],
    [{ type: "timestamp" }, "timestamptz"],
    [{ type: "enum", enumValues: ["a"] }, "text"],
    [{ type: "json" }, "jsonb"],
    [{ type: "binary" }, "bytea"],
  ])("%j is %s", (field, expected) => {
    const { tables } = modelOf({ id: "a", fields: [{ id: "f", ...field }] });
    const column = tables[0]?.columns.find(({ id }) => id === "f");
    expect(column && postgresql.typeName(column.type)).toBe(expected);
  });

  test("bounds and values become checks, those of the type do not", () => {
    const { tables } = modelOf({
      id: "a",
      fields: [
        { id: "state", type: "enum", enumValues: ["new", "new", "it's"] },
        { id: "count", type: "integer", minimum: 0, maximum: 9 },
        { id: "code", type: "string", minLength: 2, maxLength: 4 },
        { id: "body", type: "text", maxLength: 4000 },
        { id: "free", type: "text", minLength: 0 },
        { id: "day", type: "date", minimum: 3 },
      ],
    });
    expect(tables[0]?.checks.map(({ rule }) => rule)).toEqual([
      { kind: "length", column: "body", maximum: 4000 },
      { kind: "length", column: "code", minimum: 2 },
      { kind: "range", column: "count", minimum: 0, maximum: 9 },
      { kind: "values", column: "state", values: ["new", "it's"] },
    ]);
  });

  test("a column of the primary key always has a value", () => {
    const { tables } = modelOf({ id: "a", fields: [{ id: "id", type: "uuid", nullable: true }] });
    expect(tables[0]?.columns[0]?.nullable).toBe(false);
  });
});

describe("relations", () => {
  const owner = { id: "owner", fields: [{ id: "id", type: "uuid" }] };
  const relation = (cardinality: "one-to-one" | "many-to-one") => ({
    id: "owned-by",
    name: "owned by",
    field: "owner-id",
    to: "owner",
    cardinality,
    onDelete: "cascade" as const,
  });
  const thing = { id: "thing", fields: [{ id: "owner-id", type: "uuid" }] };

  test("one-to-one is unique, many-to-one is not, and neither brings an index of its own", () => {
    const [, one] = modelOf(owner, { ...thing, relations: [relation("one-to-one")] }).tables;
    const [, many] = modelOf(owner, { ...thing, relations: [relation("many-to-one")] }).tables;
    expect(one?.uniqueKeys.map(({ columns }) => columns)).toEqual([["owner-id"]]);
    expect(many?.uniqueKeys).toEqual([]);
    expect([...(one?.indexes ?? []), ...(many?.indexes ?? [])]).toEqual([]);
  });

  test("a one-to-one that is unique already stays as it is", () => {
    const keyed = { ...thing, uniqueKeys: [{ id: "k", fields: ["owner-id"] }] };
    const [, table] = modelOf(owner, { ...keyed, relations: [relation("one-to-one")] }).tables;
    expect(table?.uniqueKeys.map(({ id }) => id)).toEqual(["k"]);
  });

  test("an entity that lives elsewhere has no table, and no foreign key leads there", () => {
    const { tables } = modelOf(
      { ...owner, store: "other" },
      { ...thing, relations: [relation("many-to-one")] },
    );
    expect(tables.map(({ id }) => id)).toEqual(["thing"]);
    expect(tables[0]?.foreignKeys).toEqual([]);
  });

  const pair = {
    id: "owner",
    primaryKey: ["id", "part"],
    fields: [{ id: "part", type: "integer" }],
  };
  invalid("sql/no-foreign-key", "the target's key has two fields", () =>
    build(pair, { ...thing, relations: [relation("many-to-one")] }),
  );
  valid("sql/no-foreign-key", "the target's key has one field that is named twice", () =>
    build(
      { ...owner, primaryKey: ["id", "id"] },
      { ...thing, relations: [relation("many-to-one")] },
    ),
  );
});
