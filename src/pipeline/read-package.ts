import { ancestorsOf, createFolderReader, kindOf } from "../artifacts/folder-reader.ts";
import type { Lock } from "../artifacts/lock.ts";
import { LOCK_PATH, parseLock } from "../artifacts/lock.ts";
import { recoverJournal } from "../artifacts/journal.ts";
import { isObstruction } from "../artifacts/obstruction.ts";
import type { Design } from "../design/design.ts";
import { loadDesign } from "../design/load-design.ts";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Files } from "../host/host.ts";
import type { AccessPlans } from "../sql/access-plans.ts";
import { readAccessPlans } from "../sql/access-plans.ts";
import type { MigrationHistory } from "../sql/migration-history.ts";

const exactDecoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A package as it is on disk. */
export interface StoredPackage {
  readonly root: string;
  readonly lock: Lock;
  readonly history: MigrationHistory;
  /** Measured plans that can be read, by context. */
  readonly accessPlans: ReadonlyMap<string, AccessPlans>;
  /** Text of the stored Design's documents, by path. */
  readonly documents: ReadonlyMap<string, string>;
}

export const notAPackage = declareDiagnostic<{ readonly path: string }>({
  code: "package/not-a-package",
  severity: "error",
  message: ({ path }) => `${path} is not a package: it has no ${LOCK_PATH}`,
  fix: "name a folder that `groundplan generate` made",
});

export const obstructed = declareDiagnostic<{ readonly reason: string }>({
  code: "package/obstructed",
  severity: "error",
  message: ({ reason }) => `groundplan cannot go on safely: ${reason}`,
  fix: "look at what is named, put it right, and run the command again",
});

/**
 * Reads a package, after ending what an interrupted write began. No value where there is none;
 * diagnostics where there is one that cannot be read.
 */
export async function readPackage(files: Files, root: string): Promise<Outcome<StoredPackage>> {
  const blocked = await findObstruction(() => recoverJournal(files, root));
  if (blocked.length > 0) return { diagnostics: blocked };
  const lockText = await readText(files, `${root}/${LOCK_PATH}`);
  if (lockText === undefined) return { diagnostics: [notAPackage("package", { path: root })] };
  const lock = parseLock(lockText);
  if (lock.value === undefined) return { diagnostics: below(root, lock.diagnostics) };
  const value = {
    root,
    lock: lock.value,
    history: await readHistory(files, root),
    accessPlans: await readPlans(files, root),
    documents: await readDocuments(files, root),
  };
  return { value, diagnostics: [] };
}

/** Does something to files; what stands in the way becomes a finding, and no change is left half. */
export async function findObstruction(
  action: () => Promise<unknown>,
): Promise<readonly Diagnostic[]> {
  try {
    await action();
    return [];
  } catch (error) {
    if (!isObstruction(error)) throw error;
    return [obstructed("package", { reason: error.message })];
  }
}

/** The Design of a stored package. */
export function designOf({ documents, root }: StoredPackage): Outcome<Design> {
  const outcome = loadDesign(documents);
  return { ...outcome, diagnostics: below(root, outcome.diagnostics) };
}

/** The diagnostics with paths that start from the working folder instead of the package. */
export function below(root: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (root === ".") return diagnostics;
  return diagnostics.map((found) =>
    found.artifact === undefined
      ? found
      : { ...found, artifact: { ...found.artifact, path: `${root}/${found.artifact.path}` } },
  );
}

/** A file that a person may write, as UTF-8 text without its byte order mark. */
export async function readText(files: Files, path: string): Promise<string | undefined> {
  const bytes = await files.read(path);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/**
 * Exact texts of those paths below a root where a plain file stands. No symbolic link is followed:
 * the difference of a file is printed, and a link could lead to what nobody means to print.
 */
export async function readPlainFiles(
  files: Files,
  root: string,
  paths: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const folders = createFolderReader(files, root);
  const found = new Map<string, string>();
  for (const path of new Set(paths)) {
    const kinds = await Promise.all([...ancestorsOf(path), path].map((at) => kindOf(folders, at)));
    if (kinds.at(-1) !== "file" || kinds.includes("other")) continue;
    const bytes = await files.read(`${root}/${path}`);
    if (bytes !== undefined) found.set(path, exactDecoder.decode(bytes));
  }
  return found;
}

/** Text of the documents of a stored Design, by path. */
export async function readDocuments(
  files: Files,
  root: string,
): Promise<ReadonlyMap<string, string>> {
  const documents = new Map<string, string>();
  for (const folder of ["design", "design/contexts"]) {
    for (const { name, kind } of (await files.list(`${root}/${folder}`)) ?? []) {
      if (kind !== "file" || !name.endsWith(".json")) continue;
      const text = await readText(files, `${root}/${folder}/${name}`);
      if (text !== undefined) documents.set(`${folder}/${name}`, text);
    }
  }
  return documents;
}

async function readHistory(files: Files, root: string): Promise<MigrationHistory> {
  const history = new Map<string, ReadonlyMap<string, string>>();
  for (const { name: context, kind } of (await files.list(`${root}/database`)) ?? []) {
    if (kind !== "folder") continue;
    const folder = `${root}/database/${context}/migrations`;
    const names = ((await files.list(folder)) ?? []).map(({ name }) => name);
    const migrations = await readPlainFiles(files, folder, names);
    if (migrations.size > 0) history.set(context, migrations);
  }
  return history;
}

async function readPlans(files: Files, root: string): Promise<ReadonlyMap<string, AccessPlans>> {
  const found = new Map<string, AccessPlans>();
  for (const { name: context, kind } of (await files.list(`${root}/database`)) ?? []) {
    if (kind !== "folder") continue;
    const path = `database/${context}/access-plans.json`;
    const text = (await readPlainFiles(files, root, [path])).get(path);
    const plans = text === undefined ? undefined : readAccessPlans(text);
    if (plans?.context === context) found.set(context, plans);
  }
  return found;
}
