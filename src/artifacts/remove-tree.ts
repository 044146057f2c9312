import type { Files } from "../host/host.ts";

/** Removes a folder with all that is in it. A symbolic link in it goes, its target stays. */
export async function removeTree(files: Files, folder: string): Promise<void> {
  const entries = await files.list(folder);
  if (entries === undefined) return;
  for (const { name, kind } of entries) {
    const path = `${folder}/${name}`;
    await (kind === "folder" ? removeTree(files, path) : files.remove(path));
  }
  await files.remove(folder);
}

/** Removes a folder that holds nothing but empty folders; any other stays as it is. */
export async function removeEmptyTree(files: Files, folder: string): Promise<void> {
  if (await isEmptyTree(files, folder)) await removeTree(files, folder);
}

/** Removes the folders between `root` and a path in it, as far up as they are empty. */
export async function removeEmptyFoldersAbove(
  files: Files,
  root: string,
  path: string,
): Promise<void> {
  const segments = path.split("/");
  for (let depth = segments.length - 1; depth > 0; depth--) {
    const folder = `${root}/${segments.slice(0, depth).join("/")}`;
    const entries = await files.list(folder);
    if (entries !== undefined && entries.length > 0) return;
    if (entries !== undefined) await files.remove(folder);
  }
}

async function isEmptyTree(files: Files, folder: string): Promise<boolean> {
  for (const { name, kind } of (await files.list(folder)) ?? []) {
    if (kind !== "folder" || !(await isEmptyTree(files, `${folder}/${name}`))) return false;
  }
  return true;
}
