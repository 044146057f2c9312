import { rowSize } from "../../../design/capacity/row-size.ts";
import type { Entity } from "../../../design/design.ts";
import { groupDigits } from "../../../util/group-digits.ts";
import type { PhysicalScene } from "./physical-scene.ts";
import { operationsOn } from "./physical-scene.ts";
import type { Shaped } from "./shape-entities.ts";

/** GitLab keeps a physical table below 100 GB (docs.gitlab.com, "Large tables limitations"). */
const LIMIT_GB = 100;
/** Rows that a retention would have to delete one by one: above, dropping a partition is cheaper. */
const MANY = 50_000_000;
/** Years that a table without a retention is sized for. */
const HORIZON_YEARS = 3;
const ORIGIN =
  /^(?:recorded|occurred|received|happened|taken|measured|observed|reported|sent|logged|requested)-at$|^timestamp$/;
const INTERVALS = [
  { interval: "month", perYear: 12 },
  { interval: "week", perYear: 52 },
  { interval: "day", perYear: 365 },
] as const;

/** Tables that grow beyond what one physical table should hold are spread over partitions. */
export function givePartitions(entities: readonly Entity[], scene: PhysicalScene): Shaped {
  const pointedAt = new Set(entities.flatMap(({ relations }) => relations.map(({ to }) => to)));
  return {
    entities: entities.map((entity) => {
      if (!scene.relational.has(entity.store) || entity.partitioning !== undefined) return entity;
      const size = sizeOf(entity);
      const isMuch = size.total > LIMIT_GB;
      const isForgotten = entity.retentionDays !== undefined && size.rows >= MANY;
      if (!isMuch && !isForgotten) return entity;
      const byTime = pointedAt.has(entity.id) ? undefined : partitionedByTime(entity, size, scene);
      return byTime ?? (isMuch ? partitionedByTenant(entity, size) : entity);
    }),
    assumptions: [],
  };
}

interface Size {
  /** Rows kept at the end of the horizon, bytes of one with its index entries, GB of all. */
  readonly rows: number;
  readonly bytes: number;
  readonly perYear: number;
  readonly total: number;
  readonly words: string;
}

function sizeOf(entity: Entity): Size {
  const { row, indexes } = rowSize(entity);
  const bytes = row + indexes;
  const { retentionDays, rows } = entity;
  const years =
    retentionDays === undefined
      ? HORIZON_YEARS
      : Math.min(HORIZON_YEARS, Math.max(1, retentionDays / 365));
  const kept = Math.round(rows.value * years);
  const total = (kept * bytes) / 1e9;
  const span = years === 1 ? "the first year" : `${Math.round(years * 10) / 10} years`;
  return {
    rows: kept,
    bytes,
    perYear: (rows.value * bytes) / 1e9,
    total,
    words: `${groupDigits(rows.value)} rows in the first year × ${bytes} bytes with indexes come to ${groupDigits(Math.ceil(total))} GB after ${span}`,
  };
}

/** Rows that are only ever added, by when they came to be. */
function partitionedByTime(entity: Entity, size: Size, scene: PhysicalScene): Entity | undefined {
  const isChanged = operationsOn(entity, scene).some(
    ({ shape }) => shape === "update" || shape === "command",
  );
  const field =
    entity.fields.find(
      ({ id, type, nullable }) => type === "timestamp" && !nullable && ORIGIN.test(id),
    ) ?? entity.fields.find(({ id, type }) => type === "timestamp" && id === "created-at");
  if (isChanged || field === undefined) return undefined;
  if (entity.uniqueKeys.some(({ fields }) => !fields.includes(field.id))) return undefined;
  const fitting =
    INTERVALS.find(({ perYear }) => size.perYear / perYear <= LIMIT_GB / 2) ?? INTERVALS[2];
  const share = Math.max(1, Math.round(size.perYear / fitting.perYear));
  const forgotten =
    entity.retentionDays === undefined
      ? ""
      : ` What is older than ${entity.retentionDays} days goes with its partition, without a delete.`;
  return {
    ...entity,
    primaryKey: [...entity.primaryKey.filter((id) => id !== field.id), field.id],
    partitioning: {
      method: "range",
      field: field.id,
      interval: fitting.interval,
      reason: `${size.words}${size.total > LIMIT_GB ? `, above the ${LIMIT_GB} GB of one physical table` : ""}: a ${fitting.interval} holds about ${share} GB.${forgotten} A look-up by the id alone reads every partition.`,
    },
  };
}

function partitionedByTenant(entity: Entity, size: Size): Entity {
  const { tenantKey } = entity;
  if (
    tenantKey === undefined ||
    entity.uniqueKeys.some(({ fields }) => !fields.includes(tenantKey))
  )
    return entity;
  const parts = 2 ** Math.ceil(Math.log2(Math.max(2, size.total / (LIMIT_GB / 2))));
  return {
    ...entity,
    primaryKey: [tenantKey, ...entity.primaryKey.filter((id) => id !== tenantKey)],
    partitioning: {
      method: "hash",
      field: tenantKey,
      parts: Math.min(parts, 1024),
      reason: `${size.words}, above the ${LIMIT_GB} GB of one physical table: ${parts} parts by tenant hold about ${Math.ceil(size.total / parts)} GB each. A query without the tenant reads all of them.`,
    },
  };
}
