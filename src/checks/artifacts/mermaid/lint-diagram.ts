import { lintFlowchart } from "./lint-flowchart.ts";
import type { DiagramLine, LintProblem } from "./lint-problem.ts";
import { lintState } from "./lint-state.ts";

// Defaults of Mermaid 12: beyond `maxTextSize` the picture only says that the text is too large.
const LONGEST_TEXT = 50_000;

/** Looks for what Mermaid's parser accepts although the picture fails, lies or calls the network. */
export function lintDiagram(text: string): readonly LintProblem[] {
  const body = bodyOf(text);
  const [first] = body;
  const problems = [...lintSize(text), ...lintContent(text)];
  if (first === undefined) {
    return [...problems, { kind: "empty", what: "has no content", line: 1 }];
  }
  const [type = ""] = first.text.split(/\s/);
  const lines = body.slice(1);
  if (!lines.some(({ text: line }) => isContent(line))) {
    problems.push({ kind: "empty", what: `is a ${type} without content`, line: first.line });
  }
  if (type === "flowchart" || type === "graph") problems.push(...lintFlowchart(lines));
  if (type.startsWith("stateDiagram")) problems.push(...lintState(lines));
  return problems;
}

function lintSize(text: string): LintProblem[] {
  if (text.length <= LONGEST_TEXT) return [];
  return [
    {
      kind: "large",
      what: `${text.length} characters, Mermaid draws at most ${LONGEST_TEXT}`,
      line: 1,
    },
  ];
}

/** Some reach the network when rendered even in strict mode; the others are none of our output. */
const CONTENT_RULES: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  {
    pattern: /<\s*(?:img|image|script|iframe|object|embed|svg|link|style|a)\b/i,
    what: "holds an HTML element that loads or runs something",
  },
  { pattern: /<[^>]*\bon[a-z]+\s*=/i, what: "holds an event handler" },
  {
    pattern: /\bthemeCSS["']?\s*:/i,
    what: "sets themeCSS, which may load from the network",
  },
  { pattern: /%%\s*\{/, what: "holds a directive" },
  { pattern: /^\s*(?:classDef|style|linkStyle)\b.*\burl\s*\(/i, what: "holds a CSS url()" },
  { pattern: /\b(?:https?|ftp|file|data|javascript|vbscript):/i, what: "holds a URL" },
  { pattern: /^\s*(?:click|links?)\s+\S/, what: "makes something clickable" },
  { pattern: /@\{[^}]*\b(?:img|icon)["']?\s*:/, what: "loads a picture or an icon" },
  { pattern: /\$\$/, what: "holds a formula between $$" },
  {
    pattern: /[\u202a-\u202e\u2066-\u2069]/,
    what: "holds a character that changes the reading direction",
  },
];

function lintContent(text: string): LintProblem[] {
  return text.split("\n").flatMap((line, index) =>
    CONTENT_RULES.filter(({ pattern }) => pattern.test(line)).map(({ what }): LintProblem => ({
      kind: "unsafe",
      what,
      line: index + 1,
    })),
  );
}

function bodyOf(text: string): readonly DiagramLine[] {
  const lines = text.split("\n");
  const hasFrontMatter = lines[0]?.trim() === "---";
  const end = hasFrontMatter
    ? lines.findIndex((line, index) => index > 0 && line.trim() === "---")
    : -1;
  return lines
    .map((line, index): DiagramLine => ({ text: line.trim(), line: index + 1 }))
    .slice(end + 1)
    .filter((line) => line.text !== "" && !line.text.startsWith("%%"));
}

function isContent(line: string): boolean {
  return !/^(?:direction|classDef|class|style|linkStyle|autonumber|title|accTitle|accDescr|end)\b/.test(
    line,
  );
}
