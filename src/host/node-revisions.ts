import { execFile } from "node:child_process";
import { posix, relative, resolve } from "node:path";
import { promisify } from "node:util";
import type { FileEntry, Files, Revisions } from "./host.ts";
import { sortedBy } from "../util/order.ts";

const MAXIMUM_BYTES = 256 * 1024 * 1024;

interface TreeEntry {
  readonly object: string;
  readonly kind: FileEntry["kind"];
}

/** The Git repository around a folder. Only objects are read: the working tree stays as it is. */
export function createNodeRevisions(folder: string): Revisions {
  async function git(...args: readonly string[]): Promise<Buffer> {
    const options = { cwd: folder, encoding: "buffer", maxBuffer: MAXIMUM_BYTES } as const;
    return (await promisify(execFile)("git", [...args], options)).stdout;
  }
  async function at(revision: string): Promise<Files | { readonly reason: string }> {
    let commit: string;
    let prefix: string;
    try {
      prefix = (await git("rev-parse", "--show-prefix")).toString().trim();
    } catch (error) {
      const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
      return { reason: isMissing ? "git is not installed" : "this is no Git repository" };
    }
    try {
      const name = `${revision}^{commit}`;
      const found = await git("rev-parse", "--verify", "--quiet", "--end-of-options", name);
      commit = found.toString().trim().split("\n").at(-1) ?? "";
    } catch {
      return { reason: `Git knows no revision ${revision}` };
    }
    const tree = await readTree(commit);
    return filesOf(tree, prefix);
  }
  async function readTree(commit: string): Promise<ReadonlyMap<string, TreeEntry>> {
    const listing = await git("ls-tree", "-r", "-z", "--full-tree", commit);
    const entries = listing
      .toString()
      .split("\0")
      .flatMap((line) => {
        const [, mode = "", type, object = "", path] =
          /^(\d+) (\w+) ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
        if (path === undefined) return [];
        const kind = type === "blob" && mode.startsWith("100") ? "file" : "other";
        return [[path, { object, kind }] as const];
      });
    return new Map(entries);
  }
  function filesOf(tree: ReadonlyMap<string, TreeEntry>, prefix: string): Files {
    const inTree = (path: string): string => {
      const below = relative(folder, resolve(folder, path)).replaceAll("\\", "/");
      return posix.join(prefix, below).replace(/\/$/, "").replace(/^\.$/, "");
    };
    const refuse = async (): Promise<never> => {
      throw new Error("a revision cannot be written to");
    };
    return {
      async read(path) {
        const entry = tree.get(inTree(path));
        return entry?.kind === "file" ? git("cat-file", "blob", entry.object) : undefined;
      },
      async list(path) {
        const own = inTree(path);
        const start = own === "" ? "" : `${own}/`;
        const found = new Map<string, FileEntry["kind"]>();
        for (const [key, { kind }] of tree) {
          if (!key.startsWith(start)) continue;
          const [name = "", ...rest] = key.slice(start.length).split("/");
          found.set(name, rest.length > 0 ? "folder" : kind);
        }
        if (found.size === 0) return undefined;
        return sortedBy(
          [...found].map(([name, kind]) => ({ name, kind })),
          ({ name }) => name,
        );
      },
      write: refuse,
      rename: refuse,
      remove: refuse,
      resolve: (path) => resolve(folder, path).replaceAll("\\", "/"),
    };
  }
  return { at };
}
