import { actorNodes } from "./container-chart.ts";
import { containerEdges } from "./container-edges.ts";
import type { Diagram } from "./diagram.ts";
import type { FlowchartEdge, FlowchartNode } from "./flowchart.ts";
import { renderFlowchart } from "./render-flowchart.ts";
import { safeId } from "./safe-id.ts";
import { shortText } from "./short-text.ts";
import type { Actor, Design } from "../../design/design.ts";

const MOST_ACTORS = 18;
const SYSTEM_NODE = "whole_system";
const LONGEST_DETAIL = 70;

/** The system among its people and external systems (C4 level 1). None without actors. */
export function contextDiagram(design: Design): readonly Diagram[] {
  const { system } = design;
  if (system.actors.length === 0) return [];
  const shown = system.actors.slice(0, MOST_ACTORS);
  const rest = system.actors.length - shown.length;
  const described = new Map(shown.map((actor) => [safeId("actor", actor.id), actor]));
  const actors = actorNodes(design)
    .slice(0, MOST_ACTORS)
    .map((node) => withDescription(node, described.get(node.id)));
  const summary = shortText(system.summary, LONGEST_DETAIL);
  const whole: FlowchartNode = {
    id: SYSTEM_NODE,
    kind: "system",
    name: system.title,
    ...(summary === undefined ? {} : { detail: summary }),
    subject: "package",
  };
  const chart = {
    name: "context",
    title: `${system.title} - system context`,
    subject: "package",
    nodes: [
      ...actors.filter(isPerson),
      whole,
      ...actors.filter((node) => !isPerson(node)),
      ...more(rest),
    ],
    edges: [...shown.flatMap((actor) => actorEdges(actor, design)), ...moreEdges(rest)],
    groups: [],
  };
  return [renderFlowchart(chart)];
}

function withDescription(node: FlowchartNode, actor: Actor | undefined): FlowchartNode {
  const text = actor === undefined ? undefined : shortText(actor.description, LONGEST_DETAIL);
  return text === undefined ? node : { ...node, detail: text };
}

/** A person uses the system; which way an external system is called is read off the containers. */
function actorEdges(actor: Actor, design: Design): readonly FlowchartEdge[] {
  const id = safeId("actor", actor.id);
  const subject = `system/actor/${actor.id}`;
  const own = containerEdges(design).filter(({ from, to }) => from === id || to === id);
  const incoming = own.filter(({ from }) => from === id);
  const outgoing = own.filter(({ to }) => to === id);
  const edges: FlowchartEdge[] = [];
  if (actor.kind === "person" || incoming.length > 0) {
    edges.push({
      from: id,
      to: SYSTEM_NODE,
      mode: "sync",
      label: actor.kind === "person" ? "uses" : "calls",
      subject,
    });
  }
  if (outgoing.length > 0 || edges.length === 0) {
    const mode =
      outgoing.length > 0 && outgoing.every((edge) => edge.mode === "async") ? "async" : "sync";
    edges.push({ from: SYSTEM_NODE, to: id, mode, label: outgoing[0]?.label ?? "uses", subject });
  }
  return edges;
}

function more(rest: number): readonly FlowchartNode[] {
  if (rest === 0) return [];
  return [
    {
      id: "more_actors",
      kind: "dom",
      name: `${rest} more actors`,
      detail: "see docs/boundaries.md",
      subject: "package",
    },
  ];
}

function moreEdges(rest: number): readonly FlowchartEdge[] {
  return rest === 0
    ? []
    : [{ from: "more_actors", to: SYSTEM_NODE, mode: "sync", subject: "package" }];
}

function isPerson({ kind }: FlowchartNode): boolean {
  return kind === "person";
}
