import { databaseEngineOf } from "../database-engine.ts";
import type { Design, Entity, Store } from "../design.ts";
import type { Figure, FigureInput } from "./figure.ts";
import { figure, inputOf } from "./figure.ts";
import { loadFigures } from "./load-figures.ts";
import { columnarRowSize, rowSize } from "./row-size.ts";

/** What one entity takes on disk, on all copies. */
export interface EntityStorage {
  readonly context: string;
  readonly entity: Entity;
  readonly rowBytes: number;
  readonly indexBytes: number;
  readonly firstYear: Figure;
  readonly thirdYear: Figure;
}

/** What one store holds. */
export interface StoragePlan {
  readonly store: Store;
  readonly entities: readonly EntityStorage[];
  /** Messages that a stream keeps; absent where it is not said for how long. */
  readonly log?: Pick<EntityStorage, "firstYear" | "thirdYear">;
  readonly copies: number;
  readonly firstYearGigabytes: number;
  readonly thirdYearGigabytes: number;
}

const DAYS_PER_YEAR = 365;
const SECONDS_PER_DAY = 86_400;
/** What columns of like values, and batches of like messages, shrink to when they are packed. */
const COMPRESSION: Readonly<Partial<Record<Store["kind"], number>>> = { olap: 5, stream: 3 };

/**
 * Storage = rows × (row + index entries) × copies, grown, and kept as long as retention says. A
 * column store packs its values and has no index entries; a stream holds messages and no rows.
 */
export function storagePlans(design: Design): readonly StoragePlan[] {
  return design.system.stores.flatMap((store) => {
    const copies = 1 + store.replicas;
    const entities = design.contexts.flatMap(({ context, entities: owned }) =>
      owned
        .filter((entity) => entity.store === store.id)
        .map((entity) => entityStorage(design, context, entity, copies)),
    );
    const log = logOf(design, store, copies);
    const kept = [...entities, ...(log === undefined ? [] : [log])];
    if (kept.length === 0) return [];
    return [
      {
        store,
        entities,
        ...(log === undefined ? {} : { log }),
        copies,
        firstYearGigabytes: total(kept.map(({ firstYear }) => firstYear)),
        thirdYearGigabytes: total(kept.map(({ thirdYear }) => thirdYear)),
      },
    ];
  });
}

function entityStorage(
  design: Design,
  context: string,
  entity: Entity,
  copies: number,
): EntityStorage {
  const store = design.system.stores.find(({ id }) => id === entity.store);
  const kind = store?.kind;
  const engine = store === undefined ? undefined : databaseEngineOf(store.engine);
  const packed = kind === undefined ? undefined : COMPRESSION[kind];
  const { row, indexes } = packed === undefined ? rowSize(entity, engine) : columnarRowSize(entity);
  const growth = design.system.load.growthPercentPerYear;
  const inputs: readonly FigureInput[] = [
    { name: "rows after year 1", value: entity.rows.value, unit: "rows", basis: entity.rows.basis },
    { name: "row", value: row, unit: "bytes", basis: "assumed" },
    { name: "index entries", value: indexes, unit: "bytes", basis: "assumed" },
    { name: "copies", value: copies, unit: "×", basis: "assumed" },
    ...compression(packed),
  ];
  const firstYear = figure(
    {
      name: "Year 1",
      unit: "GB",
      formula: `rows after year 1 × (row + index entries) × copies ÷ ${packed === undefined ? "" : "compression ÷ "}10⁹`,
      inputs,
    },
    (entity.rows.value * (row + indexes) * copies) / (packed ?? 1) / 1e9,
  );
  const grown: FigureInput = {
    name: "growth",
    value: growth.value,
    unit: "% a year",
    basis: growth.basis,
  };
  const days = retentionOf(design, context, entity);
  const kept: readonly FigureInput[] =
    days === undefined ? [] : [{ name: "retention", value: days, unit: "days", basis: "stated" }];
  // Rows of the first year are what stands at its end, so retention can only limit later years.
  const years = days === undefined ? 3 : Math.min(3, Math.max(1, days / DAYS_PER_YEAR));
  const thirdYear = figure(
    {
      name: "Year 3",
      unit: "GB",
      formula:
        days === undefined
          ? "year 1 and as much again in each later year, grown by growth"
          : "the same, limited to what retention keeps",
      inputs: [...inputs, grown, ...kept],
    },
    (firstYear.value ?? Number.NaN) * yearlyRows(years, growth.value / 100),
  );
  return { context, entity, rowBytes: row, indexBytes: indexes, firstYear, thirdYear };
}

/** Messages of as many days as the stream keeps them, at the average rate of what it is made for. */
function logOf(design: Design, store: Store, copies: number): StoragePlan["log"] {
  const { retentionDays, kind } = store;
  if (kind !== "stream" || retentionDays === undefined) return undefined;
  const { load } = design.system;
  const { planningRate } = loadFigures(design);
  const packed = COMPRESSION.stream ?? 1;
  const inputs: readonly FigureInput[] = [
    inputOf(planningRate),
    { name: "peak factor", value: load.peakFactor.value, unit: "×", basis: load.peakFactor.basis },
    {
      name: "message",
      value: load.requestBytes.value,
      unit: "bytes",
      basis: load.requestBytes.basis,
    },
    { name: "retention", value: retentionDays, unit: "days", basis: "stated" },
    { name: "copies", value: copies, unit: "×", basis: "assumed" },
    ...compression(packed),
  ];
  const rate = (planningRate.value ?? Number.NaN) / load.peakFactor.value;
  const bytes = rate * load.requestBytes.value * retentionDays * SECONDS_PER_DAY * copies;
  const formula =
    "planning rate ÷ peak factor × message × retention × 86,400 s × copies ÷ compression ÷ 10⁹";
  const firstYear = figure({ name: "Year 1", unit: "GB", formula, inputs }, bytes / packed / 1e9);
  const growth = load.growthPercentPerYear;
  const grown: FigureInput = {
    name: "growth",
    value: growth.value,
    unit: "% a year",
    basis: growth.basis,
  };
  return {
    firstYear,
    thirdYear: figure(
      { name: "Year 3", unit: "GB", formula: "year 1, grown twice", inputs: [...inputs, grown] },
      (firstYear.value ?? Number.NaN) * (1 + growth.value / 100) ** 2,
    ),
  };
}

function compression(packed: number | undefined): readonly FigureInput[] {
  return packed === undefined
    ? []
    : [{ name: "compression", value: packed, unit: "to 1", basis: "assumed" }];
}

/** Rows of the last `years` years at the end of year 3, in rows of year 1. */
function yearlyRows(years: number, growth: number): number {
  let rows = 0;
  for (let year = 0; year < 3; year++) {
    const kept = Math.min(1, Math.max(0, years - year));
    rows += kept * (1 + growth) ** (2 - year);
  }
  return rows;
}

/** The shorter of what the entity, the retention rules and what takes its rows along say. */
function retentionOf(
  design: Design,
  context: string,
  entity: Entity,
  passed: readonly string[] = [],
): number | undefined {
  const { system, contexts } = design;
  const owned = contexts.find((own) => own.context === context)?.entities ?? [];
  const seen = [...passed, entity.id];
  const alongside = entity.relations
    .filter(({ onDelete, to }) => onDelete === "cascade" && !seen.includes(to))
    .flatMap(({ to }) => owned.find(({ id }) => id === to) ?? [])
    .flatMap((owner) => retentionOf(design, context, owner, seen) ?? []);
  const rules = system.governance.retention
    .filter(
      ({ entities, action }) =>
        action !== "anonymise" && entities.includes(`${context}/${entity.id}`),
    )
    .map(({ days }) => days);
  const own = entity.retentionDays === undefined ? [] : [entity.retentionDays];
  const all = [...rules, ...own, ...alongside];
  return all.length === 0 ? undefined : Math.min(...all);
}

function total(figures: readonly Figure[]): number {
  return figures.reduce((sum, { value }) => sum + (value ?? 0), 0);
}
