import { plainMermaid, withoutLookAlikes } from "./plain-mermaid.ts";

/** A sequence diagram in characters; nothing where the renderer does not understand it. */
export async function sequenceText(mermaid: string): Promise<string | undefined> {
  const { renderMermaidASCII } = await import("beautiful-mermaid");
  try {
    const drawn = renderMermaidASCII(plainMermaid(mermaid), { colorMode: "none" });
    const lines = drawn.split("\n").map((line) => line.trimEnd());
    return `${withoutLookAlikes(lines.join("\n").trimEnd())}\n`;
  } catch {
    return undefined;
  }
}
