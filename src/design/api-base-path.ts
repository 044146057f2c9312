import type { System } from "./design.ts";

/** What every path of the API begins with: the base path, and the version where it stands in it. */
export function apiBasePath({ basePath, versioning }: System["api"]): string {
  return versioning.scheme === "path" ? `${basePath}/${versioning.current}` : basePath;
}
