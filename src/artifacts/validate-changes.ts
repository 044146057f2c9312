import type { Files } from "../host/host.ts";
import type { Change } from "./change.ts";
import type { FolderReader } from "./folder-reader.ts";
import { ancestorsOf, createFolderReader, kindOf } from "./folder-reader.ts";
import { obstruction } from "./obstruction.ts";
import { isPackagePath, JOURNAL_FOLDER } from "./package-path.ts";

/**
 * Throws where a change cannot be made inside the root: a path that leaves it, by its text or
 * through a symbolic link, or a file where the tree has (or is to have) a folder.
 */
export async function validateChanges(
  files: Files,
  root: string,
  changes: readonly Change[],
): Promise<void> {
  const written = changes.filter(({ content }) => content !== undefined);
  const removed = new Set(
    changes.filter(({ content }) => content === undefined).map(({ path }) => path),
  );
  for (const { path } of changes) validatePath(path);
  validateUnique(changes, new Set(written.map(({ path }) => path)));

  const folders = createFolderReader(files, root);
  await validateJournalFolder(folders);
  for (const { path } of changes) await validateAncestors(folders, path, removed);
  for (const { path } of written) await validateRoom(folders, path, removed);
}

function validatePath(path: string): void {
  if (isPackagePath(path)) return;
  if (path.split("/")[0]?.toLowerCase() === JOURNAL_FOLDER) {
    throw new Error(`${JSON.stringify(path)} is in the folder of the journal`);
  }
  throw new Error(`not a path inside a package: ${JSON.stringify(path)}`);
}

function validateUnique(changes: readonly Change[], written: ReadonlySet<string>): void {
  const seen = new Set<string>();
  for (const { path } of changes) {
    if (seen.has(path)) throw new Error(`${path} is changed twice`);
    seen.add(path);
  }
  for (const path of written) {
    const folder = ancestorsOf(path).find((ancestor) => written.has(ancestor));
    if (folder !== undefined) throw new Error(`${folder} is to be a file and a folder`);
  }
}

async function validateJournalFolder(folders: FolderReader): Promise<void> {
  const found = (await folders("")).find(({ name }) => name === JOURNAL_FOLDER);
  const inside = found?.kind === "folder" ? await folders(JOURNAL_FOLDER) : [];
  const staged = inside.find(({ name }) => name === "staged");
  if ((found?.kind ?? "folder") !== "folder" || (staged?.kind ?? "folder") !== "folder") {
    throw obstruction(`${JOURNAL_FOLDER} is not a folder of groundplan: remove it`);
  }
}

async function validateAncestors(
  folders: FolderReader,
  path: string,
  removed: ReadonlySet<string>,
): Promise<void> {
  for (const ancestor of [...ancestorsOf(path), path]) {
    const kind = await kindOf(folders, ancestor);
    if (kind === undefined) return;
    if (kind === "other") {
      throw obstruction(
        `${ancestor} is a symbolic link or no plain file: groundplan will not follow it`,
      );
    }
    // A removal below a file is one that was made already.
    if (kind === "file" && ancestor !== path && !removed.has(ancestor) && !removed.has(path)) {
      throw obstruction(`${ancestor} is a file, and ${path} needs a folder there`);
    }
  }
}

/** A file may take the place of a folder only where every file in the folder is removed. */
async function validateRoom(
  folders: FolderReader,
  path: string,
  removed: ReadonlySet<string>,
): Promise<void> {
  if ((await kindOf(folders, path)) !== "folder") return;
  for (const { name, kind } of await folders(path)) {
    const below = `${path}/${name}`;
    if (kind === "folder") await validateRoom(folders, below, removed);
    else if (!removed.has(below)) throw obstruction(`${path} is a folder and holds ${below}`);
  }
}
