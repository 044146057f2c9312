import { defaultTargets } from "../../../src/design/default-targets.ts";
import { DESIGN_VERSION } from "../../../src/design/schema/system.ts";
import type { SystemInput } from "../sample/system-input.ts";
import type { OperationSurroundings } from "./arbitrary-operations.ts";
import type { Draw } from "./draw.ts";

type Target = NonNullable<SystemInput["targets"]>[number];
type Deployable = NonNullable<SystemInput["deployables"]>[number];
type Store = NonNullable<SystemInput["stores"]>[number];

const STATUSES = [400, 401, 403, 404, 409, 412, 422, 429, 500, 503];

/** The first three units of a random Design, and the ids that later ones refer to. */
export interface Landscape {
  readonly contexts: readonly string[];
  readonly actors: readonly string[];
  readonly deployables: readonly string[];
  readonly stores: readonly string[];
  readonly databases: readonly string[];
  readonly caches: readonly string[];
  readonly targets: readonly Target[];
  readonly requirementIds: readonly string[];
  readonly access: Omit<OperationSurroundings, "context" | "requirements">;
  readonly sections: Pick<
    SystemInput,
    | "designVersion"
    | "title"
    | "summary"
    | "glossary"
    | "requirements"
    | "load"
    | "targets"
    | "actors"
    | "contexts"
    | "deployables"
    | "stores"
    | "api"
    | "auth"
    | "assumptions"
    | "openQuestions"
  >;
}

/** Requirements, landscape and access of a random Design. */
export function arbitraryLandscape(draw: Draw, contextCount: number): Landscape {
  const requirements = requirementsOf(draw);
  const targets = targetsOf(draw);
  const contextIds = new Set<string>(["system"]);
  const contextNames = new Set<string>();
  const contexts = Array.from({ length: contextCount }, () => ({
    id: draw.id(contextIds),
    name: draw.name(["area"], contextNames),
    purpose: draw.prose(),
    classification: draw.pick(["core", "supporting", "generic"] as const),
  }));
  const ids = contexts.map(({ id }) => id);
  const shared = new Set<string>();
  const names = new Set<string>();
  const actors = Array.from({ length: draw.int(1, 3) }, (_, index) => ({
    id: draw.id(shared),
    name: draw.name(["actor"], names),
    kind: index === 0 ? ("person" as const) : draw.pick(["person", "external-system"] as const),
    description: draw.prose(),
  }));
  const deployables = deployablesOf(draw, ids, shared, names);
  const stores = storesOf(draw, ids, shared, names);
  const { api, auth, access } = accessOf(
    draw,
    actors.map(({ id }) => id),
  );
  return {
    contexts: ids,
    actors: actors.map(({ id }) => id),
    deployables: deployables.map(({ id }) => id),
    stores: stores.map(({ id }) => id),
    databases: stores.filter(({ kind }) => kind === "relational").map(({ id }) => id),
    caches: stores.filter(({ kind }) => kind === "cache").map(({ id }) => id),
    targets,
    requirementIds: requirements.flatMap(({ id, scope }) => (scope === "in" ? [id] : [])),
    access,
    sections: {
      designVersion: DESIGN_VERSION,
      title: draw.name(["title"], new Set()),
      summary: draw.prose(),
      glossary: draw.chance(50)
        ? [
            {
              id: draw.id(new Set()),
              name: draw.name(["term"], new Set()),
              definition: draw.prose(),
            },
          ]
        : [],
      requirements,
      load: loadOf(draw),
      targets,
      actors,
      contexts,
      deployables,
      stores,
      api,
      auth,
      assumptions: draw.chance(50)
        ? [{ id: draw.id(new Set()), text: draw.prose(), reason: draw.prose(), unit: "landscape" }]
        : [],
      openQuestions: requirements
        .filter(({ scope }) => scope === "open")
        .map(({ id }) => ({
          id,
          text: draw.prose(),
          meanwhile: draw.prose(),
          unit: "requirements",
          requirement: id,
        })),
    },
  };
}

function requirementsOf(draw: Draw) {
  const ids = new Set<string>();
  return Array.from({ length: draw.int(0, 6) }, () => ({
    id: draw.id(ids),
    kind: draw.pick(["functional", "quality", "constraint"] as const),
    name: draw.name(["need"], new Set()),
    text: draw.prose(),
    priority: draw.pick(["must", "should", "could"] as const),
    scope: draw.pick(["in", "in", "in", "out", "open"] as const),
    reason: draw.prose(),
  }));
}

function targetsOf(draw: Draw): Target[] {
  return defaultTargets.map((target) => {
    const stated = draw.chance(30);
    if (!stated) return { ...target, basis: "assumed" as const, reason: draw.prose() };
    const value = target.unit === "percent" ? target.value : target.value + draw.int(0, 100);
    return { ...target, value, basis: "stated" as const };
  });
}

function loadOf(draw: Draw): SystemInput["load"] {
  function quantity(value: number) {
    return { value, basis: draw.pick(["stated", "assumed"] as const), reason: draw.prose() };
  }
  return {
    registeredUsers: quantity(draw.int(0, 10_000_000)),
    concurrentUsers: quantity(draw.int(0, 100_000)),
    thinkTimeSeconds: quantity(draw.int(1, 120)),
    peakFactor: quantity(draw.int(1, 10)),
    readShare: quantity(draw.int(0, 100) / 100),
    requestBytes: quantity(draw.int(100, 10_000)),
    responseBytes: quantity(draw.int(100, 100_000)),
    growthPercentPerYear: quantity(draw.int(0, 300)),
  };
}

function deployablesOf(
  draw: Draw,
  contexts: readonly string[],
  ids: Set<string>,
  names: Set<string>,
): Deployable[] {
  const hosted = draw.chance(40) ? [contexts] : contexts.map((context) => [context]);
  const services = hosted.map((group): Deployable => ({
    ...deployable(draw, ids, names),
    kind: "service",
    contexts: [...group],
  }));
  const worker: Deployable = { ...deployable(draw, ids, names), kind: "worker" };
  const all = draw.chance(50) ? [...services, worker] : services;
  // Only earlier ones are called synchronously, so that no cycle comes about.
  return all.map((one, index) => ({
    ...one,
    dependencies: draw.some(all.slice(0, index)).map(({ id }) => ({
      on: id,
      mode: draw.pick(["sync", "async"] as const),
      purpose: draw.prose(),
      degradable: draw.chance(50),
      reason: draw.prose(),
    })),
  }));
}

function deployable(draw: Draw, ids: Set<string>, names: Set<string>) {
  return {
    id: draw.id(ids),
    name: draw.name(["process"], names),
    team: draw.name(["team"], new Set()),
    technology: draw.name(["runtime"], new Set()),
    stateless: true,
  };
}

function storesOf(
  draw: Draw,
  contexts: readonly string[],
  ids: Set<string>,
  names: Set<string>,
): Store[] {
  const engines = [
    ["relational", "postgresql"],
    ...(draw.chance(30) ? ([["relational", "postgresql"]] as const) : []),
    ...(draw.chance(60) ? ([["cache", "redis"]] as const) : []),
    ...(draw.chance(60) ? ([["stream", "kafka"]] as const) : []),
    ...(draw.chance(20) ? ([["search", "opensearch"]] as const) : []),
  ] as const;
  return engines.map(([kind, engine]) => ({
    id: draw.id(ids),
    name: draw.name(["storage"], names),
    kind,
    engine,
    contexts: [...contexts],
    purpose: draw.prose(),
    replicas: draw.int(0, 3),
  }));
}

function accessOf(draw: Draw, actors: readonly string[]) {
  const errorIds = new Set<string>();
  const errors = STATUSES.map((status) => ({
    id: draw.id(errorIds),
    status,
    name: draw.name([`problem ${status}`], new Set()),
    retryable: status === 429 || status === 503,
    clientAction: draw.prose(),
  }));
  const audienceIds = new Set<string>();
  const audiences = Array.from({ length: draw.int(1, 3) }, () => ({
    id: draw.id(audienceIds),
    name: draw.name(["audience"], new Set()),
    description: draw.prose(),
    ...(draw.chance(60)
      ? { kind: draw.pick(["mobile", "web", "partner", "device", "internal"] as const) }
      : {}),
  }));
  const mechanismIds = new Set<string>();
  const mechanisms = Array.from({ length: draw.int(1, 3) }, () => ({
    id: draw.id(mechanismIds),
    name: draw.name(["proof"], new Set()),
    kind: draw.pick([
      "jwt",
      "oauth2",
      "openid-connect",
      "session",
      "api-key",
      "mutual-tls",
    ] as const),
    audiences: draw.chance(30) ? [...draw.some(audiences.map(({ id }) => id))] : [],
    description: draw.prose(),
    accessTokenMinutes: draw.int(1, 60),
  }));
  const permissionIds = new Set<string>();
  const permissions = Array.from({ length: draw.int(0, 3) }, () => {
    const id = draw.id(permissionIds);
    return { id, name: `${id}:use`, description: draw.prose() };
  });
  const role = {
    id: draw.id(new Set()),
    name: draw.name(["role"], new Set()),
    description: draw.prose(),
    actors: [...draw.some(actors)],
    permissions: permissions.map(({ id }) => id),
  };
  const api: SystemInput["api"] = {
    basePath: draw.pick(["", "/api", "/api/library"]),
    versioning: {
      scheme: draw.pick(["path", "header", "media-type"]),
      current: draw.pick(["v1", "v2", "v10"]),
      sunsetMonths: draw.int(1, 24),
      migration: draw.prose(),
    },
    pagination: {
      style: draw.pick(["cursor", "offset"]),
      defaultLimit: draw.int(1, 50),
      maximumLimit: draw.int(50, 500),
    },
    idempotency: { header: "Idempotency-Key", retentionHours: draw.int(1, 72) },
    problemBase: "https://api.example.com/problems/",
    audiences,
    errors,
    rateLimits: audiences.map(({ id }) => ({
      id,
      audience: id,
      requestsPerMinute: draw.int(1, 1_000),
      burst: draw.int(1, 100),
    })),
    ...(draw.chance(50) ? { tracing: "w3c" as const } : {}),
  };
  return {
    api,
    auth: { mechanisms, permissions, roles: [role] },
    access: {
      errors: new Map(errors.map(({ id, status }) => [status, id])),
      audiences: audiences.map(({ id }) => id),
      mechanisms: mechanisms.map(({ id }) => id),
      permissions: permissions.map(({ id }) => id),
    },
  };
}
