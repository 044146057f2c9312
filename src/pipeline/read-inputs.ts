import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Files } from "../host/host.ts";
import { LOCK_PATH } from "../artifacts/lock.ts";
import { decodeText } from "../requirements/decode-text.ts";
import { digest } from "../util/digest.ts";

/** One requirements file, decoded. */
export interface InputDocument {
  /** As given, or found below a folder that was given. */
  readonly path: string;
  readonly text: string;
  /** Of the bytes. */
  readonly digest: string;
}

export const inputNotFound = declareDiagnostic<{ readonly path: string }>({
  code: "requirements/input-not-found",
  severity: "error",
  message: ({ path }) => `${path} does not exist`,
  fix: "check the path; it starts from the working folder",
});

export const noDocuments = declareDiagnostic<{ readonly path: string }>({
  code: "requirements/no-documents",
  severity: "error",
  message: ({ path }) => `${path} holds no requirements document (.md, .markdown or .txt)`,
  fix: "name a folder that holds Markdown or text files, or name the files",
});

const DOCUMENT = /\.(?:md|markdown|txt)$/i;
/** Folders deeper than this are not searched. */
const MAXIMUM_DEPTH = 8;

/** Reads files and folders of requirements; all problems at once. */
export async function readInputs(
  files: Files,
  paths: readonly string[],
): Promise<Outcome<readonly InputDocument[]>> {
  const documents: InputDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const path of paths.map((given) => given.replaceAll("\\", "/").replace(/(?<=.)\/+$/, ""))) {
    const found = await findDocuments(files, path, 0);
    if (found === undefined) diagnostics.push(inputNotFound("package", { path }));
    else if (found.length === 0) diagnostics.push(noDocuments("package", { path }));
    for (const file of found ?? []) {
      if (seen.has(files.resolve(file))) continue;
      seen.add(files.resolve(file));
      const bytes = await files.read(file);
      if (bytes === undefined) continue;
      const text = decodeText(file, bytes);
      diagnostics.push(...text.diagnostics);
      if (text.value === undefined) continue;
      documents.push({ path: file, text: text.value, digest: digest(bytes) });
    }
  }
  const isBroken = diagnostics.some(({ severity }) => severity === "error");
  return isBroken ? { diagnostics } : { value: documents, diagnostics };
}

async function findDocuments(
  files: Files,
  path: string,
  depth: number,
): Promise<readonly string[] | undefined> {
  const entries = await files.list(path);
  if (entries === undefined) return (await files.read(path)) === undefined ? undefined : [path];
  // A package is made from requirements; its documents are none themselves.
  if (entries.some(({ name }) => name === LOCK_PATH)) return [];
  const found: string[] = [];
  for (const { name, kind } of entries) {
    if (name.startsWith(".") || name === "node_modules") continue;
    if (kind === "file" && DOCUMENT.test(name)) found.push(join(path, name));
    if (kind === "folder" && depth < MAXIMUM_DEPTH) {
      found.push(...((await findDocuments(files, join(path, name), depth + 1)) ?? []));
    }
  }
  return found;
}

function join(folder: string, name: string): string {
  return folder === "." ? name : `${folder.replace(/\/$/, "")}/${name}`;
}
