import type { WarehouseColumn, WarehouseTable } from "../../../design/warehouse/warehouse-table.ts";
import { columnType, INSTANT } from "./column-type.ts";

/** A column of a staging table. */
export interface StageColumn {
  readonly name: string;
  readonly type: string;
  readonly comment: string;
  readonly subject: string;
}

/** How a key of a dimension is found: its natural key as the source tells it, and when. */
export interface Lookup {
  readonly key: WarehouseColumn;
  readonly target: WarehouseTable;
  /** Names in the staging table of the natural key's columns, in its order. */
  readonly given: readonly string[];
}

/** What a source has to tell for one table: what its job writes and its load reads. */
export interface Stage {
  readonly table: WarehouseTable;
  readonly name: string;
  readonly columns: readonly StageColumn[];
  readonly lookups: readonly Lookup[];
  /** Columns that go over as they are. */
  readonly own: readonly WarehouseColumn[];
  /** SQL of when it happened. */
  readonly time: string;
}

/** The staging table of a fact or a dimension. */
export function stageOf(table: WarehouseTable, all: readonly WarehouseTable[]): Stage {
  const lookups = table.dimensions.flatMap(({ column, entity }): readonly Lookup[] => {
    const target = all.find(
      (other) => other.context === table.context && other.entity.id === entity,
    );
    if (target === undefined || isCalendarOf(table, target)) return [];
    const base = column.name.replace(/_(?:id|key)$/, "");
    const given = target.naturalKey.map(({ name }) => `${base}_${name}`);
    return [{ key: column, target, given }];
  });
  const own = table.attributes;
  const isDimension = table.role === "dimension";
  const time = isDimension ? "changed_at" : (table.time?.name ?? "changed_at");
  const { subject } = table;
  return {
    table,
    name: `stage_${table.name}`,
    lookups,
    own,
    time,
    columns: [
      ...own.map((column) => ({
        name: column.name,
        type: columnType(column.field),
        comment: column.field.description ?? column.field.name,
        subject: column.subject,
      })),
      ...lookups.flatMap(({ key, target, given }) =>
        target.naturalKey.map(({ field }, index) => ({
          name: given[index] ?? "",
          type: columnType({ ...field, nullable: key.field.nullable }),
          comment: `${field.name} of ${target.entity.name.toLowerCase()}, as the source tells it.`,
          subject: key.subject,
        })),
      ),
      ...(time === "changed_at"
        ? [
            {
              name: "changed_at",
              type: INSTANT,
              comment: "When it became so, by the clock of the source.",
              subject,
            },
          ]
        : []),
      {
        name: "source_position",
        type: "UInt64",
        comment: "Offset in the topic or position in the log: orders changes of the same instant.",
        subject,
      },
      {
        name: "staged_at",
        type: `${INSTANT} DEFAULT now64(3)`,
        comment: "When the job wrote it; loads read a span of this.",
        subject,
      },
    ],
  };
}

/** A day's key is made of the time and needs no look-up. */
export function isCalendarOf(table: WarehouseTable, target: WarehouseTable): boolean {
  return target.role === "date-dimension" && table.role === "fact" && isDayNumber(target);
}

/** A calendar whose key is the day as a number. */
export function isDayNumber({ entity, columns }: WarehouseTable): boolean {
  const [key] = entity.primaryKey;
  return columns.some(
    ({ field }) => field.id === key && (field.type === "integer" || field.type === "bigint"),
  );
}
