import { expect, test } from "vitest";
import { databaseEngineOf } from "../../src/design/database-engine.ts";
import type { Design } from "../../src/design/design.ts";
import { sqlEmitter } from "../../src/emitters/sql/emitter.ts";
import { engineOfContext } from "../../src/sql/engine-of-context.ts";
import { invalid, valid } from "../support/cases.ts";
import { emitOptions, evolve, historyOf, onEngine, sketchDesign } from "./sql-fixtures.ts";

const customer = { id: "customer", fields: [{ id: "email", type: "string", maxLength: 60 }] };
const shop = sketchDesign(customer);

function withEngine(engine: string, design: Design = shop): Design {
  const { system } = design;
  const stores = system.stores.map((store) => (store.id === "main" ? { ...store, engine } : store));
  return { ...design, system: { ...system, stores } };
}

const emit = (design: Design, before: readonly Design[] = []) =>
  sqlEmitter.emit(design, emitOptions(historyOf(evolve(...before))));

test.each([
  ["postgresql", "postgresql"],
  ["PostgreSQL 16", "postgresql"],
  ["Amazon Aurora MySQL", "mysql"],
  ["MySQL", "mysql"],
  ["MariaDB (MySQL-compatible)", "mariadb"],
  ["sqlite3", "sqlite"],
  ["Azure Database for PostgreSQL", "postgresql"],
])("%s speaks %s", (text, engine) => {
  expect(databaseEngineOf(text)).toBe(engine);
});

test.each(["oracle", "sql server", "mongodb", "nosql", "mysqlish", ""])("%s is none", (text) => {
  expect(databaseEngineOf(text)).toBeUndefined();
});

test.each([
  ["postgresql", "GENERATED|jsonb|uuid NOT NULL", "`"],
  ["mysql", "ENGINE=InnoDB", '"'],
  ["mariadb", "`id` uuid NOT NULL", '"'],
  ["sqlite", "STRICT", "`"],
])("the SQL of a package on %s is of that engine", (engine, has, hasNot) => {
  const { artifacts, diagnostics } = emit(withEngine(engine));
  expect(diagnostics).toEqual([]);
  const schema = artifacts.find(({ kind }) => kind === "sql-schema")?.text ?? "";
  expect(schema).toMatch(new RegExp(has));
  expect(schema).not.toContain(hasNot);
});

valid("sql/unknown-engine", "every engine there is SQL for", () =>
  ["postgresql", "mysql", "mariadb", "sqlite"].flatMap(
    (engine) => emit(withEngine(engine)).diagnostics,
  ),
);
invalid(
  "sql/unknown-engine",
  "an engine there is none for",
  () => emit(withEngine("oracle")).diagnostics,
);
test("nothing is written for an unknown engine, and the store is named", () => {
  const { artifacts, diagnostics } = emit(withEngine("SQL Server 2022"));
  expect(artifacts).toEqual([]);
  expect(diagnostics).toMatchObject([{ subject: "system/store/main", severity: "error" }]);
});

valid("sql/several-engines", "stores of other kinds beside", () => emit(shop).diagnostics);
invalid("sql/several-engines", "two relational stores in one context", () => {
  const both = sketchDesign(customer, { id: "order", store: "second" });
  const { system } = both;
  const [main] = system.stores;
  if (main === undefined) throw new Error("no store");
  const stores = [...system.stores, { ...main, id: "second", engine: "sqlite" }];
  return engineOfContext({ ...both, system: { ...system, stores } }, both.contexts[0] ?? fail())
    .diagnostics;
});

valid(
  "migrations/other-engine",
  "the same engine again",
  () => emit(withEngine("mysql"), [withEngine("mysql")]).diagnostics,
);
for (const [from, to] of [
  ["postgresql", "mysql"],
  ["sqlite", "postgresql"],
  ["mysql", "mariadb"],
] as const) {
  invalid(
    "migrations/other-engine",
    `${from} is committed, ${to} is wanted`,
    () => emit(withEngine(to), [withEngine(from)]).diagnostics,
  );
}

valid(
  "sql/engine-lacks",
  "a design that every engine can hold",
  () => emit(onEngine(shop, "mysql")).diagnostics,
);
invalid(
  "sql/engine-lacks",
  "a key over a text without a bound in MySQL",
  () =>
    emit(
      onEngine(
        sketchDesign({
          ...customer,
          fields: [{ id: "email", type: "string" }],
          uniqueKeys: [{ id: "e", fields: ["email"] }],
        }),
        "mysql",
      ),
    ).diagnostics,
);
invalid("sql/engine-lacks", "uniqueness among the living rows in MySQL", () => {
  const design = sketchDesign({
    ...customer,
    fields: [...customer.fields, { id: "deleted-at", type: "timestamp", nullable: true }],
    softDelete: "deleted-at",
    uniqueKeys: [{ id: "e", fields: ["email"] }],
  });
  return emit(onEngine(design, "mariadb")).diagnostics;
});

function fail(): never {
  throw new Error("no context");
}
