import type { MermaidCli } from "./print-with-mermaid-cli.ts";

/** An optional peer: undefined where nobody installed it. */
export async function loadMermaidCli(): Promise<MermaidCli | undefined> {
  try {
    return await import("@mermaid-js/mermaid-cli");
  } catch {
    return undefined;
  }
}
