import { z } from "zod";
import type { BodyProperty, BodySchema, Operation, Parameter } from "../../../design/design.ts";
import { toCamel, toKebab } from "../../../util/naming.ts";
import type { DraftRequest } from "../../architect.ts";
import { formatAccessPattern, parseAccessPattern } from "./access-pattern-phrase.ts";
import { formatRequest, formatResponse, parseRequest, parseResponse } from "./parse-request.ts";
import { choice, guesses, text, texts } from "./answer-parts.ts";
import { formatHttp, parseHttp } from "./http-phrase.ts";
import { fromValue, toValue, value } from "./value-facts.ts";
import type { WireUnit } from "./wire-unit.ts";

const property = z.object({
  name: text(),
  field: text(),
  schema: text(),
  value: value.optional(),
  many: z.boolean(),
  required: z.boolean(),
  nullable: z.boolean().optional(),
});

const parameter = z.object({
  name: text(),
  in: choice(["path", "query", "header"]),
  required: z.boolean(),
  field: text(),
  value: value.optional(),
});

const operationForm = z.object({
  id: text(),
  name: text(),
  description: text(),
  kind: choice(["query", "command", "subscription"]),
  entity: text(),
  http: text(),
  internal: z.boolean(),
  audiences: texts(),
  parameters: z.array(parameter),
  request: text(),
  response: text(),
  errors: texts(),
  mechanisms: texts(),
  permissions: texts(),
  public: text(),
  idempotency: text(),
  stale: z.boolean(),
  reads: texts(),
  budgetMs: z.int().optional(),
  reqs: texts(),
});

const schema = z.object({
  operations: z.array(operationForm),
  schemas: z.array(
    z.object({
      id: text(),
      name: text(),
      description: text(),
      purpose: choice(["read", "create", "update", "other", "union"]),
      entity: text(),
      properties: z.array(property),
    }),
  ),
  ...guesses,
});

/** The operations of one context and the bodies they carry. */
export const apiWire: WireUnit = {
  kind: "api",
  schema,
  toSections(answer, request) {
    const { operations, schemas } = answer as z.infer<typeof schema>;
    return {
      context: {
        operations: operations.map((item) => toOperation(item, request)),
        schemas: schemas.map(toSchema),
      },
    };
  },
  fromSections: ({ operations, schemas }) => ({
    operations: operations?.map(fromOperation),
    schemas: schemas?.map(fromSchema),
  }),
};

function toOperation(answer: z.infer<typeof operationForm>, request: DraftRequest) {
  const { request: body, response, mechanisms, permissions, public: reason, ...rest } = answer;
  const { idempotency, http, reads, parameters, internal, stale, budgetMs, ...facts } = rest;
  return {
    ...facts,
    ...evolution(toKebab(facts.id), request),
    ...parseHttp(http),
    parameters: parameters.map(toParameter),
    accessPatterns: reads.map(parseAccessPattern),
    exposure: internal ? "internal" : "public",
    mayReadStale: stale,
    latencyBudgetMs: budgetMs,
    request: parseRequest(body),
    response: parseResponse(response),
    auth: { mechanisms, permissions, publicReason: reason },
    idempotency: toIdempotency(idempotency),
  };
}

/** `natural`, `key`, or the reason why neither is needed. */
function toIdempotency(phrase: string) {
  const words = phrase.trim();
  const mode = words.toLowerCase();
  if (mode === "natural" || mode === "key") return { mode };
  const reason = words.replace(/^none\b[\s:,.;-]*/i, "");
  return reason === "" ? { mode: "none" } : { mode: "none", reason };
}

/** When an operation appeared and when it goes is a matter of record, not of a new opinion. */
function evolution(id: string, { base, accepted, unit }: DraftRequest) {
  const before = base?.contexts
    .find(({ context }) => context === unit.context)
    ?.operations.find((candidate) => candidate.id === id);
  if (before === undefined) return { since: accepted.system.api.versioning.current };
  const { since, deprecated, sunset, replacedBy } = before;
  return { since, deprecated, sunset, replacedBy };
}

function fromOperation(operation: Operation): unknown {
  const { auth, idempotency, request, response, accessPatterns, ...facts } = operation;
  return {
    ...facts,
    ...auth,
    http: formatHttp(operation),
    public: auth.publicReason,
    internal: facts.exposure === "internal",
    stale: facts.mayReadStale,
    budgetMs: facts.latencyBudgetMs,
    reads: accessPatterns.map(formatAccessPattern),
    request: formatRequest(request),
    response: formatResponse(response),
    idempotency: idempotency.reason ?? idempotency.mode,
    parameters: facts.parameters.map((each) => ({ ...each, value: valueOf(each) })),
  };
}

/** A union lists its bodies as properties, each under the name of the one that tells them apart. */
function toSchema(body: z.infer<typeof schema>["schemas"][number]): unknown {
  if (body.purpose !== "union") return { ...body, properties: body.properties.map(toProperty) };
  const discriminator = toCamel(body.properties[0]?.name ?? "");
  const schemas = body.properties.map((each) => each.schema);
  return { ...body, purpose: "other", variants: { discriminator, schemas }, properties: [] };
}

function fromSchema(body: BodySchema): unknown {
  const { variants, properties } = body;
  if (variants === undefined)
    return {
      ...body,
      properties: properties.map((facts) => ({ ...facts, value: valueOf(facts) })),
    };
  return {
    ...body,
    purpose: "union",
    properties: variants.schemas.map((each) => ({
      name: variants.discriminator,
      schema: each,
      many: false,
      required: true,
    })),
  };
}

function toParameter({ name, value: facts, ...rest }: z.infer<typeof parameter>) {
  const label = /^[a-z][A-Za-z0-9-]*$/.test(name) ? name : toCamel(name);
  const place = { ...rest, id: toKebab(label), name: label };
  return facts === undefined ? place : { ...place, ...valueBeside(facts, rest.field) };
}

function toProperty({ name, value: facts, ...rest }: z.infer<typeof property>) {
  const label = name === "" || /^[a-z][A-Za-z0-9]*$/.test(name) ? name : toCamel(name);
  const holder = rest.field.trim() === "" ? rest.schema : rest.field;
  const place = {
    ...rest,
    id: toKebab(label === "" ? holder : label),
    name: label,
  };
  return facts === undefined ? place : { ...place, ...valueBeside(facts, holder) };
}

/** A field or a schema gives the type already; what else is said of the value stays. */
function valueBeside(facts: z.infer<typeof value>, holder: string) {
  const { type, ...rest } = toValue(facts);
  return holder.trim() === "" ? { type, ...rest } : rest;
}

function valueOf(facts: Parameter | BodyProperty): unknown {
  return facts.type === undefined ? undefined : fromValue(facts);
}
