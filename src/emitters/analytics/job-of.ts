import type { JobSpecification } from "../../artifacts/job-specification.ts";
import type { Design, System } from "../../design/design.ts";
import type { OwnedEntity } from "../../design/entities-of.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { isClickhouse } from "../../design/warehouse/is-clickhouse.ts";
import type { WarehouseTable } from "../../design/warehouse/warehouse-table.ts";
import { qualifiedName } from "../../design/warehouse/warehouse-table.ts";
import { warehouseTables } from "../../design/warehouse/warehouse-tables.ts";
import { buildRelationalModel } from "../../sql/build-relational-model.ts";
import { toSnake } from "../../util/naming.ts";
import { stageOf } from "./clickhouse/stage.ts";
import { loadPath } from "./load-path.ts";

type Pipeline = System["governance"]["pipelines"][number];

/** Share of the minutes in which a job keeps its freshness. */
const OBJECTIVE = 0.99;

/** The specification of one pipeline: what the Design says of it, with the names of the artifacts. */
export function jobOf(pipeline: Pipeline, design: Design): JobSpecification {
  const target = targetOf(pipeline, design);
  const { id, name, description, kind, owner, requirements } = pipeline;
  return {
    job: id,
    name,
    description,
    kind,
    ...(owner === undefined ? {} : { owner }),
    source: sourceOf(pipeline, design, target),
    ...windowOf(pipeline, design),
    ...(pipeline.latenessSeconds === undefined
      ? {}
      : {
          lateness: {
            seconds: pipeline.latenessSeconds,
            after:
              pipeline.windowSeconds === undefined
                ? "Loaded all the same; what was summed of its span before has to be made again."
                : "Counted apart and left out; a replay brings it in.",
          },
        }),
    sink: sinkOf(pipeline, design, target),
    delivery: deliveryOf(pipeline, target),
    ...replayOf(pipeline, target),
    ...(pipeline.freshnessSeconds === undefined
      ? {}
      : {
          freshness: {
            seconds: pipeline.freshnessSeconds,
            objective: OBJECTIVE,
            indicator: `now − newest instant that the sink shows, of ${id}`,
          },
        }),
    requirements,
  };
}

interface Target {
  readonly table: WarehouseTable;
  readonly all: readonly WarehouseTable[];
  readonly load?: string;
  readonly isStaged: boolean;
}

/** The table of an analytical store that a pipeline writes. */
function targetOf({ sink, sinkEntity }: Pipeline, design: Design): Target | undefined {
  const store = design.system.stores.find(({ id }) => id === sink);
  if (store === undefined || !isClickhouse(store)) return undefined;
  const all = warehouseTables(design, store);
  const table = all.find(({ context, entity }) => `${context}/${entity.id}` === sinkEntity);
  if (table === undefined) return undefined;
  const load = loadPath(table, all, design);
  const isStaged = table.role === "fact" || table.role === "dimension";
  return { table, all, isStaged, ...(load === undefined ? {} : { load }) };
}

function sourceOf(
  { source, sourceEntity, topic, key, kind }: Pipeline,
  design: Design,
  target: Target | undefined,
): JobSpecification["source"] {
  const { system } = design;
  const place = system.stores.some(({ id }) => id === source)
    ? { store: source }
    : system.actors.some(({ id }) => id === source)
      ? { system: source }
      : { event: source };
  const isCapture = kind === "change-data-capture";
  const read = isCapture ? tableName(sourceEntity, design) : undefined;
  const fields = target === undefined ? [] : fieldsOf(target);
  return {
    ...place,
    ...(topic === undefined || isCapture ? {} : { topic }),
    ...(read === undefined ? {} : { table: read }),
    ...(key === undefined ? {} : { key }),
    ...(fields.length === 0 ? {} : { fields }),
  };
}

/** What a message has to hold: what is staged, or the columns that nobody makes. */
function fieldsOf({ table, all, isStaged }: Target): readonly string[] {
  if (isStaged)
    return stageOf(table, all)
      .columns.map(({ name }) => name)
      .filter((name) => name !== "staged_at");
  if (table.role !== "event") return [];
  return table.attributes.map(({ name }) => name);
}

function tableName(key: string | undefined, design: Design): string | undefined {
  const found = entitiesOf(design).find((owned) => owned.key === key);
  return found === undefined
    ? undefined
    : `${found.context.context}.${relationalName(found, design)}`;
}

/** As `schema.sql` of the context calls it. */
function relationalName({ context, entity }: OwnedEntity, design: Design): string {
  const { tables } = buildRelationalModel(design, context).model;
  return tables.find(({ id }) => id === entity.id)?.name ?? toSnake(entity.name);
}

function windowOf(
  { windowSeconds, windowType, freshnessSeconds, sinkEntity, sourceEntity }: Pipeline,
  design: Design,
): Pick<JobSpecification, "window"> {
  if (windowSeconds === undefined) return {};
  const tables = design.system.stores
    .filter(({ kind }) => kind === "olap")
    .flatMap((store) => warehouseTables(design, store));
  const named = (key: string | undefined) =>
    tables.find(({ context, entity }) => `${context}/${entity.id}` === key);
  const time = (named(sourceEntity) ?? named(sinkEntity))?.time?.name;
  return {
    window: {
      type: windowType ?? "tumbling",
      seconds: windowSeconds,
      ...(time === undefined ? {} : { time }),
      // What may be no older than a moment cannot wait for the end of its window.
      emitEverySeconds: Math.min(windowSeconds, freshnessSeconds ?? windowSeconds),
    },
  };
}

function sinkOf(
  { sink, sinkEntity, topic, kind, freshnessSeconds }: Pipeline,
  design: Design,
  target: Target | undefined,
): JobSpecification["sink"] {
  if (target === undefined) {
    const table = tableName(sinkEntity, design);
    return {
      store: sink,
      ...(kind === "change-data-capture" && topic !== undefined ? { topic } : {}),
      ...(table === undefined ? {} : { table }),
    };
  }
  const { table, load, isStaged, all } = target;
  const { naturalKey, validity, database } = table;
  const key = [...naturalKey, ...(validity === undefined ? [] : [validity.from])];
  // What has to be there after a while is loaded twice in it.
  const everySeconds = Math.max(1, Math.floor((freshnessSeconds ?? 3600) / 2));
  return {
    store: sink,
    table: qualifiedName(table),
    ...(isStaged ? { stage: `${database}.${stageOf(table, all).name}` } : {}),
    key: key.map(({ name }) => name),
    // Windows are written by the job itself; the statement writes them again on a replay.
    ...(load === undefined || table.role === "aggregate"
      ? {}
      : { load: { statement: load, everySeconds } }),
  };
}

function deliveryOf(
  { delivery, kind }: Pipeline,
  target: Target | undefined,
): JobSpecification["delivery"] {
  const guarantee = delivery ?? "at-least-once";
  const by =
    guarantee === "at-most-once"
      ? "The position is committed before the work."
      : guarantee === "at-least-once" || kind === "change-data-capture"
        ? "The position is committed after the write: after a fault some messages come again."
        : target === undefined
          ? "The position is committed after the write, and the sink refuses a key that it has."
          : "The position is committed after the write, and rows with the same key replace each other.";
  return { guarantee, by };
}

function replayOf(
  { replaySeconds, kind }: Pipeline,
  target: Target | undefined,
): Pick<JobSpecification, "replay"> {
  if (replaySeconds === undefined) return {};
  const statement = target?.table.role === "aggregate" ? target.load : undefined;
  return {
    replay: {
      seconds: replaySeconds,
      how:
        kind === "change-data-capture"
          ? "A new snapshot of the tables is read, then their changes from there on."
          : "A second consumer group reads the topic from an earlier instant; what it writes replaces what stands.",
      ...(statement === undefined ? {} : { statement }),
    },
  };
}
