import type { Design } from "../../src/design/design.ts";
import { contextDesignSchema } from "../../src/design/schema/context-design.ts";
import { systemSchema } from "../../src/design/schema/system.ts";
import { sampleDesign } from "../../tests/support/sample-design.ts";

/** Operations of one entity: list, get, create, update and delete. */
const EACH = 5;

/** The sample's rules over so many services, each with entities of 12 fields and their operations. */
export function designOfServices(services: number, operations: number): Design {
  const { system } = sampleDesign();
  const entities = Math.ceil(operations / services / EACH);
  const names = Array.from({ length: services }, (_, index) => `service-${index + 1}`);
  return {
    system: systemSchema.parse({
      ...system,
      // Two documents for each operation: of its service, and of the gateway.
      api: {
        ...system.api,
        audiences: system.api.audiences.map(({ id, name, description }) => ({
          id,
          name,
          description,
        })),
      },
      contexts: names.map((id) => ({
        id,
        name: `Service ${id}`,
        purpose: `Owns ${id}.`,
        classification: "core",
      })),
      events: [],
      flows: [],
    }),
    contexts: names.map((name) => contextOf(name, entities)),
  };
}

function contextOf(name: string, count: number): Design["contexts"][number] {
  const ids = Array.from({ length: count }, (_, index) => `${name}-thing-${index + 1}`);
  return contextDesignSchema.parse({
    context: name,
    entities: ids.map(entityOf),
    operations: ids.flatMap(operationsOf),
    schemas: ids.flatMap(schemasOf),
  });
}

const TYPES = ["string", "integer", "decimal", "boolean", "timestamp", "date"] as const;
const FIELDS = Array.from({ length: 11 }, (_, index) => `field-${index + 1}`);

function entityOf(id: string): unknown {
  return {
    id,
    name: id.replaceAll("-", " "),
    description: "A thing.",
    store: "library-db",
    fields: [
      { id: "id", name: "Id", type: "uuid", readOnly: true },
      ...FIELDS.map((field, index) => {
        const type = TYPES[index % TYPES.length];
        const nullable = index % 3 === 0;
        return {
          id: field,
          name: field.replace("-", " "),
          type,
          nullable,
          ...(type === "string" ? { maxLength: 80 } : {}),
          ...(type === "decimal" ? { precision: 10, scale: 2 } : {}),
        };
      }),
    ],
    primaryKey: ["id"],
    rows: { value: 1000, basis: "assumed" },
  };
}

function schemasOf(id: string): readonly unknown[] {
  const property = (field: string, required: boolean) => ({ id: field, field, required });
  const base = { description: "A thing.", entity: id };
  const fields = (required: boolean) => FIELDS.map((field) => property(field, required));
  return [
    { ...base, id, name: id, purpose: "read", properties: [property("id", true), ...fields(true)] },
    {
      ...base,
      id: `${id}-create`,
      name: `${id} create`,
      purpose: "create",
      properties: fields(true),
    },
    {
      ...base,
      id: `${id}-update`,
      name: `${id} update`,
      purpose: "update",
      properties: fields(false),
    },
  ];
}

function operationsOf(id: string): readonly unknown[] {
  const path = `/${id}`;
  const one = `${path}/{thingId}`;
  const base = {
    description: "Does it.",
    entity: id,
    exposure: "public",
    auth: { mechanisms: ["member-token"], permissions: ["read-books"] },
    errors: [
      "invalid-request",
      "unauthenticated",
      "forbidden",
      "not-found",
      "conflict",
      "unprocessable",
      "too-many",
      "internal-error",
    ],
  };
  const key = { id: "path-thing-id", name: "thingId", in: "path", required: true, field: "id" };
  const make = (
    verb: string,
    method: string,
    status: number,
    rest: Readonly<Record<string, unknown>>,
  ) => ({
    ...base,
    id: `${verb}-${id}`,
    name: `${verb} ${id}`,
    kind: method === "get" ? "query" : "command",
    http: { method, path: rest["parameters"] === undefined ? path : one, status },
    idempotency: { mode: method === "post" ? "key" : "natural" },
    ...rest,
  });
  return [
    make("list", "get", 200, { response: { schema: id, collection: true } }),
    make("create", "post", 201, {
      request: { schema: `${id}-create` },
      response: { schema: id },
    }),
    make("get", "get", 200, { parameters: [key], response: { schema: id } }),
    make("update", "patch", 200, {
      parameters: [key],
      request: { schema: `${id}-update` },
      response: { schema: id },
    }),
    make("delete", "delete", 204, { parameters: [key] }),
  ];
}
