import type { Origin } from "../artifact.ts";
import type { Flowchart } from "./flowchart.ts";

/** A rendered diagram: Mermaid text, and what each line is about. */
export interface Diagram {
  /** File name below `diagrams/`, without the ending. */
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly origins: readonly Origin[];
  /** What a flowchart was made from: a terminal shows it as a tree. */
  readonly chart?: Flowchart;
}
