import { LineCounter, parseDocument } from "yaml";
import type { Document } from "yaml";
import { z } from "zod";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { splitFrontmatter } from "./split-frontmatter.ts";

/** Who drafts: a system prompt with a name. */
export interface Persona {
  readonly name: string;
  readonly description: string;
  /** The body of the file: the system prompt. Never interpreted as a template. */
  readonly instructions: string;
  /** The whole file, for its digest and for the numbers that it states. */
  readonly text: string;
  readonly path: string;
}

export const badFrontmatter = declareDiagnostic<{
  readonly path: string;
  readonly line: number;
  readonly reason: string;
}>({
  code: "persona/bad-frontmatter",
  severity: "error",
  message: ({ path, line, reason }) => `${path}, line ${line}: ${reason}`,
  fix: "start the file with a block of `name:` and `description:` between two `---` lines, and put the instructions below it",
});

const header = z.object({
  name: z.string().trim().min(1).max(100),
  description: z.string().trim().min(1).max(2000),
});

/** Lines in front of the YAML block: the opening fence. */
const FENCE_LINES = 1;

/** Reads a persona file (front matter, then the prompt). Fields it does not know are ignored. */
export function parsePersona(path: string, text: string): Outcome<Persona> {
  const parts = splitFrontmatter(text);
  if (parts === undefined) {
    return report(path, 1, "the file does not start with a block between two `---` lines");
  }
  const counter = new LineCounter();
  const document = parseYaml(parts.yaml, counter);
  const [error] = document.errors;
  if (error !== undefined) {
    const line = counter.linePos(error.pos[0]).line + FENCE_LINES;
    return report(path, line, `not YAML: ${firstLine(error.message)}`);
  }
  const values = toValues(document);
  const result = header.safeParse(values);
  if (!result.success) {
    const [issue] = result.error.issues;
    const key = String(issue?.path[0] ?? "");
    return report(path, lineOf(key, parts.yaml), wording(key, values));
  }
  if (parts.body === "") return report(path, 1, "there are no instructions below the block");
  return { value: { ...result.data, instructions: parts.body, text, path }, diagnostics: [] };
}

/** `description: Use when: …` is common and not YAML: the value is then read as quoted. */
function parseYaml(source: string, counter: LineCounter): Document {
  const plain = parseDocument(source, { lineCounter: counter });
  if (plain.errors.length === 0) return plain;
  const quoted = source.replace(
    /^(name|description):[ \t]+(?!["'|>[{&*!])(.*\S)[ \t]*$/gm,
    (_, key: string, value: string) => `${key}: ${JSON.stringify(value)}`,
  );
  const retried = parseDocument(quoted);
  return retried.errors.length === 0 ? retried : plain;
}

function toValues(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    return undefined;
  }
}

function wording(key: string, values: unknown): string {
  if (typeof values !== "object" || values === null || Array.isArray(values)) {
    return "the block must hold `name:` and `description:`";
  }
  if (!Object.hasOwn(values, key)) return `\`${key}:\` is missing`;
  return `\`${key}:\` must be a text that is not empty and not overlong`;
}

function lineOf(key: string, yaml: string): number {
  const index = yaml.split("\n").findIndex((line) => line.startsWith(`${key}:`));
  return index === -1 ? 1 : index + 1 + FENCE_LINES;
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
}

function report(path: string, line: number, reason: string): Outcome<Persona> {
  const diagnostic: Diagnostic = badFrontmatter(
    "package",
    { path, line, reason },
    { artifact: { path, locator: { line } } },
  );
  return { diagnostics: [diagnostic] };
}
