import type { Assets, FileEntry, Files, Host } from "./host.ts";
import { byCodeUnit, sortedBy } from "../util/order.ts";

export interface MemoryHostOptions {
  /** Contents by path, absolute or relative to `/desk`. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Folders that are there although they are empty. */
  readonly folders?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly assets?: Assets | Readonly<Record<string, string>>;
  /** The files at earlier revisions, by name of the revision. */
  readonly revisions?: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>>;
  /** The day, as ISO 8601. */
  readonly today?: string;
  /** The call that changes files with this number, from 1, and all after it throw a stop signal. */
  readonly stopAfterWrites?: number;
  /** The stopped call leaves half of its bytes behind when it is a write. */
  readonly torn?: boolean;
}

/** A host that lives in memory: for tests, dry runs and simulated crashes. */
export interface MemoryHost extends Host {
  /** Contents by absolute path. */
  snapshot(): Readonly<Record<string, Uint8Array>>;
  /** Absolute paths of the folders, the root excluded. */
  folders(): readonly string[];
  /** How many calls changed files so far. */
  changes(): number;
  readonly progress: readonly string[];
}

const WORKING_FOLDER = "/desk";
const STOP_SIGNAL = "StopSignal";

/** Whether an error is the simulated end of the process. */
export function isStopSignal(error: unknown): boolean {
  return error instanceof Error && error.name === STOP_SIGNAL;
}

export function createMemoryHost(options: MemoryHostOptions = {}): MemoryHost {
  const contents = new Map<string, Uint8Array>();
  const folders = new Set<string>(["/"]);
  const progress: string[] = [];
  let changes = 0;

  function makeFolders(folder: string): void {
    if (contents.has(folder)) throw systemError("ENOTDIR", folder);
    if (folders.has(folder)) return;
    makeFolders(parentOf(folder));
    folders.add(folder);
  }

  function put(path: string, content: Uint8Array): void {
    makeFolders(parentOf(path));
    if (folders.has(path)) throw systemError("EISDIR", path);
    contents.set(path, content);
  }

  function stopIfDue(tear: () => void = () => {}): void {
    changes += 1;
    if (options.stopAfterWrites === undefined || changes < options.stopAfterWrites) return;
    if (options.torn === true && changes === options.stopAfterWrites) tear();
    throw Object.assign(new Error(`stopped at change ${changes}`), { name: STOP_SIGNAL });
  }

  function childrenOf(folder: string): readonly FileEntry[] {
    const below = (path: string): boolean => path !== "/" && parentOf(path) === folder;
    const entry = (kind: FileEntry["kind"]) => (path: string) => ({ name: nameOf(path), kind });
    return sortedBy(
      [
        ...[...contents.keys()].filter(below).map(entry("file")),
        ...[...folders].filter(below).map(entry("folder")),
      ],
      ({ name }) => name,
    );
  }

  const files: Files = {
    async read(path) {
      return contents.get(resolveInMemory(path))?.slice();
    },
    async write(path, content) {
      const bytes = toBytes(content);
      const target = resolveInMemory(path);
      stopIfDue(() => put(target, bytes.slice(0, Math.floor(bytes.length / 2))));
      put(target, bytes);
    },
    async rename(from, to) {
      stopIfDue();
      const source = resolveInMemory(from);
      const content = contents.get(source);
      if (content === undefined) throw systemError("ENOENT", source);
      put(resolveInMemory(to), content);
      if (source !== resolveInMemory(to)) contents.delete(source);
    },
    async remove(path) {
      stopIfDue();
      const target = resolveInMemory(path);
      if (folders.has(target) && childrenOf(target).length > 0) {
        throw systemError("ENOTEMPTY", target);
      }
      contents.delete(target);
      folders.delete(target);
    },
    async list(path) {
      const folder = resolveInMemory(path);
      return folders.has(folder) ? childrenOf(folder) : undefined;
    },
    resolve: resolveInMemory,
  };

  makeFolders(WORKING_FOLDER);
  for (const folder of options.folders ?? []) makeFolders(resolveInMemory(folder));
  for (const [path, content] of Object.entries(options.files ?? {})) {
    put(resolveInMemory(path), toBytes(content));
  }

  return {
    files,
    assets: toAssets(options.assets ?? {}),
    clock: { now: () => 0, today: () => options.today ?? "2026-01-01" },
    revisions: {
      async at(revision) {
        const tree = options.revisions?.[revision];
        if (tree === undefined) return { reason: `there is no revision ${revision}` };
        return createMemoryHost({ files: tree }).files;
      },
    },
    env: options.env ?? {},
    log: { progress: (text) => void progress.push(text), detail: () => {} },
    snapshot: () => Object.fromEntries(sortedBy(contents, ([path]) => path)),
    folders: () => sortedBy(folders, (path) => path).filter((path) => path !== "/"),
    changes: () => changes,
    progress,
  };
}

function toAssets(assets: NonNullable<MemoryHostOptions["assets"]>): Assets {
  if (isAssets(assets)) return assets;
  const paths = Object.keys(assets).sort(byCodeUnit);
  return {
    async read(path) {
      return Object.hasOwn(assets, path) ? assets[path] : undefined;
    },
    async list(folder) {
      return paths.filter((path) => path.startsWith(`${folder.replace(/\/$/, "")}/`));
    },
  };
}

function isAssets(assets: NonNullable<MemoryHostOptions["assets"]>): assets is Assets {
  return typeof assets["read"] === "function";
}

function resolveInMemory(path: string): string {
  const segments: string[] = [];
  const absolute = path.startsWith("/") ? path : `${WORKING_FOLDER}/${path}`;
  for (const segment of absolute.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return `/${segments.join("/")}`;
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content.slice();
}

function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
