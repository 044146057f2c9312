/** What a box is; gives its shape and its colours. */
export type NodeKind =
  | "person"
  | "system"
  | "svc"
  | "db"
  | "cache"
  | "queue"
  | "infra"
  | "ext"
  | "dom";

export interface FlowchartNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** A second, smaller line. */
  readonly detail?: string;
  /** The group it stands in. */
  readonly group?: string;
  readonly subject: string;
}

export interface FlowchartEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** An asynchronous one is dashed. */
  readonly mode: "sync" | "async";
  readonly subject: string;
}

export interface FlowchartGroup {
  readonly id: string;
  readonly title: string;
  /** The group around it. */
  readonly parent?: string;
  readonly subject: string;
}

/** Boxes, arrows and frames, before they become Mermaid. */
export interface Flowchart {
  readonly name: string;
  readonly title: string;
  readonly subject: string;
  readonly nodes: readonly FlowchartNode[];
  readonly edges: readonly FlowchartEdge[];
  readonly groups: readonly FlowchartGroup[];
}
