import { plainMermaid } from "./plain-mermaid.ts";

/** The SVG of a renderer that needs no browser, or why there is none. Light, and simpler. */
export async function drawWithoutBrowser(
  text: string,
): Promise<{ readonly svg: string } | { readonly failure: string }> {
  const { renderMermaidSVG } = await import("beautiful-mermaid");
  try {
    const svg = renderMermaidSVG(plainMermaid(text), { font: "Segoe UI" });
    // A picture loads nothing from elsewhere, and no fonts either.
    return { svg: `${svg.replace(/@import url\([^)]*\);?/g, "").trim()}\n` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { failure: reason.split("\n")[0] ?? "" };
  }
}
