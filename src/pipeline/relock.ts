import type { Lock } from "../artifacts/lock.ts";
import type { Design } from "../design/design.ts";
import { withoutUndefined } from "../util/without-undefined.ts";
import type { Templates } from "./load-templates.ts";

/** The lock of a package that is rendered again: only sources of requirements that still exist. */
export function relock(
  lock: Lock,
  design: Design,
  templates: Templates,
  groundplan: string,
  templatesFolder?: string,
): Omit<Lock, "artifacts"> {
  const { artifacts: _artifacts, ...rest } = lock;
  const ids = new Set(design.system.requirements.map(({ id }) => id));
  const sources = Object.fromEntries(Object.entries(lock.sources).filter(([id]) => ids.has(id)));
  return {
    ...rest,
    groundplan,
    templates: templates.digest,
    ...withoutUndefined({ templatesFolder }),
    sources,
  };
}
