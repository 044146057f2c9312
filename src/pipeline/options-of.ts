import type { EmitOptions } from "../emitters/emitter.ts";
import type { Templates } from "./load-templates.ts";
import type { StoredPackage } from "./read-package.ts";

/** The options that a stored package was rendered with. */
export function optionsOf(
  { lock, history, accessPlans }: StoredPackage,
  templates: Templates,
): EmitOptions {
  return {
    openapi: lock.options.openapi,
    migrations: lock.options.migrations ?? "golang-migrate",
    templates: templates.texts,
    history,
    accessPlans,
    provenance: {
      architect: lock.architect,
      fallbacks: lock.fallbacks,
      requirements: lock.requirements.map(({ path }) => path),
    },
  };
}
