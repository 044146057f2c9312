import type { StoredPackage } from "./read-package.ts";

/** The folder of templates that a package was rendered with, besides groundplan's own. */
export function lockedTemplates({ lock, root }: StoredPackage): string | undefined {
  return lock.templatesFolder === undefined ? undefined : `${root}/${lock.templatesFolder}`;
}
