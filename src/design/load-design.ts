import type { z } from "zod";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { parseJson } from "../util/parse-json.ts";
import { createLineFinder } from "./create-line-finder.ts";
import type { ContextDesign, Design, System } from "./design.ts";
import { contextPath, SYSTEM_PATH } from "./design-documents.ts";
import { contextDesignSchema } from "./schema/context-design.ts";
import { systemSchema } from "./schema/system.ts";
import { subjectAtPath } from "./subject-at-path.ts";
import { upgradeDesign } from "./upgrade-design.ts";
import { SYSTEM } from "./walk-design.ts";

/** Largest document that is read, in characters. */
const MAXIMUM_LENGTH = 20_000_000;

export const missingDocument = declareDiagnostic<{ readonly path: string }>({
  code: "design/missing-document",
  severity: "error",
  message: ({ path }) => `${path} is missing`,
  fix: "restore the file, or remove the context from system.json",
});

export const notJson = declareDiagnostic<{ readonly path: string; readonly reason: string }>({
  code: "design/not-json",
  severity: "error",
  message: ({ path, reason }) => `${path} is not JSON: ${reason}`,
  fix: "correct the syntax on the line that is named",
});

export const invalidValue = declareDiagnostic<{ readonly where: string; readonly reason: string }>({
  code: "design/invalid-value",
  severity: "error",
  message: ({ where, reason }) => `${where}: ${reason}`,
  fix: "correct the value; the JSON Schema beside the design says what is allowed",
});

export const strayDocument = declareDiagnostic<{ readonly path: string }>({
  code: "design/stray-document",
  severity: "error",
  message: ({ path }) => `${path} describes a context that system.json does not list`,
  fix: "add the context to system.json, or remove the file",
});

/** Reads the stored documents of a package (by path) into a Design, or says what is wrong where. */
export function loadDesign(documents: ReadonlyMap<string, string>): Outcome<Design> {
  const system = loadDocument(SYSTEM_PATH, SYSTEM, systemSchema, documents, true);
  if (system.value === undefined) return { diagnostics: system.diagnostics };
  const ids = system.value.contexts.map(({ id }) => id);
  const loaded = ids.map((context) => loadContext(context, documents));
  const known = new Set([SYSTEM_PATH, ...ids.map(contextPath)]);
  const strays = [...documents.keys()].filter((path) => !known.has(path));
  const diagnostics = [
    ...system.diagnostics,
    ...loaded.flatMap((outcome) => outcome.diagnostics),
    ...strays.map((path) => strayDocument("package", { path }, { artifact: { path } })),
  ];
  const contexts = loaded.flatMap(({ value }) => (value === undefined ? [] : [value]));
  if (diagnostics.some(({ severity }) => severity === "error")) return { diagnostics };
  return { value: { system: system.value, contexts }, diagnostics };
}

function loadContext(
  context: string,
  documents: ReadonlyMap<string, string>,
): Outcome<ContextDesign> {
  const path = contextPath(context);
  const outcome = loadDocument(path, context, contextDesignSchema, documents, false);
  if (outcome.value === undefined || outcome.value.context === context) return outcome;
  const reason = `must be "${context}", as the file is called`;
  const details = { pointer: "/context", artifact: { path } };
  return { diagnostics: [invalidValue(context, { where: "context", reason }, details)] };
}

function loadDocument<Schema extends z.ZodType>(
  path: string,
  name: string,
  schema: Schema,
  documents: ReadonlyMap<string, string>,
  versioned: boolean,
): Outcome<z.infer<Schema>> {
  const text = documents.get(path);
  const artifact = { path };
  if (text === undefined) return { diagnostics: [missingDocument(name, { path }, { artifact })] };
  if (text.length > MAXIMUM_LENGTH) {
    const reason = `it is longer than ${MAXIMUM_LENGTH} characters`;
    return { diagnostics: [notJson(name, { path, reason }, { artifact })] };
  }
  const parsed = readObject(path, name, text);
  if (parsed.value === undefined) return { diagnostics: parsed.diagnostics };
  const upgraded = versioned
    ? upgradeDesign(parsed.value as System)
    : { value: parsed.value, diagnostics: [] };
  if (upgraded.value === undefined) {
    return { diagnostics: upgraded.diagnostics.map((found) => ({ ...found, artifact })) };
  }
  const result = schema.safeParse(upgraded.value);
  if (result.success) return { value: result.data, diagnostics: [] };
  return {
    diagnostics: describeIssues(result.error.issues, { path, name, text, value: parsed.value }),
  };
}

function readObject(path: string, name: string, text: string): Outcome<unknown> {
  const parsed = parseJson(text);
  const line = parsed.reason === undefined ? 1 : parsed.line;
  const isObject =
    parsed.reason === undefined &&
    typeof parsed.value === "object" &&
    parsed.value !== null &&
    !Array.isArray(parsed.value);
  if (isObject) return { value: parsed.value, diagnostics: [] };
  const reason = parsed.reason ?? "it must hold an object";
  return {
    diagnostics: [notJson(name, { path, reason }, { artifact: { path, locator: { line } } })],
  };
}

interface Source {
  readonly path: string;
  readonly name: string;
  readonly text: string;
  readonly value: unknown;
}

function describeIssues(
  issues: readonly z.core.$ZodIssue[],
  source: Source,
): readonly Diagnostic[] {
  const lineOf = createLineFinder(source.text);
  return issues.map((issue) => {
    const tokens = issue.path.map((token) => (typeof token === "number" ? token : String(token)));
    const line = lineOf(tokens);
    const { subject, pointer } = subjectAtPath(source.name, source.value, tokens);
    const where = tokens.length === 0 ? source.path : tokens.join(".");
    return invalidValue(
      subject,
      { where, reason: issue.message },
      { pointer, artifact: { path: source.path, locator: { line } } },
    );
  });
}
