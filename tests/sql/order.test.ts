import fc from "fast-check";
import { expect, test } from "vitest";
import { orderRenames } from "../../src/sql/order-renames.ts";
import { orderTables } from "../../src/sql/order-tables.ts";
import type { Table } from "../../src/sql/relational-model.ts";

function table(id: string, ...targets: readonly string[]): Table {
  return {
    id,
    subject: `shop/entity/${id}`,
    name: id,
    columns: [],
    uniqueKeys: [],
    indexes: [],
    checks: [],
    foreignKeys: targets.map((target) => ({
      id: `${id}-${target}`,
      subject: `shop/entity/${id}/relation/${target}`,
      name: `${id}_${target}_fkey`,
      column: "x",
      table: target,
      targetColumn: "id",
      onDelete: "restrict" as const,
    })),
  };
}

test("tables come after what they point to, and only circles wait", () => {
  const { tables, deferred } = orderTables([
    table("c", "b"),
    table("b", "a", "b"),
    table("a", "gone"),
  ]);
  expect(tables.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(deferred).toEqual([]);
  const circle = orderTables([table("a", "b"), table("b", "c"), table("c", "a")]);
  expect(circle.deferred.map(({ foreignKey }) => foreignKey.id)).toEqual(["c-a"]);
});

test("whatever points where, every foreign key can be made when its turn comes", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const graph = fc.array(fc.uniqueArray(fc.constantFrom(...ids)), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(graph, (targets) => {
      const input = ids.map((id, index) => table(id, ...(targets[index] ?? [])));
      const { tables, deferred } = orderTables(input);
      expect(new Set(tables)).toEqual(new Set(input));
      const waiting = new Set(deferred.map(({ foreignKey }) => foreignKey));
      const made = new Set<string>();
      for (const current of tables) {
        made.add(current.id);
        const ready = current.foreignKeys.filter((key) => !waiting.has(key));
        expect(ready.filter((key) => !made.has(key.table))).toEqual([]);
      }
    }),
  );
});

test("a chain of 20,000 tables is ordered", () => {
  const chain = Array.from({ length: 20_000 }, (_, n) => table(`t${n}`, `t${n + 1}`));
  expect(orderTables(chain).tables[0]?.id).toBe("t19999");
});

test("renames never meet a taken name, circles included, and end as asked", () => {
  const names = ["a", "b", "c", "d", "e"];
  const targets = fc.shuffledSubarray([...names, "x", "y"], { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(targets, (to) => {
      const renames = names.flatMap((from, index) => {
        const target = to[index] ?? from;
        return target === from ? [] : [{ from, to: target }];
      });
      const owner = new Map(names.map((name) => [name, name]));
      for (const step of orderRenames(renames)) {
        const moved = owner.get(step.from);
        expect(moved).toBeDefined();
        expect(owner.has(step.to)).toBe(false);
        owner.delete(step.from);
        owner.set(step.to, moved ?? "");
      }
      expect(Object.fromEntries(owner)).toEqual(
        Object.fromEntries(names.map((name, index) => [to[index] ?? name, name])),
      );
    }),
  );
});
