import { digest } from "../../util/digest.ts";
import type { HistoryTrigger } from "../relational-model.ts";
import type { TableFeatures } from "./table-features.ts";

interface Quoting {
  readonly identifier: (name: string) => string;
}

/** Triggers of MySQL and MariaDB. Policies and partitions are not in a fitted model. */
export function mysqlFeatures({ identifier }: Quoting): TableFeatures {
  const nameOf = ({ name }: HistoryTrigger, event: string): string =>
    identifier(`${shortened(name)}_${event.toLowerCase()}`);
  return {
    concatenate: (expressions) => `concat(${expressions.join(", ' ', ")})`,
    setNull: () => "SET NULL",
    addPolicy: () => [],
    dropPolicy: () => [],
    addHistory: (table, history) =>
      EVENTS.map(
        (event) =>
          `CREATE TRIGGER ${nameOf(history, event)} AFTER ${event} ON ${identifier(table.name)} FOR EACH ROW\n` +
          `  ${insertVersion(history, event)}`,
      ),
    dropHistory: (_, history) => EVENTS.map((event) => `DROP TRIGGER ${nameOf(history, event)}`),
    dropHistoryRemains: () => [],
    partitionBy: () => "",
    firstPartitions: () => [],
  };

  /** Who it was is in a variable of the session. Rows that a foreign key deletes fire no trigger. */
  function insertVersion(
    { into, own, columns }: HistoryTrigger,
    event: (typeof EVENTS)[number],
  ): string {
    const names = [own.by, own.change, ...columns].map(identifier).join(", ");
    const values = columns.map((column) => `OLD.${identifier(column)}`).join(", ");
    const change = event.toLowerCase();
    return `INSERT INTO ${identifier(into)} (${names}) VALUES (@app_user_id, '${change}', ${values})`;
  }
}

/** Names have at most 64 characters; what is cut off is told apart by a digest. */
function shortened(name: string): string {
  return name.length <= LONGEST
    ? name
    : `${name.slice(0, LONGEST - 9)}_${digest(name).slice(0, 8)}`;
}

const LONGEST = 64 - "_update".length;

const EVENTS = ["UPDATE", "DELETE"] as const;
