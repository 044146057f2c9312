import type { Entity, Field, Store } from "../design.ts";
import type { analyticalRole } from "../schema/entity.ts";
import type { z } from "zod";

export type AnalyticalRole = z.infer<typeof analyticalRole>;

export interface WarehouseColumn {
  /** As SQL knows it, before quoting. */
  readonly name: string;
  readonly field: Field;
  readonly subject: string;
}

/** The key of a dimension in a fact, and what of the dimension it is looked up by. */
export interface DimensionKey {
  readonly column: WarehouseColumn;
  /** Id of the dimension's entity, in the same context. */
  readonly entity: string;
}

/** A table of an analytical store, independent of the engine. */
export interface WarehouseTable {
  readonly store: Store;
  readonly context: string;
  readonly entity: Entity;
  readonly subject: string;
  /** `analytics`: one database for each context. */
  readonly database: string;
  readonly name: string;
  readonly role: AnalyticalRole;
  /** What one row stands for. */
  readonly grain: string;
  readonly columns: readonly WarehouseColumn[];
  /** What a row is known by in its source, without the start of its validity. */
  readonly naturalKey: readonly WarehouseColumn[];
  /** The key that others refer to, where it is made here and not known to the source. */
  readonly surrogate?: WarehouseColumn;
  /** Since when and until when a version holds (slowly changing dimension of type 2). */
  readonly validity?: { readonly from: WarehouseColumn; readonly until: WarehouseColumn };
  /** When it happened. */
  readonly time?: WarehouseColumn;
  /** Of two rows with the same key, the one with the later value holds. */
  readonly version?: WarehouseColumn;
  readonly dimensions: readonly DimensionKey[];
  /** What no source tells and no job writes: key, validity, version and keys of dimensions left out. */
  readonly attributes: readonly WarehouseColumn[];
}

/** `analytics.fact_ride` */
export function qualifiedName({ database, name }: WarehouseTable): string {
  return `${database}.${name}`;
}
