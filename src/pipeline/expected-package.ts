import type { Lock } from "../artifacts/lock.ts";
import type { Design } from "../design/design.ts";
import type { EmitOptions } from "../emitters/emitter.ts";
import type { Templates } from "./load-templates.ts";
import type { StoredPackage } from "./read-package.ts";

/** The options that a stored package was rendered with. */
export function optionsOf({ lock, history }: StoredPackage, templates: Templates): EmitOptions {
  return {
    openapi: lock.options.openapi,
    database: lock.options.database,
    templates: templates.texts,
    history,
    provenance: {
      architect: lock.architect,
      fallbacks: lock.fallbacks,
      requirements: lock.requirements.map(({ path }) => path),
    },
  };
}

/** The lock of a package that is rendered again: only sources of requirements that still exist. */
export function relock(
  lock: Lock,
  design: Design,
  templates: Templates,
  groundplan: string,
): Omit<Lock, "artifacts"> {
  const { artifacts: _artifacts, ...rest } = lock;
  const ids = new Set(design.system.requirements.map(({ id }) => id));
  const sources = Object.fromEntries(Object.entries(lock.sources).filter(([id]) => ids.has(id)));
  return { ...rest, groundplan, templates: templates.digest, sources };
}
