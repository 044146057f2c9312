import { z } from "zod";
import { element, fieldReference, qualifiedReference, reference } from "./identity.ts";
import { name, prose, satisfies, wireName } from "./text.ts";
import { valueConstraints, valueType } from "./value.ts";

const PATH = /^\/[a-z0-9-]+(?:\/(?:[a-z0-9-]+|\{[a-z][A-Za-z0-9]*\}))*$/;

/** Where an HTTP operation is reached; the path is relative to base path and version. */
const httpBinding = z.strictObject({
  method: z.enum(["get", "post", "put", "patch", "delete"]),
  path: z.string().max(200).regex(PATH, "must look like /orders/{orderId}/lines"),
  /** Status of success. */
  status: z.union([z.literal(200), z.literal(201), z.literal(202), z.literal(204)]),
});

const parameter = element("parameter", {
  /** As it stands in the path or the query: camelCase. */
  name: z
    .string()
    .max(60)
    .regex(/^[a-z][A-Za-z0-9-]*$/),
  in: z.enum(["path", "query", "header"]),
  required: z.boolean(),
  /** The field of the operation's entity that it is compared with; gives type and samples. */
  field: fieldReference("entity").optional(),
  type: valueType.optional(),
  ...valueConstraints,
});

/** How the operation reads the data; what an index is for. */
const accessPattern = element("access-pattern", {
  entity: reference("entity"),
  filter: z.array(fieldReference("entity")).default([]),
  sort: z.array(fieldReference("entity")).default([]),
});

export const operation = element("operation", {
  name: name(),
  description: prose(),
  kind: z.enum(["query", "command", "subscription"]),
  /** The entity it is mainly about. */
  entity: reference("entity").optional(),
  http: httpBinding.optional(),
  /** `internal` operations never reach the gateway's document. */
  exposure: z.enum(["public", "internal"]),
  audiences: z.array(reference("audience")).default([]),
  parameters: z.array(parameter).default([]),
  request: z
    .strictObject({
      schema: reference("schema"),
      /** The property with the URL that webhooks are sent to from then on. */
      webhookUrl: wireName().optional(),
    })
    .optional(),
  response: z
    .strictObject({
      schema: reference("schema"),
      /** A page of many. */
      collection: z.boolean().default(false),
      /** What a caller may sort the list by, rising or falling; an access pattern serves each. */
      sortable: z.array(fieldReference("entity")).optional(),
      /** Whether a caller may ask for some of the properties only (sparse fields). */
      selectable: z.boolean().optional(),
    })
    .optional(),
  /** For what is accepted and done later (202): the query that tells how far it is. */
  progress: z
    .strictObject({
      operation: reference("operation"),
      /** When to ask first (Retry-After). */
      retryAfterSeconds: z.int().positive(),
    })
    .optional(),
  errors: z.array(reference("error")).default([]),
  /** The decision who may call: no mechanism means everybody. */
  auth: z.strictObject({
    mechanisms: z.array(reference("mechanism")).default([]),
    permissions: z.array(reference("permission")).default([]),
    /** Why nobody has to prove who they are, where no mechanism is named. */
    publicReason: prose().optional(),
  }),
  idempotency: z.strictObject({
    mode: z.enum(["natural", "key", "none"]),
    reason: prose().optional(),
  }),
  /** May be answered by a replica or a cache. */
  mayReadStale: z.boolean().default(false),
  accessPatterns: z.array(accessPattern).default([]),
  latencyBudgetMs: z.int().positive().optional(),
  /** Version in which it appeared. */
  since: z.string().max(20).default("v1"),
  /** Dates (ISO 8601) of deprecation (RFC 9745) and sunset (RFC 8594). */
  deprecated: z.iso.date().optional(),
  sunset: z.iso.date().optional(),
  replacedBy: qualifiedReference("operation").optional(),
  requirements: satisfies(),
});

/** A body: a projection of an entity, or free-standing. */
export const bodySchema = element("schema", {
  name: name(),
  description: prose(),
  purpose: z.enum(["read", "create", "update", "other"]),
  entity: reference("entity").optional(),
  /**
   * One of several bodies; which one, a property of that name says: each of them requires it with a
   * single allowed value of its own. Such a schema has no properties itself.
   */
  variants: z
    .strictObject({
      discriminator: wireName(),
      schemas: z.array(reference("schema")).min(2).max(20),
    })
    .optional(),
  properties: z
    .array(
      element("property", {
        /** Name on the wire; made from the field's name where it is left out. */
        name: wireName().optional(),
        /** Exactly one of `field`, `schema` and `type` says what it holds. */
        field: fieldReference("entity").optional(),
        schema: reference("schema").optional(),
        type: valueType.optional(),
        many: z.boolean().default(false),
        /** Entries of a list at the most. */
        maximumItems: z.int().positive().optional(),
        required: z.boolean(),
        nullable: z.boolean().optional(),
        /** Why personal data may be seen by callers who prove nothing. */
        disclosed: prose().optional(),
        ...valueConstraints,
      }),
    )
    .default([]),
});
