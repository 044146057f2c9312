import type { Design, DomainEvent } from "../../design/design.ts";
import { topicOf } from "../contract/topic-of.ts";
import type { Diagram } from "./diagram.ts";
import type { FlowchartEdge, FlowchartNode } from "./flowchart.ts";
import { renderFlowchart } from "./render-flowchart.ts";
import { safeId } from "./safe-id.ts";

/** More topics than this make a picture that nobody follows. */
const MOST_TOPICS = 8;
/** Names in a box before the rest is counted. */
const MOST_NAMES = 3;

/** Who tells whom of what: producers, topics and consumers; one picture for each producer when large. */
export function eventDiagrams(design: Design): readonly Diagram[] {
  const { events, title, contexts } = design.system;
  if (events.length === 0) return [];
  if (new Set(events.map(topicOf)).size <= MOST_TOPICS) {
    return [diagram("events", `${title} - events`, events, design)];
  }
  return contexts.flatMap(({ id, name }) =>
    inParts(events.filter(({ producer }) => producer === id)).map((own, index) =>
      diagram(
        index === 0 ? `events-${id}` : `events-${id}-${index + 1}`,
        `${title} - events of ${name}`,
        own,
        design,
      ),
    ),
  );
}

function inParts(events: readonly DomainEvent[]): readonly (readonly DomainEvent[])[] {
  const topics = [...new Set(events.map(topicOf))];
  const count = Math.ceil(topics.length / MOST_TOPICS);
  return Array.from({ length: count }, (_, part) => {
    const own = new Set(topics.slice(part * MOST_TOPICS, (part + 1) * MOST_TOPICS));
    return events.filter((event) => own.has(topicOf(event)));
  });
}

function diagram(
  name: string,
  title: string,
  events: readonly DomainEvent[],
  { system }: Design,
): Diagram {
  const edges = events.flatMap(edgesOf);
  const used = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes: readonly FlowchartNode[] = [
    ...system.contexts.map(({ id, name: text }) => ({
      id: safeId("context", id),
      kind: "svc" as const,
      name: text,
      subject: `system/context/${id}`,
    })),
    ...topicNodes(events),
    ...system.actors.map(({ id, name: text }) => ({
      id: safeId("actor", id),
      kind: "ext" as const,
      name: text,
      detail: "by webhook",
      subject: `system/actor/${id}`,
    })),
  ];
  return renderFlowchart({
    name,
    title,
    subject: "package",
    nodes: nodes.filter(({ id }) => used.has(id)),
    edges,
    groups: [],
  });
}

function topicNodes(events: readonly DomainEvent[]): readonly FlowchartNode[] {
  return [...new Set(events.map(topicOf))].map((topic) => {
    const own = events.filter((event) => topicOf(event) === topic);
    const shown = own.slice(0, MOST_NAMES).map(({ name }) => name);
    const more = own.length > MOST_NAMES ? ` and ${own.length - MOST_NAMES} more` : "";
    return {
      id: safeId("topic", topic),
      kind: "queue",
      name: topic,
      detail: `${shown.join(", ")}${more}`,
      subject: `system/event/${own[0]?.id ?? ""}`,
    };
  });
}

function edgesOf(event: DomainEvent): readonly FlowchartEdge[] {
  const topic = safeId("topic", topicOf(event));
  const subject = `system/event/${event.id}`;
  const told = { mode: "async" as const, subject };
  return [
    { ...told, from: safeId("context", event.producer), to: topic },
    ...event.consumers.map((id) => ({ ...told, from: topic, to: safeId("context", id) })),
    ...event.subscribers.map((id) => ({ ...told, from: topic, to: safeId("actor", id) })),
  ];
}
