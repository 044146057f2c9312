import type { MigrationOperation } from "./migration-operation.ts";

const LONGEST = 60;

/** `add_column_orders_note`, `create_table_refunds`, `change_orders_and_customers`. */
export function migrationName(operations: readonly MigrationOperation[]): string {
  const main = operations.filter(({ title }) => /^(?:create|drop|rename) table$/.test(title));
  const counted = main.length > 0 ? main : operations.filter(isNoConsequence);
  const relevant = counted.length > 0 ? counted : operations;
  const [first] = relevant;
  const tables = [...new Set(relevant.map(({ table }) => table))];
  if (first !== undefined && relevant.length === 1) {
    const column = first.column === undefined ? [] : [first.column];
    return short([first.title.replaceAll(" ", "_"), first.table, ...column].join("_"));
  }
  const titles = new Set(relevant.map(({ title }) => title));
  const verb = titles.size === 1 ? first?.title.replaceAll(" ", "_") : "change";
  return short(
    tables.length > 2
      ? `${verb}_${tables[0]}_and_${tables.length - 1}_more`
      : `${verb}_${tables.join("_and_")}`,
  );
}

/** Constraints and indexes follow a renamed or new column; the column is the news. */
function isNoConsequence({ title }: MigrationOperation): boolean {
  return title.endsWith(" column") && !title.startsWith("describe");
}

function short(name: string): string {
  return name.slice(0, LONGEST).replace(/_+$/, "");
}
