import type { Nodes } from "mdast";

/** What is left of inline Markdown without its marks. */
export interface InlineText {
  readonly text: string;
  readonly lead?: string;
  readonly codes: readonly string[];
}

/** The words of inline nodes: marks, HTML tags and link targets removed, line ends kept. */
export function inlineText(nodes: readonly Nodes[]): InlineText {
  const codes: string[] = [];
  const text = nodes.map((node) => textOf(node, codes)).join("");
  const first = nodes[0];
  const leads = first?.type === "strong" || first?.type === "inlineCode";
  const lead = leads ? textOf(first, []).replace(/[:\s]+$/, "") : "";
  return lead === "" ? { text, codes } : { text, lead, codes };
}

function textOf(node: Nodes, codes: string[]): string {
  if (node.type === "html")
    return /^<br\s*\/?>$/i.test(node.value) ? "; " : node.value.replace(/<[^>]*>/g, " ");
  if (node.type === "break") return "\n";
  if (node.type === "image") return node.alt ?? "";
  if (node.type === "inlineCode") {
    codes.push(node.value);
    return node.value;
  }
  if ("children" in node) return node.children.map((child) => textOf(child, codes)).join("");
  return "value" in node ? node.value : "";
}
