import type { ContextDesign, Design, Entity } from "../design/design.ts";
import type { Dialect } from "./dialects/dialect.ts";
import type { OldRows } from "./dialects/maintenance.ts";
import { pairsOf } from "./pairs-of.ts";
import type { RelationalModel, Table } from "./relational-model.ts";

/** What is done to a table again and again. */
export interface MaintenanceJob {
  /** `readings.partitions`, `readings.retention`. */
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly table: Table;
  /** Rows older than this many days in this column are gone afterwards. */
  readonly keeps?: { readonly column: string; readonly days: number };
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
    const isArchived = actionOf(design, `${context.context}/${entity.id}`) === "archive";
    return [
      ...(isRange
        ? [
            {
              ...job,
              id: `${name}.partitions`,
              title: "makes the partitions of the next intervals; run it every day",
              statements: [maintenance.nextPartitions(table, partition)],
            },
          ]
        : []),
      ...(rows === undefined
        ? []
        : [
            {
              ...job,
              id: `${name}.retention`,
              title: titleOf(rows, isArchived),
              keeps: { column: rows.column, days: rows.days },
              statements: [
                ...(isRange && !isArchived
                  ? [maintenance.dropPartitions(table, partition, rows.days)]
                  : []),
                ...(isArchived
                  ? maintenance.archiveBatch(table, rows)
                  : maintenance.deleteBatch(table, rows)),
              ],
            },
          ]),
    ];
  });
}

function titleOf({ days }: OldRows, isArchived: boolean): string {
  const done = isArchived ? "puts into an archive" : "deletes";
  return `${done} rows older than ${days} days, a batch at a time; run it until it takes none`;
}

function actionOf({ system }: Design, key: string): string | undefined {
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
