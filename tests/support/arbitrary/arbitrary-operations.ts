import type { ContextInput } from "../sample/system-input.ts";
import type { EntityInput } from "./arbitrary-entity.ts";
import type { Draw } from "./draw.ts";

type OperationInput = NonNullable<ContextInput["operations"]>[number];
type SchemaInput = NonNullable<ContextInput["schemas"]>[number];
type PropertyInput = NonNullable<SchemaInput["properties"]>[number];

const VERBS = ["List", "Get", "Create", "Change", "Remove", "Close"];

/** What operations need from the system, by id; `errors` by status. */
export interface OperationSurroundings {
  readonly context: string;
  readonly errors: ReadonlyMap<number, string>;
  readonly audiences: readonly string[];
  readonly mechanisms: readonly string[];
  readonly permissions: readonly string[];
  readonly requirements: readonly string[];
}

interface Made {
  readonly operations: readonly OperationInput[];
  readonly schemas: readonly SchemaInput[];
}

/** Operations and bodies derived from the entities, as an API would have them. */
export function arbitraryOperations(
  draw: Draw,
  entities: readonly EntityInput[],
  surroundings: OperationSurroundings,
): Made {
  const ids = { operations: new Set<string>(), schemas: new Set<string>() };
  const names = { operations: new Set<string>(), schemas: new Set<string>() };
  const operations: OperationInput[] = [];
  const schemas: SchemaInput[] = [];
  for (const entity of entities) {
    const read = schemaOf(draw, entity, "read", ids.schemas, names.schemas, schemas);
    const create = schemaOf(draw, entity, "create", ids.schemas, names.schemas, []);
    const update = schemaOf(draw, entity, "update", ids.schemas, names.schemas, []);
    schemas.push(read, create, update);
    if (draw.chance(20)) schemas.push(...unionIn(draw, create, ids.schemas, names.schemas));
    const bodies = { read: read.id, create: create.id, update: update.id };
    for (const action of draw.some([...VERBS, "Check"])) {
      operations.push(operationOf(draw, action, entity, bodies, surroundings, ids, names));
    }
  }
  return {
    operations: operations.map((one) => retired(draw, one, surroundings, operations)),
    schemas,
  };
}

/** Two bodies that a property tells apart, and the one of both in the body. */
function unionIn(
  draw: Draw,
  body: SchemaInput,
  ids: Set<string>,
  names: Set<string>,
): readonly SchemaInput[] {
  const variants = ["first", "second"].map((value): SchemaInput => ({
    id: draw.id(ids),
    name: draw.name([`${value} form`], names),
    description: draw.prose(),
    purpose: "other",
    properties: [
      { id: "form-kind", name: "formKind", type: "enum", enumValues: [value], required: true },
      { id: "form-text", name: "formText", type: "string", maxLength: 20, required: false },
    ],
  }));
  const union: SchemaInput = {
    id: draw.id(ids),
    name: draw.name(["either form"], names),
    description: draw.prose(),
    purpose: "other",
    variants: { discriminator: "formKind", schemas: variants.map(({ id }) => id) },
  };
  body.properties?.push({
    id: "either-form",
    name: "eitherForm",
    schema: union.id,
    required: draw.chance(50),
    many: draw.chance(50),
  });
  return [...variants, union];
}

function retired(
  draw: Draw,
  operation: OperationInput,
  { context }: OperationSurroundings,
  all: readonly OperationInput[],
): OperationInput {
  if (!draw.chance(15)) return operation;
  const next = draw.pick(all).id;
  return {
    ...operation,
    deprecated: "2026-03-01",
    ...(draw.chance(50) ? { sunset: "2027-03-01" } : {}),
    ...(next === operation.id ? {} : { replacedBy: `${context}/${next}` }),
  };
}

function schemaOf(
  draw: Draw,
  entity: EntityInput,
  purpose: "read" | "create" | "update",
  ids: Set<string>,
  names: Set<string>,
  earlier: readonly SchemaInput[],
): SchemaInput {
  const shown = entity.fields.filter(({ classification, readOnly }) =>
    purpose === "read" ? classification !== "secret" : readOnly !== true,
  );
  const properties: PropertyInput[] = shown.map((field) => ({
    id: field.id,
    field: field.id,
    required: purpose === "read" || (purpose === "create" && !field.nullable && draw.chance(70)),
    ...(purpose === "read" && /^(?:personal|sensitive)$/.test(field.classification ?? "")
      ? { disclosed: "Everybody may know." }
      : {}),
  }));
  const nested = earlier.filter((schema) => schema.purpose === "read");
  if (nested.length > 0 && draw.chance(30)) {
    properties.push({
      id: "nested-part",
      name: "nestedPart",
      schema: draw.pick(nested).id,
      required: draw.chance(50),
      many: draw.chance(50),
    });
  }
  if (properties.length === 0 || draw.chance(20)) {
    properties.push({
      id: "extra-note",
      name: "extraNote",
      type: "string",
      maxLength: 200,
      required: draw.chance(50),
      samples: [draw.text(50)],
    });
  }
  return {
    id: draw.id(ids),
    name: draw.name([`Body ${purpose}`], names),
    description: draw.prose(),
    purpose,
    entity: entity.id,
    properties,
  };
}

function operationOf(
  draw: Draw,
  action: string,
  entity: EntityInput,
  bodies: Readonly<Record<"read" | "create" | "update", string>>,
  surroundings: OperationSurroundings,
  ids: { readonly operations: Set<string> },
  names: { readonly operations: Set<string> },
): OperationInput {
  const base = `/${surroundings.context}-${entity.id}`;
  const one = `${base}/{oneId}`;
  const sortable = draw.chance(30) ? entity.primaryKey.slice(0, 1) : [];
  const form = formOf(action, base, one, bodies, { sortable, selectable: draw.chance(30) });
  const isOpen = draw.chance(15);
  const permissions = isOpen ? [] : draw.some(surroundings.permissions);
  const exposure = draw.chance(80) ? "public" : "internal";
  const statuses = [
    ...(isOpen ? [] : [401]),
    ...(permissions.length > 0 ? [403] : []),
    ...(form.http.path === one || action === "Close" || action === "Check" ? [404] : []),
    400,
    409,
    422,
    429,
    500,
    503,
  ];
  const key = entity.fields.find(({ id }) => id === entity.primaryKey[0]);
  return {
    id: draw.id(ids.operations),
    name: draw.name([`${action} it`], names.operations),
    description: draw.prose(),
    kind: form.http.method === "get" ? "query" : "command",
    entity: entity.id,
    ...form,
    exposure,
    audiences: exposure === "public" ? [...draw.some(surroundings.audiences)] : [],
    parameters: form.http.path.includes("{")
      ? [{ id: "one-id", name: "oneId", in: "path", required: true, field: key?.id ?? "" }]
      : listParameters(draw, action, entity),
    errors: statuses.flatMap((status) => surroundings.errors.get(status) ?? []),
    auth: isOpen
      ? { publicReason: draw.prose() }
      : { mechanisms: [draw.pick(surroundings.mechanisms)], permissions: [...permissions] },
    idempotency: { mode: form.http.method === "post" ? "key" : "natural" },
    mayReadStale: form.http.method === "get" && draw.chance(50),
    accessPatterns:
      action === "List" && sortable.length > 0
        ? [{ id: "sorted", entity: entity.id, sort: [...sortable] }]
        : action === "Get"
          ? [{ id: "by-key", entity: entity.id, filter: [...entity.primaryKey] }]
          : [],
    ...(draw.chance(30) ? { latencyBudgetMs: draw.int(1, 150) } : {}),
    requirements: [...draw.some(surroundings.requirements)],
  };
}

function formOf(
  action: string,
  base: string,
  one: string,
  bodies: Readonly<Record<"read" | "create" | "update", string>>,
  listed: { readonly sortable: string[]; readonly selectable: boolean },
): Pick<OperationInput, "request" | "response"> & {
  readonly http: NonNullable<OperationInput["http"]>;
} {
  const response = { schema: bodies.read };
  switch (action) {
    case "List":
      return {
        http: { method: "get", path: base, status: 200 },
        response: { ...response, collection: true, ...listed },
      };
    case "Get":
      return { http: { method: "get", path: one, status: 200 }, response };
    case "Create": {
      const request = { schema: bodies.create };
      return { http: { method: "post", path: base, status: 201 }, request, response };
    }
    case "Change": {
      const request = { schema: bodies.update };
      return { http: { method: "patch", path: one, status: 200 }, request, response };
    }
    case "Remove":
      return { http: { method: "delete", path: one, status: 204 } };
    case "Close":
      return { http: { method: "post", path: `${one}/close`, status: 200 }, response };
    default:
      return { http: { method: "get", path: `${one}/check`, status: 200 }, response };
  }
}

function listParameters(
  draw: Draw,
  action: string,
  entity: EntityInput,
): OperationInput["parameters"] {
  if (action !== "List") return [];
  const relation = entity.relations?.[0];
  if (relation === undefined || draw.chance(30)) return [];
  return [{ id: "by-ref", name: "byRef", in: "query", required: false, field: relation.field }];
}
