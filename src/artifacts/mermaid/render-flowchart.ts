import { graphHeader } from "./diagram-header.ts";
import type { DiagramWriter } from "./diagram-writer.ts";
import { createDiagramWriter } from "./diagram-writer.ts";
import type { Diagram } from "./diagram.ts";
import type { Flowchart, FlowchartEdge, FlowchartNode, NodeKind } from "./flowchart.ts";
import { safeLabel } from "./safe-label.ts";
import { wrapLabel } from "./wrap-label.ts";

/** Characters per line of an edge label; longer ones push the boxes apart. */
const EDGE_LABEL_WIDTH = 24;
const NAME_WIDTH = 24;
const DETAIL_WIDTH = 28;

/** The flowchart as Mermaid: people first, frames with what is in them, then what stands alone. */
export function renderFlowchart(chart: Flowchart): Diagram {
  const writer = createDiagramWriter(chart, graphHeader(chart.title, "plain"));
  writer.line("flowchart TB");
  const loose = chart.nodes.filter(({ group }) => group === undefined);
  for (const node of loose.filter(isPerson)) writer.line(`  ${nodeText(node)}`, node.subject);
  writeGroups(writer, chart, undefined, "  ");
  for (const node of loose) {
    if (!isPerson(node)) writer.line(`  ${nodeText(node)}`, node.subject);
  }
  for (const edge of mergeEdges(chart.edges)) writer.line(`  ${edgeText(edge)}`, edge.subject);
  for (const line of gridLines(chart)) writer.line(`  ${line}`);
  const used = new Set(chart.nodes.map(({ kind }) => kind));
  for (const [kind, style] of Object.entries(STYLES)) {
    if (used.has(kind as NodeKind)) writer.line(`  classDef ${kind} ${style}`);
  }
  return { ...writer.diagram(), chart };
}

function writeGroups(
  writer: DiagramWriter,
  chart: Flowchart,
  parent: string | undefined,
  indent: string,
): void {
  for (const group of chart.groups.filter((candidate) => candidate.parent === parent)) {
    if (!hasNodes(chart, group.id)) continue;
    writer.line(
      `${indent}subgraph ${group.id}["${safeLabel(group.title, "quoted", 80)}"]`,
      group.subject,
    );
    for (const node of chart.nodes.filter((candidate) => candidate.group === group.id)) {
      writer.line(`${indent}  ${nodeText(node)}`, node.subject);
    }
    writeGroups(writer, chart, group.id, `${indent}  `);
    writer.line(`${indent}end`, group.subject);
  }
}

/** Boxes without arrows would stand in one long row: links that are not drawn put them into a grid. */
function gridLines({ nodes, edges }: Flowchart): readonly string[] {
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const alone = Map.groupBy(
    nodes.filter(({ id }) => !joined.has(id)),
    ({ group }) => group,
  );
  return [...alone.values()].flatMap((row) => {
    const columns = Math.ceil(Math.sqrt(row.length * 1.5));
    return row.flatMap(({ id }, index) => {
      const below = row[index + columns];
      return below === undefined ? [] : [`${id} ~~~ ${below.id}`];
    });
  });
}

function hasNodes(chart: Flowchart, group: string): boolean {
  return (
    chart.nodes.some((node) => node.group === group) ||
    chart.groups.some(({ id, parent }) => parent === group && hasNodes(chart, id))
  );
}

/** One arrow per pair and mode; the labels of the arrows that fall together are joined. */
function mergeEdges(edges: readonly FlowchartEdge[]): readonly FlowchartEdge[] {
  const merged = new Map<string, FlowchartEdge>();
  for (const edge of edges) {
    const key = `${edge.from} ${edge.to} ${edge.mode}`;
    const known = merged.get(key);
    if (known === undefined) merged.set(key, edge);
    else if (known.label === undefined && edge.label !== undefined) {
      merged.set(key, { ...known, label: edge.label });
    }
  }
  return [...merged.values()];
}

function nodeText({ id, kind, name, detail }: FlowchartNode): string {
  const [open, close] = SHAPES[kind];
  const small =
    detail === undefined ? "" : `<br/><small>${wrapLabel(detail, "quoted", DETAIL_WIDTH)}</small>`;
  return `${id}${open}"<b>${wrapLabel(name, "quoted", NAME_WIDTH)}</b>${small}"${close}:::${kind}`;
}

function edgeText({ from, to, label, mode }: FlowchartEdge): string {
  const arrow = mode === "sync" ? "-->" : "-.->";
  const text = label === undefined ? "" : `|"${wrapLabel(label, "quoted", EDGE_LABEL_WIDTH)}"|`;
  return `${from} ${arrow}${text} ${to}`;
}

function isPerson({ kind }: FlowchartNode): boolean {
  return kind === "person";
}

const SHAPES: Readonly<Record<NodeKind, readonly [string, string]>> = {
  person: ["([", "])"],
  system: ["[", "]"],
  svc: ["[", "]"],
  db: ["[(", ")]"],
  cache: ["[(", ")]"],
  queue: ["[[", "]]"],
  infra: ["[/", "\\]"],
  ext: ["[", "]"],
  dom: ["[", "]"],
};

const STYLES: Readonly<Record<NodeKind, string>> = {
  person: "fill:#0b4884,stroke:#073763,color:#ffffff",
  system: "fill:#1d4ed8,stroke:#1e3a8a,color:#ffffff",
  svc: "fill:#dbeafe,stroke:#2563eb,color:#10243e",
  db: "fill:#dcfce7,stroke:#15803d,color:#0d2b18",
  cache: "fill:#fef3c7,stroke:#b45309,color:#3a2503",
  queue: "fill:#f3e8ff,stroke:#7e22ce,color:#2b0b45",
  infra: "fill:#e5e7eb,stroke:#4b5563,color:#111827",
  ext: "fill:#ffffff,stroke:#6b7280,color:#374151,stroke-dasharray:5 4",
  dom: "fill:#eef2ff,stroke:#4f46e5,color:#1e1b4b,stroke-dasharray:4 3",
};
