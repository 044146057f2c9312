import type {
  Actor,
  Design,
  DomainEvent,
  Flow,
  FlowStep,
  Store,
  Target,
} from "../../../design/design.ts";
import { toKebab, uniqueName } from "../../../util/naming.ts";
import type { OwnedOperation } from "../../../design/operations-of.ts";
import { operationsOf } from "../../../design/operations-of.ts";
import { actorOf } from "../actor-of.ts";
import { asName } from "../as-name.ts";
import { entityOf } from "../entity-of.ts";
import { entryOf } from "../entry-of.ts";
import { hostOf } from "../host-of.ts";
import { storeOf } from "../store-of.ts";
import { textOf } from "../text-of.ts";

const MAXIMUM_FLOWS = 12;
const MAXIMUM_FLOWS_PER_CONTEXT = 4;
/** Share of a latency target that is allotted; the rest is reserve. */
const ALLOTTED_SHARE = 0.9;

type DraftStep = Omit<FlowStep, "id" | "budgetMs"> & { readonly weight?: number };

/** A flow for what matters most: writes, calls of external systems, and what has a latency target. */
export function draftFlows(design: Design, events: readonly DomainEvent[]): readonly Flow[] {
  const perContext = new Map<string, number>();
  const ids = new Set<string>();
  return operationsOf(design)
    .filter(({ operation }) => operation.exposure === "public" && operation.http !== undefined)
    .map((placed, position) => ({ placed, position, weight: importance(placed, design, events) }))
    .sort((a, b) => b.weight - a.weight || a.position - b.position)
    .filter(({ placed }) => {
      const count = (perContext.get(placed.context.context) ?? 0) + 1;
      perContext.set(placed.context.context, count);
      return count <= MAXIMUM_FLOWS_PER_CONTEXT;
    })
    .slice(0, MAXIMUM_FLOWS)
    .sort((a, b) => a.position - b.position)
    .flatMap(({ placed }) => {
      const flow = draftFlow(placed, design, events, ids);
      return flow === undefined ? [] : [flow];
    });
}

function importance(
  placed: OwnedOperation,
  design: Design,
  events: readonly DomainEvent[],
): number {
  const { operation } = placed;
  return (
    (externalsOf(placed, design).length > 0 ? 5 : 0) +
    (eventsOf(placed, events).length > 0 ? 3 : 0) +
    (statedTarget(placed, design) === undefined ? 0 : 3) +
    (operation.kind === "command" ? 2 : 0) +
    (operation.http?.method === "post" ? 1 : 0) -
    (operation.http?.method === "delete" ? 1 : 0)
  );
}

function draftFlow(
  placed: OwnedOperation,
  design: Design,
  events: readonly DomainEvent[],
  ids: Set<string>,
): Flow | undefined {
  const { operation, context, key } = placed;
  const actor = actorOf(design, operation.requirements);
  const entry = entryOf(design, context.context);
  const host = hostOf(design, context.context);
  if (actor === undefined || entry === undefined || host === undefined) return undefined;
  const steps: DraftStep[] = [
    {
      name: asName(operation.name),
      from: actor.id,
      to: entry.id,
      mode: "sync",
      operation: key,
      weight: 1,
    },
    ...(entry.id === host.id
      ? []
      : [
          {
            name: "Verify the caller and route",
            from: entry.id,
            to: host.id,
            mode: "sync" as const,
            weight: 1,
          },
        ]),
    ...storeSteps(placed, host.id, design),
    ...externalSteps(placed, host.id, design, "sync"),
    ...eventSteps(placed, host.id, design, events),
    ...externalSteps(placed, host.id, design, "async"),
  ];
  const target = statedTarget(placed, design) ?? defaultTarget(placed, design);
  const id = uniqueName(toKebab(operation.id), ids);
  ids.add(id);
  return {
    id,
    name: asName(operation.name),
    purpose: operation.description,
    steps: withBudgets(steps, target === undefined ? operation.latencyBudgetMs : limitOf(target)),
    ...(target === undefined ? {} : { target: target.id }),
    requirements: operation.requirements,
  };
}

function storeSteps(
  { operation, context }: OwnedOperation,
  host: string,
  design: Design,
): readonly DraftStep[] {
  const relational = storeOf(design, context.context, "relational");
  const cache = operation.mayReadStale ? storeOf(design, context.context, "cache") : undefined;
  const search = /search/i.test(operation.id)
    ? storeOf(design, context.context, "search")
    : undefined;
  const entity =
    context.entities.find(({ id }) => id === operation.entity)?.name.toLowerCase() ?? "data";
  const steps: DraftStep[] = [];
  const step = (name: string, store: Store, weight: number): void => {
    steps.push({ name: asName(name), from: host, to: store.id, mode: "sync", weight });
  };
  if (cache !== undefined) step(`Look the ${entity} up in the cache`, cache, 1);
  if (search !== undefined) step(`Search the ${entity} index`, search, 3);
  else if (relational !== undefined) {
    const isQuery = operation.kind === "query";
    const verb = isQuery ? (cache === undefined ? "Read" : "On a miss, read") : "Write";
    step(`${verb} the ${entity}${isQuery ? "" : " in one transaction"}`, relational, 3);
  }
  return steps;
}

/** Called by whoever depends on it: the host while the caller waits, or a worker afterwards. */
function externalSteps(
  placed: OwnedOperation,
  host: string,
  design: Design,
  mode: FlowStep["mode"],
): readonly DraftStep[] {
  return externalsOf(placed, design).flatMap((external) => {
    const callers = design.system.deployables.flatMap(({ id, dependencies }) => {
      const dependency = dependencies.find(({ on }) => on === external.id);
      return dependency === undefined ? [] : [{ id, mode: dependency.mode }];
    });
    const own = callers.find(({ id }) => id === host);
    // Whoever else calls it does so after it has heard of what happened: nobody waits for that.
    const caller = own ?? (mode === "async" ? callers[0] : undefined);
    if (caller === undefined || (own !== undefined && own.mode !== mode)) return [];
    const verb = caller.mode === "sync" ? "Ask" : "Hand to";
    return [{ name: asName(`${verb} ${external.name}`), from: caller.id, to: external.id, mode }];
  });
}

function eventSteps(
  placed: OwnedOperation,
  host: string,
  design: Design,
  events: readonly DomainEvent[],
): readonly DraftStep[] {
  const { context } = placed.context;
  const stream =
    storeOf(design, context, "stream") ??
    design.system.stores.find(({ kind }) => kind === "stream");
  return eventsOf(placed, events).flatMap((event) => {
    const consumers = consumersOf(event, design).filter((id) => id !== host);
    const webhooks = event.subscribers.map((to) => ({
      name: asName(`Send webhook: ${event.name}`),
      from: host,
      to,
      mode: "async" as const,
      event: event.id,
    }));
    if (stream === undefined) {
      return [
        ...consumers.map((to) => ({
          name: asName(`Tell: ${event.name}`),
          from: host,
          to,
          mode: "async" as const,
          event: event.id,
        })),
        ...webhooks,
      ];
    }
    return [
      {
        name: asName(`Publish: ${event.name}`),
        from: host,
        to: stream.id,
        mode: "async" as const,
        event: event.id,
      },
      ...consumers.map((to) => ({
        name: asName(`Deliver: ${event.name}`),
        from: stream.id,
        to,
        mode: "async" as const,
        event: event.id,
      })),
      ...webhooks,
    ];
  });
}

/** Hosts of the consumers, and the workers that listen to the producer. */
function consumersOf(event: DomainEvent, design: Design): readonly string[] {
  const hosts = event.consumers.flatMap((context) => hostOf(design, context)?.id ?? []);
  const workers = design.system.deployables
    .filter(({ kind, contexts }) => kind === "worker" && contexts.includes(event.producer))
    .map(({ id }) => id);
  return [...new Set([...hosts, ...workers])];
}

/** The events that this operation causes: it creates the entity, or names the state. */
function eventsOf(placed: OwnedOperation, events: readonly DomainEvent[]): readonly DomainEvent[] {
  const { operation, context } = placed;
  if (operation.kind !== "command" || operation.entity === undefined) return [];
  const verb = verbStem(operation.name);
  return events.filter(({ entity, name }) => {
    if (entity !== `${context.context}/${operation.entity}`) return false;
    const state = name.split(" ").at(-1) ?? "";
    const creates = operation.http?.method === "post" && operation.http.status === 201;
    const isPlainCreate = creates && !(operation.http?.path.includes("}/") ?? false);
    return (
      (isPlainCreate && /^(?:created|placed)$/.test(state)) ||
      operation.id.split("-").some((word) => state === word) ||
      (verb.length > 2 && state.startsWith(verb))
    );
  });
}

/** External systems that a statement ties to this operation. */
function externalsOf(placed: OwnedOperation, design: Design): readonly Actor[] {
  const { operation } = placed;
  if (operation.kind !== "command") return [];
  const entity = entityOf(placed)?.name.toLowerCase();
  const verb = verbStem(operation.name);
  return design.system.actors.filter((actor) => {
    if (actor.kind !== "external-system") return false;
    if (actor.requirements.some((id) => operation.requirements.includes(id))) return true;
    if (entity === undefined || verb.length < 3) return false;
    return actor.requirements.some((id) => {
      const text = textOf(design, [id]).toLowerCase();
      return text.includes(entity) && new RegExp(`\\b${verb}\\w*`).test(text);
    });
  });
}

function verbStem(name: string): string {
  const verb = /^[A-Za-z]+/.exec(name)?.[0].toLowerCase() ?? "";
  return verb.replace(/e$/, "");
}

/** The latency target that shares a requirement with the operation, or speaks of its entity and verb. */
function statedTarget(placed: OwnedOperation, design: Design): Target | undefined {
  const { operation } = placed;
  const entity = entityOf(placed)?.name.toLowerCase();
  const verb = verbStem(operation.name);
  return design.system.targets.find(({ measure, basis, requirements, scope, name }) => {
    if (measure !== "latency" || basis !== "stated") return false;
    if (requirements.some((id) => operation.requirements.includes(id))) return true;
    const text = `${scope} ${name} ${textOf(design, requirements)}`.toLowerCase();
    return (
      entity !== undefined &&
      verb.length > 2 &&
      text.includes(entity) &&
      new RegExp(`\\b${verb}`).test(text)
    );
  });
}

/**
 * The tightest general latency target that leaves the operation its own budget. A stated target is
 * about what it names, and nothing else is held to it.
 */
function defaultTarget({ operation }: OwnedOperation, { system }: Design): Target | undefined {
  const budget = operation.latencyBudgetMs ?? 0;
  return system.targets
    .filter(({ measure, basis }) => measure === "latency" && basis === "assumed")
    .filter((target) => limitOf(target) >= budget)
    .toSorted((a, b) => limitOf(a) - limitOf(b))[0];
}

/** In milliseconds; latencies are in `ms` or `s`. */
function limitOf({ value, unit }: Target): number {
  return unit === "s" ? value * 1000 : value;
}

/** Allots milliseconds to the steps by weight. Calls of external systems are not ours to budget. */
function withBudgets(steps: readonly DraftStep[], limit = 0): readonly FlowStep[] {
  const total = steps.reduce(
    (sum, { mode, weight }) => sum + (mode === "sync" ? (weight ?? 0) : 0),
    0,
  );
  return steps.map(({ weight, ...step }, index) => ({
    id: `step-${index + 1}`,
    ...step,
    ...(limit === 0 || weight === undefined || step.mode === "async"
      ? {}
      : { budgetMs: Math.floor((limit * ALLOTTED_SHARE * weight) / total) }),
  }));
}
