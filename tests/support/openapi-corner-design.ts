import type { Design } from "../../src/design/design.ts";
import { contextDesignSchema } from "../../src/design/schema/context-design.ts";
import { systemSchema } from "../../src/design/schema/system.ts";
import { sampleDesign } from "./sample-design.ts";

/** What the library does not have: other auth, other versioning, bodies that hold themselves. */
export function openapiCornerDesign(): Design {
  const { system, contexts } = sampleDesign();
  const [catalogue, lending] = contexts;
  const { operations, schemas } = corner();
  return {
    system: systemSchema.parse({
      ...system,
      api: {
        ...system.api,
        versioning: { ...system.api.versioning, scheme: "media-type", current: "v3" },
        pagination: { style: "offset", defaultLimit: 50, maximumLimit: 1 },
        idempotency: { header: "not a: header", retentionHours: 1 },
        problemBase: "https://exämple.com/a b/[]|?x=",
      },
      auth: {
        ...system.auth,
        mechanisms: [
          ...system.auth.mechanisms,
          { id: "o-1", name: "O", kind: "oauth2", description: "<script>", refreshTokenDays: 3 },
          { id: "o1", name: "S", kind: "session", description: "eval(1)" },
        ],
      },
    }),
    contexts: [
      contextDesignSchema.parse({
        ...catalogue,
        operations: [...(catalogue?.operations ?? []), ...operations],
        schemas: [...(catalogue?.schemas ?? []), ...schemas],
      }),
      contextDesignSchema.parse({
        ...lending,
        // The same name as in the other context, with other properties.
        schemas: lending?.schemas.map((schema) =>
          schema.id === "loan" ? { ...schema, name: "Book" } : schema,
        ),
      }),
    ],
  };
}

function corner() {
  const auth = { mechanisms: ["o-1", "o1"], permissions: ["read-books", "write-books"] };
  const shared = { exposure: "public", auth, idempotency: { mode: "key" }, errors: ["too-many"] };
  const schemas = [
    {
      id: "node",
      name: "Node",
      description: 'A tree <img src=x onerror="alert(1)"> [x](javascript:alert(1))',
      purpose: "other",
      properties: [
        { id: "parent", schema: "node", required: true, nullable: true },
        { id: "children", schema: "node", many: true, required: true },
        { id: "next", schema: "node", required: false },
        {
          id: "kind",
          type: "enum",
          enumValues: ["no", "2026-01-15"],
          required: true,
          nullable: true,
        },
        { id: "pin", type: "string", format: "password", required: true, minLength: 12 },
        {
          id: "price",
          type: "decimal",
          precision: 4,
          scale: 2,
          minimum: 1,
          maximum: 99,
          required: true,
        },
        { id: "at", type: "time", required: true, nullable: true },
        { id: "blob", type: "binary", required: false },
        {
          id: "any",
          type: "json",
          required: true,
          samples: ['{"$ref":"https://example.com/x.yaml"}'],
        },
        { id: "constructor", type: "json", required: true, nullable: true },
        { id: "title", type: "text", required: true, samples: ["<script>alert(1)</script>"] },
        { id: "nullable", type: "boolean", required: true, many: true, nullable: true },
      ],
    },
    { id: "empty", name: "図", description: "Nothing.", purpose: "read", properties: [] },
    {
      id: "node-page",
      name: "Node page",
      description: "Takes the name of a page.",
      purpose: "update",
      properties: [{ id: "node", schema: "node", required: false }],
    },
  ];
  const operations = [
    {
      ...shared,
      id: "list-nodes",
      name: "eval(nodes) <script>",
      description: "\u2028<script>\n\n  - a: b",
      kind: "query",
      http: { method: "get", path: "/nodes", status: 200 },
      parameters: [
        { id: "limit", name: "limit", in: "query", required: false, type: "integer" },
        { id: "filter", name: "filter", in: "query", required: true, type: "json" },
        { id: "authorization", name: "authorization", in: "header", required: true, type: "text" },
      ],
      request: { schema: "empty" },
      response: { schema: "node", collection: true },
      deprecated: "2026-01-01",
      sunset: "2027-01-01",
      replacedBy: "catalogue/list-books",
    },
    {
      ...shared,
      id: "change-node",
      name: "Change",
      description: "Changes.",
      kind: "command",
      http: { method: "patch", path: "/nodes/{nodeId}", status: 202 },
      parameters: [{ id: "n", name: "nodeId", in: "path", required: false, type: "bigint" }],
      request: { schema: "node-page" },
      errors: ["conflict", "not-found"],
    },
    {
      ...shared,
      id: "replace-node",
      name: "Replace",
      description: "Replaces.",
      kind: "command",
      http: { method: "put", path: "/nodes/{nodeId}", status: 200 },
      parameters: [{ id: "n", name: "nodeId", in: "path", required: true, type: "bigint" }],
      request: { schema: "node" },
      response: { schema: "empty" },
    },
    {
      ...shared,
      id: "watch",
      name: "Watch",
      description: "Watches.",
      kind: "subscription",
      http: { method: "get", path: "/nodes/events", status: 200 },
      response: { schema: "node" },
      errors: [],
    },
  ];
  return { operations, schemas };
}
