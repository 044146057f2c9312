import { z } from "zod";
import { databaseEngines } from "../design/database-engine.ts";
import { migrationFormats } from "../design/migration-format.ts";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Outcome } from "../diagnostics/diagnostic.ts";
import type { Files } from "../host/host.ts";
import { parseJson } from "../util/parse-json.ts";
import { relativePath } from "../util/relative-path.ts";
import { readText } from "./read-package.ts";

export const CONFIG_NAME = "groundplan.config.json";

/** The form of an architect's choice: `replay:` names a folder of recordings. */
const architectChoice = z.union([
  z.enum(["rules", "model"]),
  z.string().regex(/^replay:.+$/, "must be rules, model or replay:<folder>"),
]);

/** `groundplan.config.json`: the same keys as the options of the command line, which wins. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  /** Who drafts: `rules`, `model` or `replay:<folder>`. */
  architect: architectChoice.optional(),
  /** Markdown file with the persona of the model architect. */
  persona: z.string().optional(),
  /** Folder of templates that take the place of groundplan's by file name. */
  templates: z.string().optional(),
  /** Id of the model. */
  model: z.string().optional(),
  /** No falling back to the rules where the model fails. */
  strict: z.boolean().optional(),
  /** The relational engine; else what the requirements ask for, else PostgreSQL. */
  database: z.enum(databaseEngines).optional(),
  /** What runs the migrations: `golang-migrate` (pairs of files), `dbmate` or `flyway`. */
  migrations: z.enum(migrationFormats).optional(),
  openapi: z.enum(["3.0", "3.1"]).optional(),
});

export type Config = z.infer<typeof configSchema>;

export const brokenConfig = declareDiagnostic<{ readonly path: string; readonly reason: string }>({
  code: "package/broken-config",
  severity: "error",
  message: ({ path, reason }) => `${path}: ${reason}`,
  fix: "correct the file; `groundplan schema config` prints what is allowed",
});

/** The nearest config, from the working folder upwards; empty where there is none. */
export async function loadConfig(files: Files): Promise<Outcome<Config>> {
  const working = files.resolve(".");
  for (const folder of [working, ...foldersAbove(working)]) {
    const path = `${folder}/${CONFIG_NAME}`;
    const text = await readText(files, path);
    if (text === undefined) continue;
    return parseConfig(relativePath(working, path), text, folder);
  }
  return { value: {}, diagnostics: [] };
}

/** Up to the root of the file system, which is the empty text: a `/` follows. */
function foldersAbove(folder: string): readonly string[] {
  const segments = folder.replace(/\/$/, "").split("/");
  return segments
    .slice(1)
    .map((_, index) => segments.slice(0, index + 1).join("/"))
    .reverse();
}

/** Paths in the file start from the file's own folder. */
function parseConfig(path: string, text: string, folder: string): Outcome<Config> {
  const artifact = { path };
  const json = parseJson(text);
  if (json.reason !== undefined) {
    const details = { artifact: { path, locator: { line: json.line } } };
    const reason = `line ${json.line} is not JSON: ${json.reason}`;
    return { diagnostics: [brokenConfig("package", { path, reason }, details)] };
  }
  const result = configSchema.safeParse(json.value);
  if (!result.success) {
    const diagnostics = result.error.issues.map(({ path: where, message }) => {
      const reason = where.length === 0 ? message : `${where.join(".")}: ${message}`;
      return brokenConfig("package", { path, reason }, { artifact });
    });
    return { diagnostics };
  }
  const { persona, templates, architect, ...rest } = result.data;
  return {
    value: {
      ...rest,
      ...(persona === undefined ? {} : { persona: below(folder, persona) }),
      ...(templates === undefined ? {} : { templates: below(folder, templates) }),
      ...(architect === undefined ? {} : { architect: architectFrom(folder, architect) }),
    },
    diagnostics: [],
  };
}

function architectFrom(folder: string, architect: string): string {
  const recordings = /^replay:(.+)$/.exec(architect)?.[1];
  return recordings === undefined ? architect : `replay:${below(folder, recordings)}`;
}

function below(folder: string, path: string): string {
  const isAbsolute = /^(?:[A-Za-z]:)?[\\/]/.test(path);
  return isAbsolute ? path : `${folder}/${path}`;
}
