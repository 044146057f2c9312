import { z } from "zod";
import type { DatabaseEngine } from "../design/database-engine.ts";
import { databaseEngines } from "../design/database-engine.ts";
import { id } from "../design/schema/identity.ts";
import { name, prose } from "../design/schema/text.ts";
import { literal, valueType } from "../design/schema/value.ts";
import type { DeepReadonly } from "../util/deep-readonly.ts";

/** Version of the stored form of a model. */
export const MODEL_VERSION = 1;

/** An SQL name: what PostgreSQL keeps of one is 63 bytes; ours are ASCII. */
const identifier = z
  .string()
  .max(63)
  .regex(/^[a-z][a-z0-9_]*$/);

/** Identity of a part of a table: the id of its Design element, with a prefix where it is derived. */
const partId = z
  .string()
  .max(140)
  .regex(/^[a-z][a-z0-9-]*(?::[a-z][a-z0-9-]*)?$/);

const part = { id: partId, subject: z.string().max(400), name: identifier };

const columnType = z.strictObject({
  kind: valueType,
  length: z.int().positive().optional(),
  precision: z.int().positive().optional(),
  scale: z.int().nonnegative().optional(),
});

const column = z.strictObject({
  ...part,
  type: columnType,
  nullable: z.boolean(),
  default: z.union([literal, z.strictObject({ function: z.enum(["now", "uuid"]) })]).optional(),
  /** Stored and kept up to date by the engine. */
  generated: z
    .strictObject({
      operation: z.enum(["concatenate", "lower", "add", "subtract", "multiply"]),
      columns: z.array(id()).min(1),
    })
    .optional(),
  comment: prose().optional(),
});

/** Columns are named by id everywhere, so that renaming one changes one line. */
const key = z.strictObject({ ...part, columns: z.array(id()).min(1) });

const foreignKey = z.strictObject({
  ...part,
  column: id(),
  table: partId,
  targetColumn: id(),
  /** Further columns and what they are compared with, where the key of the target has several. */
  more: z.array(z.strictObject({ column: id(), targetColumn: id() })).optional(),
  onDelete: z.enum(["cascade", "restrict", "set-null"]),
});

const index = z.strictObject({
  ...part,
  columns: z.array(id()).min(1),
  unique: z.boolean(),
  descending: z.array(id()).optional(),
  /** The rows it is over; without a value, those that have none in the column. */
  where: z.strictObject({ column: id(), equals: literal.optional() }).optional(),
  comment: prose().optional(),
});

/** Row-level security: only the rows of the tenant that the session is for. */
const policy = z.strictObject({ ...part, column: id() });

/** A trigger that puts the earlier version of a changed row into another table. */
const history = z.strictObject({
  ...part,
  /** Names and not ids: the body of a trigger is text, so a rename makes it anew. */
  into: identifier,
  /** Columns of the history for who changed the row, and how. */
  own: z.strictObject({ by: identifier, change: identifier }),
  /** Columns that both tables have. */
  columns: z.array(identifier),
});

/** How the rows are spread over partitions. */
const partition = z.strictObject({
  method: z.enum(["range", "hash", "list"]),
  column: id(),
  interval: z.enum(["day", "week", "month", "year"]).optional(),
  parts: z.int().min(2).optional(),
  values: z.array(z.string()).optional(),
});

const bounds = { minimum: z.number().optional(), maximum: z.number().optional() };

const rule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("values"), column: id(), values: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("range"), column: id(), ...bounds }),
  z.strictObject({ kind: z.literal("length"), column: id(), ...bounds }),
  z.strictObject({
    kind: z.literal("compare"),
    column: id(),
    operator: z.enum(["lt", "lte", "gt", "gte", "ne"]),
    to: z.union([z.number(), z.strictObject({ column: id() })]),
  }),
]);

const check = z.strictObject({ ...part, rule });

const table = z.strictObject({
  id: partId,
  subject: z.string().max(400),
  name: identifier,
  comment: prose().optional(),
  columns: z.array(column),
  primaryKey: key.optional(),
  uniqueKeys: z.array(key).default([]),
  foreignKeys: z.array(foreignKey).default([]),
  indexes: z.array(index).default([]),
  checks: z.array(check).default([]),
  policy: policy.optional(),
  history: history.optional(),
  partition: partition.optional(),
});

/** The stored form: `NNNN_<name>.schema.json`. */
export const relationalModelSchema = z.strictObject({
  modelVersion: z.literal(MODEL_VERSION),
  context: id(),
  title: name(),
  /** What the SQL beside it is written for; PostgreSQL where it is left out. */
  engine: z.enum(databaseEngines).optional(),
  /**
   * How many files still follow until a change is complete. Until then the tables are those that a
   * service sees: the old ones up to the switch, the new ones from there.
   */
  pending: z.int().positive().optional(),
  tables: z.array(table).default([]),
});

/**
 * The tables of one context, independent of any dialect. Every part keeps the id of its Design
 * element, so that a new name is a rename and not a drop.
 *
 * An enumeration is a text column with a check and not a type of its own: the same form serves
 * every dialect, a value can be taken away again, and both directions run in a transaction
 * (PostgreSQL can neither undo `ADD VALUE` nor use the value in the same transaction).
 */
export type RelationalModel = DeepReadonly<z.infer<typeof relationalModelSchema>>;
export type Table = RelationalModel["tables"][number];
export type Column = Table["columns"][number];
export type ColumnType = Column["type"];
export type Key = Table["uniqueKeys"][number];
export type ForeignKey = Table["foreignKeys"][number];
export type TableIndex = Table["indexes"][number];
export type TableCheck = Table["checks"][number];
export type Policy = NonNullable<Table["policy"]>;
export type HistoryTrigger = NonNullable<Table["history"]>;
export type Partition = NonNullable<Table["partition"]>;
export type CheckRule = TableCheck["rule"];

/** The engine that a stored model is of. */
export function engineOfModel({ engine }: RelationalModel): DatabaseEngine {
  return engine ?? "postgresql";
}
