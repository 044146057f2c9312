import type {
  BodySchema,
  ContextDesign,
  Design,
  Entity,
  Operation,
} from "../../../design/design.ts";
import type { UnitPart } from "../../../design/unit-part.ts";
import type { RequirementsReading } from "../../../requirements/requirements-reading.ts";
import type { Outcome } from "../../../diagnostics/diagnostic.ts";
import { toCamel, toKebab, uniqueName } from "../../../util/naming.ts";
import type { DraftRequest } from "../../architect.ts";
import type { AcceptedLinks } from "../accepted-links.ts";
import { linkAccepted } from "../accepted-links.ts";
import { bindOperation, idempotencyOf, parametersOf } from "../bind-operation.ts";
import {
  answerSchema,
  batchAnswer,
  batchSchema,
  createSchema,
  openSchema,
  readSchema,
  requestSchema,
  updateSchema,
} from "../body-schema.ts";
import { fieldIn } from "../field-in.ts";
import { readsOf } from "../reads-of.ts";
import type { BindingPlan, EntityPlan, OperationPlan } from "../domain-model.ts";
import { latencyBudget } from "../latency-budget.ts";
import { operationAudiences } from "../operation-audiences.ts";
import { permissionOf } from "../permission-of.ts";
import { inScope } from "../demand-text.ts";
import { pluralize } from "../plural.ts";
import { sortsOf } from "../sorts-of.ts";
import { apiAssumptions } from "./api-assumptions.ts";
import { operationErrors } from "./operation-errors.ts";

/** The operations of one context and their bodies. */
export function draftApiUnit({ unit, reading, accepted }: DraftRequest): Outcome<UnitPart> {
  const links = linkAccepted(reading, accepted);
  const context = accepted.contexts.find((candidate) => candidate.context === unit.context);
  if (context === undefined)
    return {
      value: { context: { operations: [], schemas: [] }, assumptions: [], openQuestions: [] },
      diagnostics: [],
    };
  const planned = plansOf(context, links);
  const schemas = new Map<string, BodySchema>();
  const operations: Operation[] = [];
  const taken = new Set<string>();
  const bound = new Set<string>();
  for (const { plan, entity, entityPlan } of planned) {
    const binding = bindOperation(plan, entity);
    if (bound.has(`${binding.method} ${shapeOfPath(binding.path)}`)) continue;
    bound.add(`${binding.method} ${shapeOfPath(binding.path)}`);
    const scene: Scene = {
      plan,
      entity,
      binding,
      context,
      accepted,
      links,
      reading,
      schemas,
      hasCommands: planned.some(
        (other) => other.entity === entity && other.plan.shape === "command",
      ),
      ...(entityPlan === undefined ? {} : { entityPlan }),
    };
    const operation = operationOf(scene, uniqueName(toKebab(plan.id), taken));
    taken.add(operation.id);
    operations.push(operation);
  }
  return {
    value: {
      context: { operations: followLater(operations), schemas: [...schemas.values()] },
      assumptions: apiAssumptions(planned, links.cite),
      openQuestions: [],
    },
    diagnostics: [],
  };
}

interface Planned {
  readonly plan: OperationPlan;
  readonly entity: Entity;
  readonly entityPlan?: EntityPlan;
}

interface Scene extends Planned {
  readonly binding: BindingPlan;
  readonly context: ContextDesign;
  readonly accepted: Design;
  readonly links: AcceptedLinks;
  readonly reading: RequirementsReading;
  /** Filled on the way. */
  readonly schemas: Map<string, BodySchema>;
  readonly hasCommands: boolean;
}

/** Operations of the plan on the accepted entities; reading and writing of those the plan does not know. */
function plansOf(context: ContextDesign, links: AcceptedLinks): readonly Planned[] {
  const drafted = new Set<Entity>();
  const planned = links.domain.entities.flatMap((entityPlan) => {
    const entity = links.entityIn(context, entityPlan);
    if (entity === undefined || drafted.has(entity)) return [];
    drafted.add(entity);
    return links.domain.operations
      .filter((plan) => plan.entity === entityPlan.id)
      .map((plan): Planned => ({ plan, entity, entityPlan }));
  });
  const others = context.entities.filter(
    (entity) => !drafted.has(entity) && entity.basis === "stated",
  );
  return [...planned, ...others.flatMap(plainOperations)];
}

function plainOperations(entity: Entity): readonly Planned[] {
  const noun = entity.name.toLowerCase();
  const many = pluralize(noun);
  const base = {
    entity: entity.id,
    acceptsValues: [],
    actors: [],
    own: false,
    filters: [],
    search: false,
    requirements: entity.requirements,
    assumed: true,
  };
  return [
    {
      ...base,
      id: toKebab(`create-${noun}`),
      name: `Create ${noun}`,
      description: `Creates one ${noun}.`,
      shape: "create" as const,
    },
    {
      ...base,
      id: toKebab(`list-${many}`),
      name: `List ${many}`,
      description: `Pages through ${many}.`,
      shape: "list" as const,
    },
    {
      ...base,
      id: toKebab(`get-${noun}`),
      name: `Get ${noun}`,
      description: `Returns one ${noun}.`,
      shape: "read" as const,
    },
  ].map((plan): Planned => ({ plan: { ...plan, name: plan.name.slice(0, 120) }, entity }));
}

function operationOf(scene: Scene, id: string): Operation {
  const { plan, entity, binding, links, accepted } = scene;
  const filters = plan.filters.flatMap((filter) => fieldIn(entity, filter) ?? []);
  const own = parametersOf(plan, binding, entity, filters);
  const isConditional =
    entity.versionField !== undefined && (plan.shape === "update" || plan.shape === "delete");
  const parameters = isConditional ? [...own, ifMatch] : own;
  const request = requestOf(scene, parameters);
  const response = responseOf(scene);
  const audiences = operationAudiences(
    plan,
    entity.name,
    links.domain.actors,
    accepted.system.api.audiences,
  );
  const auth = authOf(scene, audiences);
  const idempotency = idempotencyOf(plan, binding);
  const isRead = binding.method === "get";
  const mayReadStale = isRead && !plan.own;
  const sortable = sortsOf(plan, entity, scene.reading);
  const url = webhookUrlOf(scene, request);
  return {
    id,
    name: plan.name.slice(0, 120),
    description: plan.description,
    kind: isRead ? "query" : "command",
    entity: entity.id,
    http: { ...binding, status: statusOf(scene, response !== undefined) },
    exposure: "public",
    audiences,
    parameters,
    ...(request === undefined
      ? {}
      : { request: { schema: request, ...(url === undefined ? {} : { webhookUrl: url }) } }),
    ...(response === undefined
      ? {}
      : {
          response: {
            schema: response,
            collection: plan.shape === "list",
            ...(sortable.length === 0 ? {} : { sortable }),
            ...(plan.shape === "list" && asksForFields(scene.reading) ? { selectable: true } : {}),
          },
        }),
    errors: operationErrors(scene, {
      auth,
      parameters,
      idempotency,
      mayReadStale,
      ...(request === undefined ? {} : { request: { schema: request } }),
    }),
    auth,
    idempotency,
    mayReadStale,
    accessPatterns: readsOf(plan, entity, sortable),
    latencyBudgetMs: latencyBudget(accepted, isRead),
    since: accepted.system.api.versioning.current,
    requirements:
      links.cite(plan.requirements).length > 0
        ? links.cite(plan.requirements)
        : known(plan.requirements, accepted),
  };
}

/** RFC 9110 §13.1.1. */
const ifMatch: Operation["parameters"][number] = {
  id: "header-if-match",
  name: "if-match",
  in: "header",
  required: true,
  type: "string",
  maxLength: 200,
  samples: ['"3"'],
  description: "The ETag of what was read; refused where somebody has changed it since.",
};

function statusOf({ plan, binding }: Scene, hasBody: boolean): BindingPlan["status"] {
  // A batch is taken in now and worked through later.
  if (plan.bulk === true) return 202;
  if (!hasBody) return binding.status === 202 ? 202 : 204;
  return binding.status === 204 ? 200 : binding.status;
}

function known(ids: readonly string[], { system }: Design): readonly string[] {
  return ids.filter((id) => system.requirements.some((requirement) => requirement.id === id));
}

function requestOf(scene: Scene, parameters: Operation["parameters"]): string | undefined {
  const one = singleRequestOf(scene, parameters);
  const item = one === undefined ? undefined : scene.schemas.get(one);
  return scene.plan.bulk === true && item !== undefined
    ? put(scene, batchSchema(item, scene.entity))
    : one;
}

function singleRequestOf(scene: Scene, parameters: Operation["parameters"]): string | undefined {
  const { plan, entity, binding, hasCommands } = scene;
  if (binding.method === "get" || binding.method === "delete") return undefined;
  if (plan.accepts !== undefined || plan.acceptsValues.length > 0)
    return put(scene, requestSchema(plan, entity));
  if (plan.shape === "create") {
    const inPath = new Set(
      parameters.flatMap(({ in: place, field }) =>
        place === "path" && field !== undefined ? [field] : [],
      ),
    );
    return put(scene, createSchema(entity, inPath));
  }
  return plan.shape === "update" ? put(scene, updateSchema(entity, hasCommands)) : undefined;
}

function responseOf(scene: Scene): string | undefined {
  const { plan, entity, binding, context } = scene;
  if (plan.bulk === true) return put(scene, batchAnswer(plan));
  if (plan.answers !== undefined) return put(scene, answerSchema(plan, plan.answers));
  if (binding.status === 204 || binding.status === 202 || plan.shape === "delete") return undefined;
  const schema = readSchema(entity, context, scene.entityPlan?.computed);
  for (const { schema: part } of schema.properties) {
    const child = context.entities.find(({ id }) => id === part);
    if (child !== undefined) put(scene, readSchema(child, { ...context, entities: [] }));
  }
  const isOpen = plan.publicReason !== undefined && plan.shape !== "create";
  return put(scene, isOpen ? openSchema(schema, entity) : schema);
}

/** Adds a schema that holds something; gives back its id. */
function put({ schemas }: Scene, schema: BodySchema): string | undefined {
  if (schema.properties.length === 0) return undefined;
  const before = schemas.get(schema.id);
  if (before === undefined || before.properties.length < schema.properties.length)
    schemas.set(schema.id, schema);
  return schema.id;
}

function authOf(
  { plan, entityPlan, entity, accepted }: Scene,
  audiences: readonly string[],
): Operation["auth"] {
  if (plan.publicReason !== undefined)
    return { mechanisms: [], permissions: [], publicReason: plan.publicReason };
  const { mechanisms, permissions } = accepted.system.auth;
  const proofs = mechanisms.filter(({ kind }) => kind !== "signature");
  const own = proofs.filter(
    (mechanism) =>
      mechanism.audiences.length === 0 || mechanism.audiences.some((id) => audiences.includes(id)),
  );
  const chosen = (own.length > 0 ? own : proofs).map(({ id }) => id);
  const wanted = permissionOf(
    plan,
    entityPlan ?? { ...unknownPlan, id: entity.id, name: entity.name },
  );
  const resource = wanted?.split(":")[0];
  const verb = plan.shape === "list" || plan.shape === "read" ? "read" : "write";
  const found =
    permissions.find(({ name }) => name === wanted) ??
    permissions.find(({ name }) => name === `${resource ?? ""}:${verb}`);
  if (chosen.length === 0)
    return {
      mechanisms: [],
      permissions: [],
      publicReason: "No way to prove who calls is decided yet.",
    };
  return { mechanisms: chosen, permissions: found === undefined ? [] : [found.id] };
}

const unknownPlan: Omit<EntityPlan, "id" | "name"> = {
  description: "",
  context: "",
  words: [],
  fields: [],
  references: [],
  uniqueKeys: [],
  rules: [],
  requirements: [],
  basis: "stated",
  centrality: 0,
  rowsPerUser: 1,
};

/** Where webhooks are sent, where a request registers somebody for them. */
function webhookUrlOf({ plan, entity, schemas }: Scene, request?: string): string | undefined {
  if (plan.shape !== "create" || !/\bweb ?hooks?\b/i.test(entity.name)) return undefined;
  const property = schemas.get(request ?? "")?.properties.find(({ field, format }) => {
    const own = entity.fields.find(({ id }) => id === field);
    return format === "uri" || own?.format === "uri";
  });
  const named = entity.fields.find(({ id }) => id === property?.field)?.name;
  return property?.name ?? (named === undefined ? undefined : toCamel(named));
}

const FIELDS =
  /\bsparse field(?:set)?s?\b|\bfield (?:selection|masks?)\b|\bonly the (?:fields|properties)\b/i;

function asksForFields(reading: RequirementsReading): boolean {
  return inScope(reading).some(({ text }) => FIELDS.test(text));
}

/** How far something is that is done later, tells the query for it: the same path without the verb. */
function followLater(operations: readonly Operation[]): readonly Operation[] {
  return operations.map((operation) => {
    const { http } = operation;
    if (http?.status !== 202) return operation;
    const query = operations.find(
      ({ http: other, entity }) =>
        other?.method === "get" &&
        other.path.endsWith("}") &&
        entity === operation.entity &&
        http.path.startsWith(`${other.path}/`),
    );
    if (query === undefined) return operation;
    return { ...operation, progress: { operation: query.id, retryAfterSeconds: 5 } };
  });
}

function shapeOfPath(path: string): string {
  return path.replace(/\{[^}]+\}/g, "{}");
}
