import { z } from "zod";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Outcome } from "../diagnostics/diagnostic.ts";
import type { Files } from "../host/host.ts";
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
  /** Id of the model. */
  model: z.string().optional(),
  /** No falling back to the rules where the model fails. */
  strict: z.boolean().optional(),
  database: z.enum(["postgresql"]).optional(),
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
  let folder = files.resolve(".");
  for (;;) {
    const path = `${folder.replace(/\/$/, "")}/${CONFIG_NAME}`;
    const text = await readText(files, path);
    if (text !== undefined) return parseConfig(path, text, folder);
    const parent = folder.slice(0, Math.max(1, folder.lastIndexOf("/")));
    if (parent === folder) return { value: {}, diagnostics: [] };
    folder = parent;
  }
}

/** Paths in the file start from the file's own folder. */
function parseConfig(path: string, text: string, folder: string): Outcome<Config> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { diagnostics: [brokenConfig("package", { path, reason: "it is not JSON" })] };
  }
  const result = configSchema.safeParse(json);
  if (!result.success) {
    const diagnostics = result.error.issues.map(({ path: where, message }) => {
      const reason = where.length === 0 ? message : `${where.join(".")}: ${message}`;
      return brokenConfig("package", { path, reason });
    });
    return { diagnostics };
  }
  const { persona, architect, ...rest } = result.data;
  const recordings = architect?.startsWith("replay:")
    ? architect.slice("replay:".length)
    : undefined;
  const value: Config = {
    ...rest,
    ...(persona === undefined ? {} : { persona: `${folder}/${persona}` }),
    ...(architect === undefined ? {} : { architect }),
    ...(recordings === undefined ? {} : { architect: `replay:${folder}/${recordings}` as const }),
  };
  return { value, diagnostics: [] };
}
