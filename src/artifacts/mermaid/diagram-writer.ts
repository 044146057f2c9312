import type { Origin } from "../artifact.ts";
import type { Diagram } from "./diagram.ts";

/** Collects the lines of a diagram together with the element that each is about. */
export interface DiagramWriter {
  /** Adds a line; without a subject it is about the diagram's own subject. */
  line(text: string, subject?: string): void;
  diagram(): Diagram;
}

/** Starts a diagram with its header; `subject` is what the whole diagram is about. */
export function createDiagramWriter(
  {
    name,
    title,
    subject,
  }: { readonly name: string; readonly title: string; readonly subject: string },
  header: readonly string[],
): DiagramWriter {
  const lines: string[] = [];
  const origins: Origin[] = [];
  let current: string | undefined;

  function line(text: string, about = subject): void {
    lines.push(text);
    if (about === current) return;
    origins.push({ locator: { line: lines.length }, subject: about });
    current = about;
  }

  for (const text of header) line(text);
  return {
    line,
    diagram: () => ({ name, title, text: `${lines.join("\n")}\n`, origins }),
  };
}
