import { z } from "zod";
import { element, fieldReference, reference } from "./identity.ts";
import { basis, name, prose, quantity, satisfies } from "./text.ts";
import { literal, valueConstraints, valueType } from "./value.ts";

/** How a value must be treated, from harmless to secret. */
export const classification = z.enum(["public", "internal", "personal", "sensitive", "secret"]);

export const field = element("field", {
  name: name(),
  type: valueType,
  nullable: z.boolean().default(false),
  /** A literal, or a value that the database makes. */
  default: z.union([literal, z.strictObject({ function: z.enum(["now", "uuid"]) })]).optional(),
  classification: classification.default("internal"),
  /** Set by the system, never by a client. */
  readOnly: z.boolean().default(false),
  basis: basis.default("stated"),
  /** Kept up to date by the database from other fields of the row; no client sets it. */
  generated: z
    .strictObject({
      /** `concatenate` puts a space between. */
      operation: z.enum(["concatenate", "lower", "add", "subtract", "multiply"]),
      fields: z.array(fieldReference()).min(1).max(6),
    })
    .optional(),
  ...valueConstraints,
});

/** Fields whose values together are unique. */
const uniqueKey = element("key", { fields: z.array(fieldReference()).min(1) });

/** A reference to another entity of the same context. No foreign key crosses a context. */
const relation = element("relation", {
  name: name(),
  /** The field that holds the id of the other entity. */
  field: fieldReference(),
  /** Where the other's primary key has several fields: those after `field`, in its order. */
  moreFields: z.array(fieldReference()).max(5).optional(),
  to: reference("entity"),
  cardinality: z.enum(["one-to-one", "many-to-one"]),
  onDelete: z.enum(["cascade", "restrict", "set-null"]),
});

const index = element("index", {
  fields: z.array(fieldReference()).min(1),
  unique: z.boolean().default(false),
  /** Those of its fields that are sorted from the highest value down. */
  descending: z.array(fieldReference()).optional(),
  /** The rows it is over: with this value of the field; without a value, those that have none. */
  where: z.strictObject({ field: fieldReference(), equals: literal.optional() }).optional(),
  /** The access pattern it is for, in words. */
  serves: prose(),
});

/** A row check: a field against a literal or another field. */
const rule = element("rule", {
  field: fieldReference(),
  operator: z.enum(["lt", "lte", "gt", "gte", "ne"]),
  value: z.number().optional(),
  otherField: fieldReference().optional(),
});

const transition = element("transition", {
  from: z.string().min(1).max(63),
  to: z.string().min(1).max(63),
  trigger: name(),
});

/** What a table of an analytical store is (Kimball); an event is a row as it was reported. */
export const analyticalRole = z.enum(["fact", "dimension", "date-dimension", "event", "aggregate"]);

export const entity = element("entity", {
  name: name(),
  description: prose(),
  store: reference("store"),
  fields: z.array(field).min(1),
  primaryKey: z.array(fieldReference()).min(1),
  uniqueKeys: z.array(uniqueKey).default([]),
  relations: z.array(relation).default([]),
  indexes: z.array(index).default([]),
  rules: z.array(rule).default([]),
  /** States of an enum field and how one becomes another. */
  lifecycle: z
    .strictObject({
      field: fieldReference(),
      initial: z.string().min(1).max(63),
      transitions: z.array(transition).default([]),
    })
    .optional(),
  partitioning: z
    .strictObject({
      method: z.enum(["range", "hash", "list"]),
      field: fieldReference(),
      interval: z.enum(["day", "week", "month", "year"]).optional(),
      parts: z.int().min(2).max(1024).optional(),
      reason: prose(),
    })
    .optional(),
  retentionDays: z.int().positive().optional(),
  /** Whose row it is: no tenant sees or writes the rows of another. */
  tenantKey: fieldReference().optional(),
  /** When the row was deleted; the living have no value, and unique keys hold among them only. */
  softDelete: fieldReference().optional(),
  /** Raised by every change; a change of an older version is refused (ETag, If-Match). */
  versionField: fieldReference().optional(),
  /** Every earlier version of a row is kept, with when and by whom it was changed. */
  keepsHistory: z.boolean().optional(),
  /** Its place in the model of an analytical store. */
  analytics: z
    .strictObject({
      role: analyticalRole,
      /** What one row stands for. */
      grain: prose(),
    })
    .optional(),
  /** Rows after the first year, for sizing. */
  rows: quantity(),
  /** Why the same data stands twice, where normalisation is given up on purpose. */
  denormalised: prose().optional(),
  basis: basis.default("stated"),
  requirements: satisfies(),
});
