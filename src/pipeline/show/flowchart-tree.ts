import type { Flowchart, FlowchartNode } from "../../artifacts/mermaid/flowchart.ts";

/** A flowchart as a tree: frames, boxes in them, and under each box where its arrows go. */
export function flowchartTree(chart: Flowchart): string {
  const names = new Map(chart.nodes.map(({ id, name }) => [id, name]));

  function boxLines(node: FlowchartNode, indent: string): readonly string[] {
    const detail = node.detail === undefined ? "" : `  (${node.detail})`;
    const arrows = chart.edges
      .filter(({ from }) => from === node.id)
      .map(({ to, label, mode }) => {
        const words = label === undefined ? "" : `: ${label}`;
        return `${indent}    ${mode === "sync" ? "──▶" : "┄┄▶"} ${names.get(to) ?? to}${words}`;
      });
    return [`${indent}${node.name}${detail}`, ...new Set(arrows)];
  }

  function frameLines(parent: string | undefined, indent: string): readonly string[] {
    const boxes = chart.nodes.filter(({ group }) => group === parent);
    const frames = chart.groups.filter((group) => group.parent === parent);
    return [
      ...boxes.flatMap((node) => boxLines(node, indent)),
      ...frames.flatMap(({ id, title }) => {
        const inside = frameLines(id, `${indent}  `);
        return inside.length === 0 ? [] : [`${indent}[${title}]`, ...inside];
      }),
    ];
  }

  const legend = "──▶ waits for an answer   ┄┄▶ does not wait";
  return `${[chart.title, "", ...frameLines(undefined, ""), "", legend].join("\n")}\n`;
}
