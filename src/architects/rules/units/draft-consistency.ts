import type { Design, DomainEvent, Flow, System } from "../../../design/design.ts";
import { operationsOf } from "../../../design/operations-of.ts";
import { asName } from "../as-name.ts";
import { citing } from "../citing.ts";
import { listed } from "../listed.ts";
import { textOf } from "../text-of.ts";

type Consistency = System["consistency"][number];

/** Reactions that change what others own, so that a failure has to be undone. */
const UNDONE = /\b(?:reserv|releas|charg|refund|debit|credit|transfer|deduct|stock|payment)/i;

/** How data that changes together is kept true: only the patterns that this Design needs. */
export function draftConsistency(
  design: Design,
  events: readonly DomainEvent[],
  flows: readonly Flow[],
): readonly Consistency[] {
  return [
    ...transactions(design),
    ...outbox(events, design),
    ...flows.flatMap((flow) => saga(flow, events, design)),
    ...staleReads(design),
  ];
}

function transactions(design: Design): readonly Consistency[] {
  const contexts = design.contexts.filter(({ entities }) => entities.length > 0);
  if (contexts.length === 0) return [];
  const names = contexts.map(({ context }) => nameOf(context, design));
  return [
    {
      id: "transactions",
      name: "One transaction for each command",
      contexts: contexts.map(({ context }) => context),
      pattern: "acid",
      description: `Inside ${listed(names)} a command changes its rows in one database transaction; foreign keys, unique keys and checks of the schema hold at its end.`,
      compensation: [],
      requirements: citing(design, /\b(?:transaction|acid\b|integrity|consisten|atomic)/i),
    },
  ];
}

function outbox(events: readonly DomainEvent[], design: Design): readonly Consistency[] {
  const producers = [...new Set(events.map(({ producer }) => producer))];
  const consumers = [...new Set(events.flatMap((event) => event.consumers))];
  if (producers.length === 0) return [];
  return [
    {
      id: "outbox",
      name: "Events through an outbox",
      contexts: producers,
      pattern: "outbox",
      description: `${listed(producers.map((id) => nameOf(id, design)))} write an event into an outbox table in the transaction that causes it; a relay publishes it at least once, so consumers ignore what they have seen.`,
      tables: ["outbox"],
      compensation: [],
      requirements: [...new Set(events.flatMap(({ requirements }) => requirements))],
    },
    ...(consumers.length === 0
      ? []
      : [
          {
            id: "inbox",
            name: "Messages are handled once",
            contexts: consumers,
            pattern: "eventual" as const,
            description: `${listed(consumers.map((id) => nameOf(id, design)))} write the id of a message into an inbox table in the transaction that handles it; a second delivery finds it there and is ignored.`,
            tables: ["inbox" as const],
            compensation: [],
            requirements: [],
          },
        ]),
  ];
}

/** A flow that leaves its context cannot be one transaction. */
function saga(flow: Flow, events: readonly DomainEvent[], design: Design): readonly Consistency[] {
  // What is only told afterwards (an email) is not undone.
  const externals = flow.steps.flatMap(({ to, mode }) =>
    mode === "async"
      ? []
      : design.system.actors.filter(({ id, kind }) => id === to && kind === "external-system"),
  );
  // Telling others is no transaction; only a reaction that a statement demands has to be undone.
  const told = flow.steps.flatMap(({ event }) =>
    events.filter(
      ({ id, requirements }) => id === event && UNDONE.test(textOf(design, requirements)),
    ),
  );
  const consumers = [...new Set(told.flatMap((event) => event.consumers))];
  const operation = flow.steps.find((step) => step.operation !== undefined)?.operation;
  const producer = operation?.split("/")[0];
  if (producer === undefined || (externals.length === 0 && consumers.length === 0)) return [];
  const isWrite = operationsOf(design).some(
    ({ key, operation: { kind } }) => key === operation && kind === "command",
  );
  if (!isWrite) return [];
  const compensation = [
    ...externals.map(
      ({ name }) => `Undo at ${name} what was asked of it (void, refund or cancel).`,
    ),
    ...consumers.map((id) => `${nameOf(id, design)} undoes what it did for the event.`),
    `${nameOf(producer, design)} marks the operation as failed and tells the caller.`,
  ];
  return [
    {
      id: `saga-${flow.id}`.slice(0, 64).replace(/-+$/, ""),
      name: asName(`Saga: ${flow.name}`),
      contexts: [producer, ...consumers],
      pattern: "saga",
      description: `${flow.name} reaches ${listed([...externals.map(({ name }) => name), ...consumers.map((id) => nameOf(id, design))])}: each step commits on its own, and a failure is undone step by step in reverse order.`,
      tables: ["saga"],
      compensation,
      requirements: flow.requirements,
    },
  ];
}

function staleReads(design: Design): readonly Consistency[] {
  const stale = operationsOf(design).filter(({ operation }) => operation.mayReadStale);
  const contexts = [...new Set(stale.map(({ context }) => context.context))];
  if (contexts.length === 0) return [];
  const names = stale.slice(0, 5).map(({ operation }) => operation.name);
  const more = stale.length > names.length ? ` and ${stale.length - names.length} more` : "";
  return [
    {
      id: "stale-reads",
      name: "Reads that may be seconds old",
      contexts,
      pattern: "eventual",
      description: `A replica or a cache may answer: ${names.join(", ")}${more}. Whoever has just written reads from the primary.`,
      compensation: [],
      requirements: [],
    },
  ];
}

function nameOf(context: string, { system }: Design): string {
  return system.contexts.find(({ id }) => id === context)?.name ?? context;
}
