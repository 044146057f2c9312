import type { DiagramLine, LintProblem } from "./lint-problem.ts";

// `maxEdges` of Mermaid 12.
const MOST_EDGES = 500;

/** Names of every object in JavaScript: as the id of a frame they crash the renderer. */
const OBJECT_NAMES: ReadonlySet<string> = new Set([
  "constructor",
  "__proto__",
  "prototype",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
]);

/** A name that CSS takes without escaping. */
const CLASS_NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const CLASS_DEFINITION = /^classDef\s+(\S+)/;
const CLASS_STATEMENT = /^class\s+\S+\s+([^\s;]+)/;

/** What parses in a flowchart and fails when it is drawn. */
export function lintFlowchart(lines: readonly DiagramLine[]): readonly LintProblem[] {
  return [...lintGroups(lines), ...lintClasses(lines), ...lintEdges(lines)];
}

function lintGroups(lines: readonly DiagramLine[]): readonly LintProblem[] {
  return lines.flatMap(({ text, line }): readonly LintProblem[] => {
    const id = /^subgraph\s+([^\s["]+)/.exec(text)?.[1];
    if (id === undefined || !OBJECT_NAMES.has(id)) return [];
    return [{ kind: "reserved", what: `the id ${id} of a frame`, line }];
  });
}

function lintClasses(lines: readonly DiagramLine[]): readonly LintProblem[] {
  const defined = new Set(["default"]);
  const problems: LintProblem[] = [];
  for (const { text, line } of lines) {
    for (const name of CLASS_DEFINITION.exec(text)?.[1]?.split(",") ?? []) {
      defined.add(name);
      if (!CLASS_NAME.test(name))
        problems.push({
          kind: "reserved",
          what: `the class name ${name}, which CSS cannot hold`,
          line,
        });
    }
  }
  for (const { text, line } of lines) {
    for (const name of usedClasses(text)) {
      if (!defined.has(name)) problems.push({ kind: "class", what: name, line });
    }
  }
  return problems;
}

function usedClasses(text: string): readonly string[] {
  const bare = withoutLabels(text);
  const shorthand = [...bare.matchAll(/:::([^\s;&:<>-]+)/g)].map(([, name = ""]) => name);
  const statement = CLASS_STATEMENT.exec(bare)?.[1];
  return statement === undefined ? shorthand : [...shorthand, statement];
}

function lintEdges(lines: readonly DiagramLine[]): readonly LintProblem[] {
  let count = 0;
  for (const { text, line } of lines) {
    count += edgesIn(withoutLabels(text));
    if (count > MOST_EDGES) {
      return [
        { kind: "large", what: `more than ${MOST_EDGES} arrows, Mermaid draws no more`, line },
      ];
    }
  }
  return [];
}

/** `a & b --> c --> d` is three arrows. */
function edgesIn(text: string): number {
  const places = text
    .split(/\s*[<ox]?(?:--+|==+|-\.+-|~~~+)[>ox-]?\s*/)
    .map((place) => place.split("&").length);
  return places.slice(1).reduce((sum, size, index) => sum + size * (places[index] ?? 1), 0);
}

function withoutLabels(text: string): string {
  return text.replace(/"[^"]*"/g, '""').replace(/\|[^|]*\|/g, "");
}
