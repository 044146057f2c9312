import type { FileEntry, Files } from "../host/host.ts";

/** What is in a folder below a root (`""` for the root itself); each folder is listed once. */
export type FolderReader = (folder: string) => Promise<readonly FileEntry[]>;

export function createFolderReader(files: Files, root: string): FolderReader {
  const known = new Map<string, readonly FileEntry[]>();
  return async function readFolder(folder) {
    const entries =
      known.get(folder) ?? (await files.list(folder === "" ? root : `${root}/${folder}`)) ?? [];
    known.set(folder, entries);
    return entries;
  };
}

/** What stands at a path below the root, or `undefined` where nothing does. */
export async function kindOf(
  folders: FolderReader,
  path: string,
): Promise<FileEntry["kind"] | undefined> {
  const cut = path.lastIndexOf("/");
  const entries = await folders(path.slice(0, Math.max(cut, 0)));
  return entries.find(({ name }) => name === path.slice(cut + 1))?.kind;
}

/** The folders around a path, outermost first, the root left out. */
export function ancestorsOf(path: string): readonly string[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
}
