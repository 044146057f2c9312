import type { Artifact } from "../../../artifacts/artifact.ts";
import type { Design, Store } from "../../../design/design.ts";
import { warehousePaths } from "../../../design/warehouse/warehouse-paths.ts";
import type { WarehouseTable } from "../../../design/warehouse/warehouse-table.ts";
import { loadPath } from "../load-path.ts";
import { sqlFile } from "../sql-file.ts";
import type { SqlStatement } from "../sql-statement.ts";
import { createStage } from "./create-stage.ts";
import { createTable } from "./create-table.ts";
import { loadStatement } from "./load-statement.ts";
import { quoted } from "./quoted.ts";
import { stageOf } from "./stage.ts";

/** How long staged rows are kept where the stream does not say how long it is. */
const STAGED_DAYS = 7;

/** `analytics/<store>/schema.sql` and one load for each table that is filled by a statement. */
export function warehouseFiles(
  design: Design,
  store: Store,
  tables: readonly WarehouseTable[],
): readonly Artifact[] {
  const loads = tables.flatMap((table) => {
    const load = loadStatement(table, tables, design);
    const path = loadPath(table, tables, design);
    if (load === undefined || path === undefined) return [];
    const head = [
      `${store.name}: load of ${table.database}.${table.name}.`,
      "Parameters from and until: the span of what was staged, or of the days and events that are written.",
      "It can run again over any span: rows with the same key replace each other.",
      ...MADE,
    ];
    return [sqlFile(path, "warehouse-load", head, [load])];
  });
  return [schemaFile(design, store, tables), ...loads];
}

const MADE = ["Made by groundplan from the Design: change that and not this file."];

function schemaFile(design: Design, store: Store, tables: readonly WarehouseTable[]): Artifact {
  const kept = stagedDays(design);
  const databases = [...new Set(tables.map(({ database }) => database))];
  const head = [
    `${store.name}: tables of ClickHouse 24.8 or later.`,
    "Rows are inserted and never updated: those with the same sorting key replace each other, at once",
    "for who reads with FINAL. On more than one server, put Replicated before the name of each engine.",
    ...MADE,
  ];
  const statements: readonly SqlStatement[] = [
    ...databases.map((database) => ({
      subject: `system/store/${store.id}`,
      comment: [],
      text: `CREATE DATABASE IF NOT EXISTS ${quoted(database)};`,
    })),
    ...tables.flatMap((table) => [
      createTable(table, tables, deletedAfter(design, table)),
      ...currentView(table),
    ]),
    ...tables.filter(isStaged).map((table) => createStage(stageOf(table, tables), kept)),
  ];
  return sqlFile(warehousePaths.schema(store), "warehouse-schema", head, statements);
}

/** Reports that ask how things are now need no thought about versions. */
function currentView(table: WarehouseTable): readonly SqlStatement[] {
  if (table.validity === undefined) return [];
  const { database, name, validity, columns, subject } = table;
  const shown = columns.filter(
    (column) => ![validity.from, validity.until, table.version].includes(column),
  );
  return [
    {
      subject,
      comment: [`What ${name} is now: one row for each natural key.`],
      text: [
        `CREATE VIEW IF NOT EXISTS ${quoted(database)}.${quoted(`current_${name}`)} AS`,
        `SELECT ${shown.map((column) => quoted(column.name)).join(", ")}`,
        `FROM ${quoted(database)}.${quoted(name)} FINAL`,
        `WHERE ${quoted(validity.until.name)} IS NULL;`,
      ].join("\n"),
    },
  ];
}

function isStaged({ role }: WarehouseTable): boolean {
  return role === "dimension" || role === "fact";
}

function stagedDays({ system }: Design): number {
  return system.stores.find(({ kind }) => kind === "stream")?.retentionDays ?? STAGED_DAYS;
}

/** Only what the text says to delete is deleted: "retained for five years" deletes nothing. */
function deletedAfter({ system }: Design, table: WarehouseTable): number | undefined {
  const key = `${table.context}/${table.entity.id}`;
  const days = system.governance.retention
    .filter(({ action, entities }) => action === "delete" && entities.includes(key))
    .map((rule) => rule.days);
  return days.length === 0 ? undefined : Math.min(...days);
}
