import type { ContextInput, SystemInput } from "../sample/system-input.ts";
import type { Landscape } from "./arbitrary-landscape.ts";
import type { Draw } from "./draw.ts";

type Event = NonNullable<SystemInput["events"]>[number];
type Step = NonNullable<SystemInput["flows"]>[number]["steps"][number];

/** Events, flows and consistency decisions over what the contexts hold. */
export function arbitraryBehaviour(
  draw: Draw,
  landscape: Landscape,
  contexts: readonly ContextInput[],
): Pick<SystemInput, "events" | "flows" | "consistency"> {
  const eventIds = new Set<string>();
  const eventNames = new Set<string>();
  const events = Array.from({ length: draw.int(0, 3) }, () =>
    eventOf(draw, landscape, contexts, eventIds, eventNames),
  );
  const flowIds = new Set<string>();
  const flows = Array.from({ length: draw.int(0, 2) }, () => {
    const target = landscape.targets.find(({ measure }) => measure === "latency");
    return {
      id: draw.id(flowIds),
      name: draw.name(["flow"], new Set()),
      purpose: draw.prose(),
      steps: stepsOf(draw, landscape, contexts, events),
      ...(target !== undefined && draw.chance(70) ? { target: target.id } : {}),
      requirements: [...draw.some(landscape.requirementIds)],
    };
  });
  const consistency = draw.chance(50)
    ? [
        {
          id: draw.id(new Set()),
          name: draw.name(["consistency"], new Set()),
          contexts: [...landscape.contexts],
          pattern: draw.pick(["saga", "outbox", "eventual"] as const),
          description: draw.prose(),
          compensation: [draw.prose()],
        },
      ]
    : [];
  return { events, flows, consistency };
}

function eventOf(
  draw: Draw,
  landscape: Landscape,
  contexts: readonly ContextInput[],
  ids: Set<string>,
  names: Set<string>,
): Event {
  const producer = draw.pick(contexts);
  const entity = draw.pick(producer.entities ?? []);
  const shown = entity.fields.filter(({ classification }) => classification !== "secret");
  const payload = draw.some(shown).map(({ id }) => ({ id, field: id, required: draw.chance(80) }));
  return {
    id: draw.id(ids),
    name: draw.name(["happened"], names),
    description: draw.prose(),
    producer: producer.context,
    consumers: landscape.contexts.filter((id) => id !== producer.context && draw.chance(50)),
    subscribers: draw.chance(40) ? [...draw.some(landscape.actors)] : [],
    entity: `${producer.context}/${entity.id}`,
    payload: draw.chance(30)
      ? [...payload, { id: "payload-note", name: "payloadNote", type: "string", maxLength: 50 }]
      : payload,
    delivery: draw.pick(["at-most-once", "at-least-once", "effectively-once"]),
    orderingKey: draw.name(["key"], new Set()),
    deadLetter: draw.prose(),
  };
}

function stepsOf(
  draw: Draw,
  landscape: Landscape,
  contexts: readonly ContextInput[],
  events: readonly Event[],
): Step[] {
  const ids = new Set<string>();
  const inside = [...landscape.deployables, ...landscape.stores];
  const operations = contexts.flatMap(({ context, operations: own = [] }) =>
    own.map(({ id }) => `${context}/${id}`),
  );
  const first: Step = {
    id: draw.id(ids),
    name: draw.name(["ask"], new Set()),
    from: draw.pick(landscape.actors),
    to: draw.pick(landscape.deployables),
    mode: "sync",
    budgetMs: draw.int(1, 30),
    ...(operations.length > 0 && draw.chance(70) ? { operation: draw.pick(operations) } : {}),
  };
  const others = Array.from({ length: draw.int(0, 5) }, (): Step => {
    const isAsync = draw.chance(30);
    return {
      id: draw.id(ids),
      name: draw.name(["step"], new Set()),
      from: draw.pick(landscape.deployables),
      to: draw.pick(inside),
      mode: isAsync ? "async" : "sync",
      ...(draw.chance(30) ? { parallel: draw.pick(["one", "two", "end", "a b"]) } : {}),
      ...(isAsync && events.length > 0 ? { event: draw.pick(events).id } : {}),
      ...(draw.chance(80) ? { budgetMs: draw.int(0, 30) } : {}),
    };
  });
  return [first, ...others];
}
