import type { ForeignKey, Table } from "./relational-model.ts";

/** Tables in an order that can be created, and the foreign keys that have to wait. */
export interface TableOrder {
  readonly tables: readonly Table[];
  /** Foreign keys to tables that come later, where tables need each other in a circle. */
  readonly deferred: readonly { readonly table: Table; readonly foreignKey: ForeignKey }[];
}

/** Every table after those it points to; a circle is cut at the table that comes first. */
export function orderTables(tables: readonly Table[]): TableOrder {
  const byId = new Map(tables.map((table) => [table.id, table]));
  const entered = new Set<string>();
  const ordered: Table[] = [];
  for (const root of tables) visit(root);
  const position = new Map(ordered.map(({ id }, index) => [id, index]));
  const deferred = ordered.flatMap((table, index) =>
    table.foreignKeys
      .filter((foreignKey) => (position.get(foreignKey.table) ?? index) > index)
      .map((foreignKey) => ({ table, foreignKey })),
  );
  return { tables: ordered, deferred };

  /** With its own stack: a chain of thousands of tables must not overflow the call stack. */
  function visit(root: Table): void {
    const stack: { readonly table: Table; next: number }[] = [];
    enter(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const foreignKey = top.table.foreignKeys[top.next++];
      if (foreignKey === undefined) {
        ordered.push(top.table);
        stack.pop();
        continue;
      }
      const target = byId.get(foreignKey.table);
      if (target !== undefined) enter(target);
    }

    function enter(table: Table): void {
      if (entered.has(table.id)) return;
      entered.add(table.id);
      stack.push({ table, next: 0 });
    }
  }
}
