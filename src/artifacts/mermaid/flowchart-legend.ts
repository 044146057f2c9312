import type { NodeKind } from "./flowchart.ts";

/** A sign of a flowchart and what it means. */
export interface LegendEntry {
  readonly label: string;
  readonly shape: "box" | "arrow";
  readonly fill: string;
  readonly stroke: string;
  readonly isDashed: boolean;
}

const LABELS: Readonly<Record<NodeKind, string>> = {
  person: "Person",
  system: "The system",
  svc: "Service",
  db: "Store",
  cache: "Cache",
  queue: "Stream or queue",
  infra: "Gateway, load balancer, monitoring",
  ext: "External system",
  dom: "Context, in a picture of its own",
};
const LINE = "#5b6b7d";

/** What the colours and lines of a flowchart mean: only those that it has. Empty for other diagrams. */
export function flowchartLegend(text: string): readonly LegendEntry[] {
  if (!/^flowchart /m.test(text)) return [];
  const boxes = [...text.matchAll(/^ *classDef (\w+) (.*)$/gm)].flatMap(([, kind, style]) => {
    const label = Object.entries(LABELS).find(([name]) => name === kind)?.[1];
    const fill = /fill:(#[0-9a-f]{3,8})/.exec(style ?? "")?.[1];
    const stroke = /stroke:(#[0-9a-f]{3,8})/.exec(style ?? "")?.[1];
    if (label === undefined || fill === undefined || stroke === undefined) return [];
    const isDashed = style?.includes("stroke-dasharray") === true;
    return [{ label, shape: "box" as const, fill, stroke, isDashed }];
  });
  const arrow = { shape: "arrow" as const, fill: "none", stroke: LINE };
  const hasSync = / -->[| ]/.test(text);
  const hasAsync = / -\.->[| ]/.test(text);
  return [
    ...boxes,
    ...(hasSync ? [{ ...arrow, label: "waits for an answer", isDashed: false }] : []),
    ...(hasAsync ? [{ ...arrow, label: "does not wait", isDashed: true }] : []),
  ];
}
