import type { Deployable, Design } from "../../design/design.ts";
import type { FlowchartEdge } from "./flowchart.ts";
import { safeId } from "./safe-id.ts";
import { shortText } from "./short-text.ts";

/** A label longer than this is left to the documents. */
const LONGEST_LABEL = 40;

/** Who needs whom at run time: read off dependencies, stores, events, flows and pipelines. */
export function containerEdges(design: Design): readonly FlowchartEdge[] {
  const events = eventEdges(design);
  const stores = storeEdges(design);
  const explained = new Set(stores.map(pairOf));
  const reached = hops(events);
  const direct = dependencyEdges(design).filter(
    ({ from, to, mode }) => mode === "sync" || !reached.has(`${from} ${to}`),
  );
  const known = new Set([...explained, ...events.map(pairOf), ...direct.map(pairOf)]);
  const fromFlows = flowEdges(design).filter((edge) => !known.has(pairOf(edge)));
  return uniqueEdges([
    ...actorEdges(design),
    ...direct,
    ...stores,
    ...fromFlows,
    ...events,
    ...pipelineEdges(design, known),
  ]);
}

/** A process has its purposes on all its arrows or on none: half of them would only puzzle. */
function dependencyEdges({ system }: Design): readonly FlowchartEdge[] {
  const deployables = new Set(system.deployables.map(({ id }) => id));
  return system.deployables.flatMap(({ id, dependencies }) => {
    const labels = dependencies.map(({ purpose }) => shortText(purpose, LONGEST_LABEL));
    const isLabelled = !labels.includes(undefined);
    return dependencies.flatMap(({ on, mode }, index): readonly FlowchartEdge[] => {
      const label = labels[index];
      if (on === id) return [];
      return [
        {
          from: safeId("run", id),
          to: safeId(deployables.has(on) ? "run" : "actor", on),
          mode,
          ...(isLabelled && label !== undefined ? { label } : {}),
          subject: `system/deployable/${id}`,
        },
      ];
    });
  });
}

function storeEdges({ system }: Design): readonly FlowchartEdge[] {
  return system.stores.flatMap(({ id, kind, contexts }) => {
    if (kind === "stream") return [];
    return hostsOf(system.deployables, contexts).map((host): FlowchartEdge => ({
      from: safeId("run", host.id),
      to: safeId("store", id),
      mode: "sync",
      ...(kind === "relational" ? { label: "SQL" } : {}),
      subject: `system/store/${id}`,
    }));
  });
}

/** Through the stream that serves the producer, or straight to the consumer where there is none. */
function eventEdges({ system }: Design): readonly FlowchartEdge[] {
  const streams = system.stores.filter(({ kind }) => kind === "stream");
  const named = new Map<string, { readonly edge: FlowchartEdge; readonly names: string[] }>();

  function add(from: string, to: string, name: string | undefined, subject: string): void {
    if (from === to) return;
    const key = `${from} ${to}`;
    const known = named.get(key) ?? { edge: { from, to, mode: "async", subject }, names: [] };
    if (name !== undefined && !known.names.includes(name)) known.names.push(name);
    named.set(key, known);
  }

  for (const event of system.events) {
    const subject = `system/event/${event.id}`;
    const stream =
      streams.find(({ contexts }) => contexts.includes(event.producer)) ??
      streams.find(({ contexts }) => contexts.length === 0) ??
      streams[0];
    const producers = preferred(
      hostsOf(system.deployables, [event.producer]),
      (kind) => kind !== "worker",
    );
    const consumers = preferred(
      hostsOf(system.deployables, event.consumers),
      (kind) => kind === "worker",
    );
    for (const producer of producers) {
      const from = safeId("run", producer.id);
      if (stream !== undefined) add(from, safeId("store", stream.id), event.name, subject);
      else
        for (const consumer of consumers)
          add(from, safeId("run", consumer.id), event.name, subject);
    }
    if (stream === undefined) continue;
    for (const consumer of consumers) {
      add(safeId("store", stream.id), safeId("run", consumer.id), undefined, subject);
    }
  }
  return [...named.values()].map(({ edge, names }) => {
    const label = eventLabel(names);
    return label === undefined ? edge : { ...edge, label };
  });
}

function eventLabel(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const joined = names.join(", ");
  return joined.length <= LONGEST_LABEL ? joined : `${names.length} events`;
}

/** People come in where a flow or a link says so, else through the gateway. */
function actorEdges({ system }: Design): readonly FlowchartEdge[] {
  const hosts = new Map(system.deployment.nodes.map(({ id, hosts: hosted }) => [id, hosted]));
  const deployables = new Set(system.deployables.map(({ id }) => id));
  const gateways = system.deployables.filter(({ kind }) => kind === "gateway");
  const services = system.deployables.filter(({ kind }) => kind === "service");
  return system.actors.flatMap(({ id, kind }): readonly FlowchartEdge[] => {
    const stated = [
      ...system.flows
        .flatMap(({ steps }) => steps)
        .filter(({ from }) => from === id)
        .map(({ to }) => to),
      ...system.deployment.links
        .filter(({ from }) => from === id)
        .map(({ to }) => hosts.get(to) ?? to),
    ].filter((target) => deployables.has(target));
    const assumed =
      kind === "person" ? (gateways.length > 0 ? gateways : services).map((entry) => entry.id) : [];
    return [...new Set(stated.length > 0 ? stated : assumed)].map((target) => ({
      from: safeId("actor", id),
      to: safeId("run", target),
      label: "HTTPS",
      mode: "sync",
      subject: `system/actor/${id}`,
    }));
  });
}

function flowEdges({ system }: Design): readonly FlowchartEdge[] {
  const prefixes = new Map([
    ...system.actors.map(({ id }) => [id, "actor"] as const),
    ...system.stores.map(({ id }) => [id, "store"] as const),
    ...system.deployables.map(({ id }) => [id, "run"] as const),
  ]);
  return system.flows.flatMap(({ id: flow, steps }) =>
    steps.flatMap(({ from, to, mode }): readonly FlowchartEdge[] => {
      const source = prefixes.get(from);
      const target = prefixes.get(to);
      if (source !== "run" || target === undefined || from === to) return [];
      // An answer to an actor or a person is not a dependency.
      if (target === "actor" && isPerson(system.actors, to)) return [];
      const subject = `system/flow/${flow}`;
      return [{ from: safeId(source, from), to: safeId(target, to), mode, subject }];
    }),
  );
}

/** A pipeline that joins what is joined already says nothing new at this level. */
function pipelineEdges({ system }: Design, known: ReadonlySet<string>): readonly FlowchartEdge[] {
  const stores = new Set(system.stores.map(({ id }) => id));
  const actors = new Set(system.actors.map(({ id }) => id));
  const streams = system.stores.filter(({ kind }) => kind === "stream");
  const drawn = new Set(known);
  return system.governance.pipelines.flatMap(({ id, kind, source, sink }) => {
    const event = system.events.find((candidate) => candidate.id === source);
    const hosts = hostsOf(system.deployables, event === undefined ? [] : [event.producer]);
    const starts = stores.has(source)
      ? [safeId("store", source)]
      : actors.has(source)
        ? [safeId("actor", source)]
        : streams.length > 0
          ? streams.slice(0, 1).map((stream) => safeId("store", stream.id))
          : hosts.map((host) => safeId("run", host.id));
    const to = safeId("store", sink);
    return starts
      .filter((from) => from !== to && !drawn.has(`${from} ${to}`))
      .map((from): FlowchartEdge => {
        drawn.add(`${from} ${to}`);
        const label = kind.replaceAll("-", " ");
        return { from, to, mode: "async", label, subject: `system/pipeline/${id}` };
      });
  });
}

/** Of the processes that share a context, those of the kind that does this work; all if none is. */
function preferred(
  hosts: readonly Deployable[],
  does: (kind: Deployable["kind"]) => boolean,
): readonly Deployable[] {
  const some = hosts.filter(({ kind }) => does(kind));
  return some.length > 0 ? some : hosts;
}

function hostsOf(
  deployables: readonly Deployable[],
  contexts: readonly string[],
): readonly Deployable[] {
  return deployables.filter((deployable) =>
    deployable.contexts.some((id) => contexts.includes(id)),
  );
}

function isPerson(actors: Design["system"]["actors"], id: string): boolean {
  return actors.find((actor) => actor.id === id)?.kind === "person";
}

/** Pairs that events join over a stream. */
function hops(events: readonly FlowchartEdge[]): ReadonlySet<string> {
  return new Set(
    events.flatMap((first) => [
      pairOf(first),
      ...events.filter(({ from }) => from === first.to).map(({ to }) => `${first.from} ${to}`),
    ]),
  );
}

function pairOf({ from, to }: FlowchartEdge): string {
  return `${from} ${to}`;
}

function uniqueEdges(edges: readonly FlowchartEdge[]): readonly FlowchartEdge[] {
  const known = new Map<string, FlowchartEdge>();
  for (const edge of edges) {
    const key = `${pairOf(edge)} ${edge.mode}`;
    if (!known.has(key)) known.set(key, edge);
  }
  return [...known.values()];
}
