import type { Artifact } from "../../../artifacts/artifact.ts";

/** The text of one diagram and where it begins in its artifact. */
export interface DiagramSource {
  readonly artifact: Artifact;
  readonly text: string;
  /** From 1. */
  readonly firstLine: number;
}

/** Every diagram of a package: the `.mmd` files, and the `mermaid` fences of Markdown. */
export function diagramSources(artifacts: readonly Artifact[]): readonly DiagramSource[] {
  return artifacts.flatMap((artifact): readonly DiagramSource[] => {
    if (artifact.kind === "mermaid") return [{ artifact, text: artifact.text, firstLine: 1 }];
    return artifact.kind === "markdown" ? fencesOf(artifact) : [];
  });
}

function fencesOf(artifact: Artifact): readonly DiagramSource[] {
  const sources: DiagramSource[] = [];
  let open:
    | { readonly fence: string; readonly isMermaid: boolean; readonly line: number }
    | undefined;
  const lines = artifact.text.split("\n");
  for (const [index, line] of lines.entries()) {
    if (open === undefined) {
      const [, fence, info] = /^ {0,3}(`{3,}|~{3,})\s*([^`\s]*)/.exec(line) ?? [];
      if (fence !== undefined) open = { fence, isMermaid: info === "mermaid", line: index + 1 };
    } else if (closes(line, open.fence)) {
      const text = `${lines.slice(open.line, index).join("\n")}\n`;
      if (open.isMermaid) sources.push({ artifact, text, firstLine: open.line + 1 });
      open = undefined;
    }
  }
  return sources;
}

function closes(line: string, fence: string): boolean {
  const text = line.trim();
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length);
}
