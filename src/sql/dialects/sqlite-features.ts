import type { HistoryTrigger } from "../relational-model.ts";
import type { TableFeatures } from "./table-features.ts";

interface Quoting {
  readonly identifier: (name: string) => string;
}

/** Triggers of SQLite. Policies and partitions are not in a fitted model. */
export function sqliteFeatures({ identifier }: Quoting): TableFeatures {
  const nameOf = ({ name }: HistoryTrigger, event: string): string =>
    identifier(`${name}_${event.toLowerCase()}`);
  return {
    concatenate: (expressions) => expressions.join(" || ' ' || "),
    setNull: () => "SET NULL",
    addPolicy: () => [],
    dropPolicy: () => [],
    addHistory: (table, history) =>
      EVENTS.map(
        (event) =>
          `CREATE TRIGGER ${nameOf(history, event)} AFTER ${event} ON ${identifier(table.name)} BEGIN\n` +
          `  ${insertVersion(history, event)};\nEND`,
      ),
    dropHistory: (_, history) => EVENTS.map((event) => `DROP TRIGGER ${nameOf(history, event)}`),
    dropHistoryRemains: () => [],
    partitionBy: () => "",
    firstPartitions: () => [],
  };

  /** A device has one user: nobody is named. */
  function insertVersion(
    { into, own, columns }: HistoryTrigger,
    event: (typeof EVENTS)[number],
  ): string {
    const names = [own.change, ...columns].map(identifier).join(", ");
    const values = columns.map((column) => `OLD.${identifier(column)}`).join(", ");
    return `INSERT INTO ${identifier(into)} (${names}) VALUES ('${event.toLowerCase()}', ${values})`;
  }
}

const EVENTS = ["UPDATE", "DELETE"] as const;
