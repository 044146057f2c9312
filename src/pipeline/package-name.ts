import { toKebab } from "../util/naming.ts";

/**
 * The name of the package for requirements at an absolute path: the folder's name when the file is
 * called requirements (or when a folder was named), else the file's own name.
 */
export function packageName(path: string): string {
  const parts = path.split("/").filter((part) => part !== "");
  const last = (parts.at(-1) ?? "package").replace(/\.(?:md|markdown|txt)$/i, "");
  const name = /^requirements$/i.test(last) ? (parts.at(-2) ?? last) : last;
  return toKebab(name);
}
