import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Outcome } from "../../diagnostics/diagnostic.ts";
import { parseJson } from "../../util/parse-json.ts";
import { asObject, asText, property } from "./json-node.ts";
import type { JsonObject } from "./json-node.ts";
import { locateInJson } from "./locate-in-json.ts";
import { locateInYaml } from "./locate-in-yaml.ts";
import type { SpecDocument } from "./spec-document.ts";

/** Larger than any published description of an API, in characters. */
const MAXIMUM_LENGTH = 60_000_000;
/** Deeper nesting is an attack on the stack. */
const MAXIMUM_DEPTH = 400;

export const unreadableSpec = declareDiagnostic<{
  readonly path: string;
  readonly reason: string;
}>({
  code: "compare/unreadable-spec",
  severity: "error",
  message: ({ path, reason }) => `${path} cannot be compared: ${reason}`,
  fix: "name an OpenAPI document of version 3.0, 3.1 or 3.2, in JSON or YAML",
});

export const foreignReference = declareDiagnostic<{
  readonly path: string;
  readonly target: string;
}>({
  code: "compare/foreign-reference",
  severity: "error",
  message: ({ path, target }) =>
    `${path} refers to ${target}, which is outside the document and is not followed`,
  fix: "bundle the description into one document first, e.g. with `redocly bundle`",
});

/**
 * Reads an OpenAPI document, JSON or YAML. It need not be valid. A reference to another file or to
 * the network is refused: nothing that a document names is opened.
 */
export async function readSpec(path: string, text: string): Promise<Outcome<SpecDocument>> {
  if (text.length > MAXIMUM_LENGTH) {
    return refuse(path, `it is longer than ${MAXIMUM_LENGTH} characters`);
  }
  const parsed = await parseSpec(path, text.replace(/^\uFEFF/, ""));
  if (parsed.value === undefined) return { diagnostics: parsed.diagnostics };
  const { root } = parsed.value;
  const version = asText(property(root, "openapi"));
  if (version === undefined || !/^3\.[0-2](?:\.|$)/.test(version)) {
    const swagger = property(root, "swagger") !== undefined;
    return refuse(path, swagger ? "it is Swagger 2.0" : `its "openapi" is not 3.0, 3.1 or 3.2`);
  }
  const scan = scanDocument(root);
  if (scan.isTooDeep) return refuse(path, `it is nested more than ${MAXIMUM_DEPTH} deep`);
  const [foreign] = scan.foreign;
  if (foreign === undefined) return parsed;
  const locator = parsed.value.locate([foreign.pointer]).get(foreign.pointer);
  const artifact = locator === undefined ? { path } : { path, locator };
  return {
    diagnostics: [foreignReference("package", { path, target: foreign.target }, { artifact })],
  };
}

async function parseSpec(path: string, text: string): Promise<Outcome<SpecDocument>> {
  if (/^\s*[{[]/.test(text)) {
    const json = parseJson(text);
    if (json.reason === undefined) {
      const root = asObject(json.value);
      if (root === undefined) return refuse(path, "it holds no object");
      return found({ path, root, locate: (pointers) => locateInJson(text, pointers) });
    }
    // A flow mapping of YAML begins like JSON.
    if (path.endsWith(".json")) {
      return refuse(path, `it is not JSON: ${json.reason}`, json.line);
    }
  }
  return parseYaml(path, text);
}

async function parseYaml(path: string, text: string): Promise<Outcome<SpecDocument>> {
  const { LineCounter, parseDocument } = await import("yaml");
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    uniqueKeys: false,
    logLevel: "silent",
    prettyErrors: false,
  });
  const [problem] = document.errors;
  if (problem !== undefined) {
    return refuse(path, `it is not YAML: ${problem.message}`, counter.linePos(problem.pos[0]).line);
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return refuse(path, error instanceof Error ? error.message : String(error));
  }
  const root = asObject(value);
  if (root === undefined) return refuse(path, "it holds no object");
  return found({ path, root, locate: (pointers) => locateInYaml(document, counter, pointers) });
}

interface Scan {
  readonly foreign: readonly { readonly pointer: string; readonly target: string }[];
  readonly isTooDeep: boolean;
}

/** Without recursion: the document may be built to break it. */
function scanDocument(root: JsonObject): Scan {
  const foreign: { pointer: string; target: string }[] = [];
  const open: { value: unknown; pointer: string; depth: number; isData: boolean }[] = [
    { value: root, pointer: "", depth: 0, isData: false },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, pointer, depth, isData } = next;
    if (typeof value !== "object" || value === null) continue;
    if (depth > MAXIMUM_DEPTH) return { foreign, isTooDeep: true };
    for (const [key, child] of Object.entries(value)) {
      if (key === "$ref" && !isData && typeof child === "string" && !child.startsWith("#")) {
        foreign.push({ pointer: `${pointer}/$ref`, target: child.slice(0, 200) });
      }
      const token = key.replaceAll("~", "~0").replaceAll("/", "~1");
      const inData = isData || DATA_KEYS.has(key) || key.startsWith("x-");
      const isNamed = pointer.endsWith("/properties");
      const below = `${pointer}/${token}`;
      open.push({ value: child, pointer: below, depth: depth + 1, isData: inData && !isNamed });
    }
  }
  return { foreign: foreign.reverse(), isTooDeep: false };
}

/** What stands below is data, not description. */
const DATA_KEYS: ReadonlySet<string> = new Set(["example", "examples", "default", "enum", "const"]);

function found(value: SpecDocument): Outcome<SpecDocument> {
  return { value, diagnostics: [] };
}

function refuse(path: string, reason: string, line?: number): Outcome<never> {
  const artifact = line === undefined ? { path } : { path, locator: { line } };
  return { diagnostics: [unreadableSpec("package", { path, reason }, { artifact })] };
}
