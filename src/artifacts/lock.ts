import { z } from "zod";
import { databaseEngines } from "../design/database-engine.ts";
import { migrationFormats } from "../design/migration-format.ts";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Outcome } from "../diagnostics/diagnostic.ts";
import { sortedBy } from "../util/order.ts";
import { parseJson } from "../util/parse-json.ts";
import { isPackagePath } from "./package-path.ts";

export const LOCK_PATH = "groundplan.lock.json";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Inside the package: a lock from outside must not name a file elsewhere, nor itself. */
const artifactPath = z
  .string()
  .refine((path) => isPackagePath(path) && path !== LOCK_PATH, "must be a file in the package");

const lockSchema = z.strictObject({
  lockVersion: z.literal(1),
  /** Version of groundplan that wrote the package. */
  groundplan: z.string(),
  architect: z.string(),
  /** Units that the rules drafted because the chosen architect failed. */
  fallbacks: z.array(z.string()),
  options: z.strictObject({
    openapi: z.enum(["3.0", "3.1"]),
    /** Where somebody chose one; else the Design says it. */
    database: z.enum(databaseEngines).optional(),
    /** golang-migrate where it is left out. */
    migrations: z.enum(migrationFormats).optional(),
  }),
  /** Digest of the persona text. */
  persona: sha256,
  /** Digest of all template texts. */
  templates: sha256,
  /** Folder of templates that take the place of groundplan's; relative to the package. */
  templatesFolder: z.string().min(1).optional(),
  /** Requirements files: path relative to the package, digest of the bytes. */
  requirements: z.array(z.strictObject({ path: z.string(), digest: sha256 })),
  /** Where each requirement stands; kept out of the Design, since an edit above moves it. */
  sources: z.record(
    z.string(),
    z.strictObject({ path: z.string(), line: z.int(), endLine: z.int() }),
  ),
  /** Every file that groundplan made, by path. */
  artifacts: z.record(artifactPath, sha256),
});

/** What a package was made from and what is in it. */
export type Lock = z.infer<typeof lockSchema>;

export const brokenLock = declareDiagnostic<{ readonly reason: string }>({
  code: "package/broken-lock",
  severity: "error",
  message: ({ reason }) => `${LOCK_PATH} cannot be read: ${reason}`,
  fix: "restore the file from version control, or move the folder away and generate the package again",
});

/** The text of a lock: keys sorted, so that it is the same on every machine. */
export function formatLock(lock: Lock): string {
  const { sources, artifacts, ...head } = lock;
  const text = { ...head, sources: sortKeys(sources), artifacts: sortKeys(artifacts) };
  return `${JSON.stringify(text, undefined, 2)}\n`;
}

export function parseLock(text: string): Outcome<Lock> {
  const json = parseJson(text);
  if (json.reason !== undefined) {
    const isConflict = /^<{7} /m.test(text);
    const reason = isConflict ? "it holds the marks of a merge conflict" : "it is not JSON";
    return failed(`${reason} (line ${json.line})`, json.line);
  }
  const result = lockSchema.safeParse(json.value);
  if (result.success) return { value: result.data, diagnostics: [] };
  const issue = result.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
  return failed(`${where}${issue?.message ?? "unknown form"}`);
}

function failed(reason: string, line?: number): Outcome<Lock> {
  const locator = line === undefined ? {} : { locator: { line } };
  const details = { artifact: { path: LOCK_PATH, ...locator } };
  return { diagnostics: [brokenLock("package", { reason }, details)] };
}

function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(sortedBy(Object.entries(record), ([key]) => key));
}
