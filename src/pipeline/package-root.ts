import type { Files } from "../host/host.ts";

/**
 * The folder of a package as reports name it: relative where it is in the working folder (`.` for
 * that itself), else absolute. However it was written: trailing slashes, backslashes, `./`.
 */
export function packageRoot({ resolve }: Files, given: string): string {
  const root = resolve(given === "" ? "." : given.replaceAll("\\", "/"));
  const working = resolve(".");
  if (root === working) return ".";
  const prefix = working.endsWith("/") ? working : `${working}/`;
  return root.startsWith(prefix) ? root.slice(prefix.length) : root;
}
