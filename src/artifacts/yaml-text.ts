import { Document, Scalar, visit } from "yaml";

/** Characters that some parser takes for a line break, drops, or may not read raw (YAML 1.1 and 1.2, §5.1). */
const DELICATE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[^\P{Cc}\n\t]/u;

/**
 * The one YAML form of JSON data: keys in the given order, no anchors, no folding, and every string
 * quoted that a parser of YAML 1.1 or 1.2 would take for something else (`no`, `2026-01-15`, `1e3`).
 */
export function yamlText(value: unknown): string {
  const document = new Document(value, {
    aliasDuplicateObjects: false,
    compat: "yaml-1.1",
    version: "1.2",
  });
  visit(document, {
    Scalar(_, node) {
      // JSON has one zero.
      if (Object.is(node.value, -0)) node.value = 0;
      if (typeof node.value !== "string") return;
      const text = node.value.toWellFormed();
      node.value = text;
      const isDelicate = DELICATE.test(text) || /^[ \t\n]|[ \t]\n|[ \t\n]$/.test(text);
      if (isDelicate || looksLikeNumber(text)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 }).replace(new RegExp(DELICATE, "gu"), escape);
}

/** Sexagesimal and octal numbers, `1_000`, and what a spreadsheet of parsers disagrees about. */
function looksLikeNumber(text: string): boolean {
  return /^[-+.]?[0-9][0-9_.,:xobea-f+-]*$/i.test(text);
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
