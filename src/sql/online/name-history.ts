import type { MigrationOperation } from "../migration-operation.ts";
import type { MigrationStage } from "../migration-stage.ts";
import type { HistoryTrigger } from "../relational-model.ts";
import { statement } from "../sql-line.ts";
import type { OnlineDialect } from "./online-dialect.ts";
import type { TableStates } from "./table-states.ts";

/**
 * The trigger of a new table's history is made anew where names change: its body names the table that
 * it writes to, and its own name may belong to a trigger of a table that goes in the end.
 */
export function nameHistory(
  dialect: OnlineDialect,
  { current }: TableStates,
): readonly MigrationOperation[] {
  const [was, is] = [current.early.history, current.late.history];
  if (was === undefined || is === undefined) return [];
  const between = { ...is, name: was.name };
  return [
    ...(was.into === is.into ? [] : [remake(was, between, "switch-columns")]),
    ...(was.name === is.name ? [] : [remake(between, is, "contract-names")]),
  ];

  function remake(
    from: HistoryTrigger,
    to: HistoryTrigger,
    stage: MigrationStage,
  ): MigrationOperation {
    const table = current.late;
    const replace = (old: HistoryTrigger, now: HistoryTrigger) =>
      [...dialect.features.dropHistory(table, old), ...dialect.features.addHistory(table, now)].map(
        (text) => statement(is?.subject ?? table.subject, `${text};`),
      );
    return {
      title: "name history",
      table: table.name,
      subject: table.subject,
      stage,
      up: replace(from, to),
      down: replace(to, from),
    };
  }
}
