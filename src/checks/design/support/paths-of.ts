import type { Entity } from "../../../design/design.ts";

/** What an ordered index of the engine is over: a key or an index of an entity. */
export interface OrderedPath {
  readonly name: string;
  readonly fields: readonly string[];
  /** Says which rows it is over; the same text for the same rows, none for all. */
  readonly rows: string;
  readonly isIndex: boolean;
  readonly id: string;
  readonly unique: boolean;
}

/** Keys and indexes of an entity, keys first. */
export function pathsOf(entity: Entity): readonly OrderedPath[] {
  const living =
    entity.softDelete === undefined ? "" : JSON.stringify({ field: entity.softDelete });
  return [
    {
      name: "the primary key",
      id: "primary-key",
      fields: entity.primaryKey,
      rows: "",
      isIndex: false,
      unique: true,
    },
    ...entity.uniqueKeys.map(({ id, fields }) => ({
      name: `the unique key ${id}`,
      id,
      fields,
      rows: living,
      isIndex: false,
      unique: true,
    })),
    ...entity.indexes.map(({ id, fields, where, unique }) => ({
      name: `the index ${id}`,
      id,
      fields,
      rows: where === undefined ? "" : JSON.stringify(where),
      isIndex: true,
      unique,
    })),
  ];
}
