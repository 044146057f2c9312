import {
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { sortedBy } from "../util/order.ts";
import type { Assets, FileEntry, Files, Host, Libraries, Log } from "./host.ts";
import { createNodeBrowsers } from "./node-browsers.ts";
import { createNodeDatabases } from "./node-databases.ts";
import { createNodeRevisions } from "./node-revisions.ts";

export interface NodeHostOptions {
  /** What relative paths start from; the working folder of the process by default. */
  readonly folder?: string;
  /** No progress at all. */
  readonly quiet?: boolean;
  /** Details as well as progress. */
  readonly verbose?: boolean;
}

/** The machine: the only piece of groundplan that touches files, environment and clock. */
export function createNodeHost(options: NodeHostOptions = {}): Host {
  return {
    files: createNodeFiles(options.folder ?? process.cwd()),
    assets: createNodeAssets(),
    libraries: createNodeLibraries(),
    clock: {
      now: () => performance.now(),
      today: () => new Date().toISOString().slice(0, 10),
    },
    revisions: createNodeRevisions(options.folder ?? process.cwd()),
    env: Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== "")),
    log: createNodeLog(options),
    databases: createNodeDatabases(),
    browsers: createNodeBrowsers(),
  };
}

function createNodeFiles(folder: string): Files {
  function at(path: string): string {
    return resolve(folder, path);
  }
  return {
    read: (path) => withoutAbsence(() => readFinite(at(path))),
    async write(path, content) {
      await mkdir(dirname(at(path)), { recursive: true });
      await writeFile(at(path), content);
    },
    async rename(from, to) {
      await mkdir(dirname(at(to)), { recursive: true });
      await rename(at(from), at(to));
    },
    async remove(path) {
      await withoutAbsence(() => removeOne(at(path)));
    },
    list: (path) => withoutAbsence(() => listFolder(at(path))),
    resolve: (path) => at(path).replaceAll("\\", "/"),
  };
}

/** Assets stand beside `src` or `dist`, which mirror each other; pages stand in them. */
function createNodeAssets(): Assets {
  const root = new URL("../../", import.meta.url);
  const pages = new URL("../", import.meta.url);
  function locate(path: string): string {
    if (path.split("/").includes("..")) throw new Error(`not the path of an asset: ${path}`);
    const page = path.startsWith("pages/");
    return fileURLToPath(page ? new URL(path.slice("pages/".length), pages) : new URL(path, root));
  }
  async function list(folder: string): Promise<readonly string[]> {
    const entries = await withoutAbsence(() => listFolder(locate(folder)));
    const paths = await Promise.all(
      (entries ?? []).map(async ({ name, kind }) => {
        const path = `${folder.replace(/\/$/, "")}/${name}`;
        return kind === "folder" ? list(path) : [path];
      }),
    );
    return sortedBy(paths.flat(), (path) => path);
  }
  return { read: (path) => withoutAbsence(() => readFile(locate(path), "utf8")), list };
}

/** Looks where an import would, without regard to what a package exports. */
function createNodeLibraries(): Libraries {
  const { resolve: resolveImport } = createRequire(import.meta.url);
  return {
    async read(path) {
      for (const folder of resolveImport.paths(path) ?? []) {
        const text = await withoutAbsence(() => readFile(join(folder, path), "utf8"));
        if (text !== undefined) return text;
      }
      return undefined;
    },
  };
}

function createNodeLog({ quiet = false, verbose = false }: NodeHostOptions): Log {
  function say(text: string): void {
    process.stderr.write(`${text}\n`);
  }
  return {
    progress: quiet ? () => {} : say,
    detail: verbose && !quiet ? say : () => {},
  };
}

async function listFolder(path: string): Promise<readonly FileEntry[]> {
  const entries = await readdir(path, { withFileTypes: true });
  const listed = entries.map((entry): FileEntry => {
    const kind = entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other";
    return { name: entry.name, kind };
  });
  return sortedBy(listed, (entry) => entry.name);
}

/** A device such as /dev/zero never ends, so there is no file at its path. */
async function readFinite(path: string): Promise<Uint8Array | undefined> {
  const found = await stat(path);
  if (found.isCharacterDevice() || found.isBlockDevice()) return undefined;
  return readFile(path);
}

async function removeOne(path: string): Promise<void> {
  const isFolder = (await lstat(path)).isDirectory();
  await (isFolder ? rmdir(path) : rm(path));
}

/** `undefined` where the system says that there is no such thing; every other error stays. */
async function withoutAbsence<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
    throw error;
  }
}
