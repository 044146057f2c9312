import type { ContextDesign, Design, Entity } from "../design/design.ts";
import type { ClearedColumn } from "./cleared-columns.ts";
import { clearedColumns } from "./cleared-columns.ts";
import type { Dialect } from "./dialects/dialect.ts";
import type { Maintenance, OldRows } from "./dialects/maintenance.ts";
import { assertNever } from "../util/assert-never.ts";
import { pairsOf } from "./pairs-of.ts";
import type { RelationalModel, Table } from "./relational-model.ts";

type Action = Design["system"]["governance"]["retention"][number]["action"];

/** What is done to a table again and again. */
export interface MaintenanceJob {
  /** `readings.partitions`, `readings.retention`. */
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly table: Table;
  /** Rows older than this many days in this column are gone afterwards. */
  readonly keeps?: { readonly column: string; readonly days: number };
  /** They stay, and these columns of them say nothing of a person any more. */
  readonly clears?: readonly string[];
  /** Without semicolons. */
  readonly statements: readonly string[];
}

/** Words of fields that say when a row came to be. */
const ORIGIN =
  /^(?:created|recorded|occurred|received|happened|taken|measured|sent|logged|requested|placed|reported|observed)(?:-at|-on)?$/;

/** Jobs that keep partitions ahead and take away what its retention does not keep. */
export function maintenanceJobs(
  dialect: Dialect,
  design: Design,
  context: ContextDesign,
  model: RelationalModel,
): readonly MaintenanceJob[] {
  const { maintenance } = dialect;
  if (maintenance === undefined) return [];
  const { nextPartitions: next, dropPartitions: drop } = maintenance;
  return model.tables.flatMap((table): readonly MaintenanceJob[] => {
    const entity = context.entities.find(({ id }) => id === table.id);
    if (entity === undefined) return [];
    const { subject, name, partition } = table;
    const job = { subject, table };
    const isRange = partition?.method === "range";
    const days = entity.retentionDays;
    const column = isRange ? partition.column : originOf(entity);
    const rows =
      days === undefined || column === undefined
        ? undefined
        : { column, days, keepers: keepersOf(table, model) };
    const action = actionOf(design, `${context.context}/${entity.id}`) ?? "delete";
    const personal = clearedColumns(entity, table);
    const takes = rows !== undefined && (action !== "anonymise" || personal.cleared.length > 0);
    return [
      ...(isRange && next !== undefined
        ? [
            {
              ...job,
              id: `${name}.partitions`,
              title: "makes the partitions of the next intervals; run it every day",
              statements: [next(table, partition)],
            },
          ]
        : []),
      ...(!takes
        ? []
        : [
            {
              ...job,
              id: `${name}.retention`,
              title: titleOf(rows, action, personal.kept),
              keeps: { column: rows.column, days: rows.days },
              ...(action === "anonymise"
                ? { clears: personal.cleared.map((one) => one.column) }
                : {}),
              statements: [
                ...(isRange && action === "delete" && drop !== undefined
                  ? [drop(table, partition, rows.days)]
                  : []),
                ...batchOf(maintenance, table, rows, action, personal.cleared),
              ],
            },
          ]),
    ];
  });
}

function batchOf(
  maintenance: Maintenance,
  table: Table,
  rows: OldRows,
  action: Action,
  cleared: readonly ClearedColumn[],
): readonly string[] {
  switch (action) {
    case "delete":
      return maintenance.deleteBatch(table, rows);
    case "archive":
      return maintenance.archiveBatch(table, rows);
    case "anonymise":
      return maintenance.anonymiseBatch(table, rows, cleared);
    default:
      return assertNever(action);
  }
}

const DONE: Readonly<Record<Action, string>> = {
  delete: "deletes",
  archive: "puts into an archive",
  anonymise: "removes what is personal from",
};

function titleOf({ days }: OldRows, action: Action, kept: readonly string[]): string {
  const words = `${DONE[action]} rows older than ${days} days, a batch at a time; run it until it takes none`;
  if (action !== "anonymise" || kept.length === 0) return words;
  return `${words}; cannot remove ${kept.join(", ")}: required and without a neutral value, or a key`;
}

function actionOf({ system }: Design, key: string): Action | undefined {
  return system.governance.retention.find(({ entities }) => entities.includes(key))?.action;
}

function originOf({ fields }: Entity): string | undefined {
  const times = fields.filter(({ type }) => type === "timestamp" || type === "date");
  return (
    times.find(({ id, nullable }) => ORIGIN.test(id) && !nullable) ??
    times.find(({ default: value }) => typeof value === "object" && value.function === "now")
  )?.id;
}

/** Rows that others point to stay as long as those do, unless they go with them. */
function keepersOf(table: Table, { tables }: RelationalModel): OldRows["keepers"] {
  return tables.flatMap((other) =>
    other.foreignKeys
      .filter((key) => key.table === table.id && key.onDelete === "restrict")
      .map((key) => ({ table: other, pairs: pairsOf(key) })),
  );
}
