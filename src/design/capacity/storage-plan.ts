import type { Design, Entity, Store } from "../design.ts";
import type { Figure, FigureInput } from "./figure.ts";
import { figure } from "./figure.ts";
import { rowSize } from "./row-size.ts";

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
  readonly copies: number;
  readonly firstYearGigabytes: number;
  readonly thirdYearGigabytes: number;
}

const DAYS_PER_YEAR = 365;

/** Storage = rows × (row + index entries) × copies, grown, and kept as long as retention says. */
export function storagePlans(design: Design): readonly StoragePlan[] {
  return design.system.stores.flatMap((store) => {
    const copies = 1 + store.replicas;
    const entities = design.contexts.flatMap(({ context, entities: owned }) =>
      owned
        .filter((entity) => entity.store === store.id)
        .map((entity) => entityStorage(design, context, entity, copies)),
    );
    if (entities.length === 0) return [];
    return [
      {
        store,
        entities,
        copies,
        firstYearGigabytes: total(entities.map(({ firstYear }) => firstYear)),
        thirdYearGigabytes: total(entities.map(({ thirdYear }) => thirdYear)),
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
  const { row, indexes } = rowSize(entity);
  const growth = design.system.load.growthPercentPerYear;
  const inputs: readonly FigureInput[] = [
    { name: "rows after year 1", value: entity.rows.value, unit: "rows", basis: entity.rows.basis },
    { name: "row", value: row, unit: "bytes", basis: "assumed" },
    { name: "index entries", value: indexes, unit: "bytes", basis: "assumed" },
    { name: "copies", value: copies, unit: "×", basis: "assumed" },
  ];
  const firstYear = figure(
    {
      name: "Year 1",
      unit: "GB",
      formula: "rows after year 1 × (row + index entries) × copies ÷ 10⁹",
      inputs,
    },
    (entity.rows.value * (row + indexes) * copies) / 1e9,
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

/** Rows of the last `years` years at the end of year 3, in rows of year 1. */
function yearlyRows(years: number, growth: number): number {
  let rows = 0;
  for (let year = 0; year < 3; year++) {
    const kept = Math.min(1, Math.max(0, years - year));
    rows += kept * (1 + growth) ** (2 - year);
  }
  return rows;
}

/** The shorter of what the entity and the retention rules say. */
function retentionOf({ system }: Design, context: string, entity: Entity): number | undefined {
  const rules = system.governance.retention
    .filter(
      ({ entities, action }) =>
        action !== "anonymise" && entities.includes(`${context}/${entity.id}`),
    )
    .map(({ days }) => days);
  const all = entity.retentionDays === undefined ? rules : [...rules, entity.retentionDays];
  return all.length === 0 ? undefined : Math.min(...all);
}

function total(figures: readonly Figure[]): number {
  return figures.reduce((sum, { value }) => sum + (value ?? 0), 0);
}
