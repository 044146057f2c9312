import type { MigrationSource } from "../checks/lint-migrations.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Files } from "../host/host.ts";
import { naturalOrder } from "../util/natural-order.ts";
import { emptyMigration } from "./empty-migration.ts";
import { migrationNotFound } from "./migration-not-found.ts";
import { noMigrations } from "./no-migrations.ts";
import { unreadableMigration } from "./unreadable-migration.ts";

/** What could be read, in the order in which it runs, and what could not. */
export interface MigrationsReading {
  readonly sources: readonly MigrationSource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** 8 MiB: a hundred thousand statements. */
const BOUND = 8 * 1024 * 1024;
/** Folders deeper than this are not searched. */
const MAXIMUM_DEPTH = 8;

/** Reads files as given, and those of folders in the order of their numbers. */
export async function readMigrations(
  files: Files,
  inputs: readonly string[],
): Promise<MigrationsReading> {
  const sources: MigrationSource[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const input of inputs.map((given) =>
    given.replaceAll("\\", "/").replace(/(?<=.)\/+$/, ""),
  )) {
    const entries = await files.list(input);
    const paths = entries === undefined ? [input] : await filesBelow(files, input, 0);
    if (paths.length === 0) diagnostics.push(noMigrations("package", { path: input }));
    for (const path of paths) {
      if (seen.has(files.resolve(path))) continue;
      seen.add(files.resolve(path));
      const { value: text, diagnostics: problems } = await readMigration(files, path);
      diagnostics.push(...problems);
      if (text === undefined) continue;
      if (isEmpty(text) && !isExplainedDown(path, text)) {
        diagnostics.push(emptyMigration("package", { path }, { artifact: { path } }));
      }
      sources.push({ path, text });
    }
  }
  return { sources, diagnostics };
}

/** The text of one file; a finding where it has none. */
export async function readMigration(files: Files, path: string): Promise<Outcome<string>> {
  const bytes = await files.read(path);
  if (bytes === undefined) return { diagnostics: [migrationNotFound("package", { path })] };
  const outcome = decode(bytes);
  if ("text" in outcome) return { value: outcome.text, diagnostics: [] };
  const details = { artifact: { path } };
  const args = { path, problem: outcome.problem };
  return { diagnostics: [unreadableMigration("package", args, details)] };
}

async function filesBelow(files: Files, folder: string, depth: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, kind } of (await files.list(folder)) ?? []) {
    if (name.startsWith(".") || name === "node_modules") continue;
    const path = folder === "." ? name : `${folder.replace(/\/$/, "")}/${name}`;
    if (kind === "file" && /\.sql$/i.test(name)) found.push(path);
    if (kind === "folder" && depth < MAXIMUM_DEPTH) {
      found.push(...(await filesBelow(files, path, depth + 1)));
    }
  }
  return depth === 0 ? found.sort(inOrderOfRuns) : found;
}

/** A way back is looked at after the way there; what Flyway repeats comes last. */
function inOrderOfRuns(a: string, b: string): number {
  return naturalOrder(runKey(a), runKey(b));
}

function runKey(path: string): string {
  const [, folder = "", name = path] = /^(.*\/)?([^/]*)$/.exec(path) ?? [];
  const back = /^(?:U[\d._]+__.*|.*\.down)\.sql$/i.test(name) ? 1 : 0;
  const repeated = name.startsWith("R__") ? 1 : 0;
  const stem = name.replace(/\.(?:up|down)\.sql$/i, "").replace(/^[VU](?=\d)/, "");
  return `${folder}${repeated}/${stem}/${back}`;
}

function decode(bytes: Uint8Array): { readonly text: string } | { readonly problem: string } {
  if (bytes.length > BOUND) {
    return { problem: `it has ${Math.ceil(bytes.length / 1024 / 1024)} MiB, more than 8` };
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { problem: "it is UTF-16" };
  }
  if (bytes.includes(0)) return { problem: "it is a binary file" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { problem: "it is not UTF-8" };
  }
}

/** A way back that has nothing to do, and says so. */
function isExplainedDown(path: string, text: string): boolean {
  return /\.down\.sql$/i.test(path) && /--|\/\*/.test(text);
}

/** Comments and space; the parser says the rest. */
function isEmpty(text: string): boolean {
  return text.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|[\s;]/g, "") === "";
}
