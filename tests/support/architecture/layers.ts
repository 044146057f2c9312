import { posix } from "node:path";
import type { SourceFile } from "./source-file.ts";

interface Layer {
  readonly name: string;
  /** Higher ranks import lower ones; layers of one rank are siblings, who do not know each other. */
  readonly rank: number;
  readonly reason: string;
}

export const layers: readonly Layer[] = [
  { name: "util", rank: 0, reason: "pure helpers that know nothing of the product" },
  { name: "diagnostics", rank: 1, reason: "every other part reports findings" },
  { name: "host", rank: 2, reason: "a port: what is below it never touches the machine" },
  { name: "design", rank: 3, reason: "the one model that everything else is a function of" },
  { name: "requirements", rank: 4, reason: "reads text; whoever drafts gets what was read" },
  { name: "sql", rank: 4, reason: "emitters and checks share one relational model" },
  { name: "engines", rank: 4, reason: "an engine runs what it is given, whoever asks" },
  { name: "artifacts", rank: 4, reason: "a rendered file, before anybody renders or checks one" },
  { name: "architects", rank: 5, reason: "a Design must never depend on who drafted it" },
  {
    name: "emitters",
    rank: 5,
    reason: "a renderer that knows checks would be written to pass them",
  },
  { name: "site", rank: 5, reason: "pages show what was emitted; nothing is emitted for them" },
  { name: "checks", rank: 5, reason: "a check that shares code with the renderer proves nothing" },
  { name: "compare", rank: 5, reason: "what changed is judged without knowing who asks" },
  { name: "pipeline", rank: 6, reason: "the only place that knows the order" },
  { name: "reporters", rank: 7, reason: "a format of the result: prints nothing, decides nothing" },
  { name: "index.ts", rank: 7, reason: "the public API is no part of the command line" },
  { name: "cli", rank: 8, reason: "arguments and exit status, no logic" },
];

/** Folders whose subfolders are siblings; the files at their top are the contracts they share. */
const FOLDERS_OF_SIBLINGS: readonly string[] = ["emitters", "checks", "architects"];

/** The public API only hands the machine on, to programs that choose it. */
const MAY_CHOOSE_THE_MACHINE: readonly string[] = ["cli", "index.ts"];

/** What is wrong with the imports between the files of `src`. */
export function findDirectionProblems(file: SourceFile): readonly string[] {
  const from = layerOf(file.path);
  if (from === undefined) return [`${file.path} is in no layer: add its folder to the table`];
  return file.imports.flatMap(({ specifier, line }) => {
    if (!specifier.startsWith(".")) return [];
    const target = posix.join(posix.dirname(file.path), specifier);
    const problem = judgeImport(file.path, from, target);
    return problem === undefined ? [] : [`${file.path}:${line} imports ${target}: ${problem}`];
  });
}

function judgeImport(path: string, from: Layer, target: string): string | undefined {
  if (!target.endsWith(".ts")) return "a relative import says the whole file name";
  if (target === "host/node.ts" && !MAY_CHOOSE_THE_MACHINE.includes(from.name)) {
    return "only the command line chooses the machine as its host";
  }
  const to = layerOf(target);
  if (to === undefined) return "it is in no layer";
  if (from.name === to.name) return judgeSiblingFolders(path, target, from.name);
  if (from.rank === to.rank) return `siblings never import each other (${to.name}: ${to.reason})`;
  if (from.rank < to.rank) return `imports go down only (${from.name}: ${from.reason})`;
  return undefined;
}

function judgeSiblingFolders(path: string, target: string, layer: string): string | undefined {
  if (!FOLDERS_OF_SIBLINGS.includes(layer)) return undefined;
  const [from, to] = [subfolderOf(path), subfolderOf(target)];
  if (from === undefined || to === undefined || from === to) return undefined;
  return `${layer}/${from} and ${layer}/${to} are siblings: what both need moves up into ${layer}/ or down`;
}

function subfolderOf(path: string): string | undefined {
  const segments = path.split("/");
  return segments.length > 2 ? segments[1] : undefined;
}

function layerOf(path: string): Layer | undefined {
  const [top] = path.split("/");
  return layers.find(({ name }) => name === top);
}
