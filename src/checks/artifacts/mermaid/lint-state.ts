import type { DiagramLine, LintProblem } from "./lint-problem.ts";

/** A composite state that stands in itself, at any depth: drawing it never ends. */
export function lintState(lines: readonly DiagramLine[]): readonly LintProblem[] {
  const open: (string | undefined)[] = [];
  const problems: LintProblem[] = [];
  for (const { text, line } of lines) {
    for (const name of statesIn(text)) {
      if (open.includes(name)) {
        problems.push({
          kind: "unsafe",
          what: `holds the state ${name} inside itself, which never ends to draw`,
          line,
        });
      }
    }
    if (text.endsWith("{")) open.push(compositeName(text));
    else if (text === "}") open.pop();
  }
  return problems;
}

function compositeName(text: string): string | undefined {
  return /^state\s+(?:"[^"]*"\s+as\s+)?(\S+?)\s*(?:\{|$)/.exec(text)?.[1];
}

function statesIn(text: string): readonly string[] {
  const bare = text.replace(/"[^"]*"/g, '""');
  if (/^state\b/.test(bare)) {
    const name = compositeName(text);
    return name === undefined ? [] : [name];
  }
  const [states = ""] = bare.split(/(?<!:):(?!:)/);
  return states
    .split("-->")
    .map((state) => state.replace(/:::.*/, "").replace("{", "").trim())
    .filter((state) => state !== "" && state !== "[*]" && state !== "}");
}
