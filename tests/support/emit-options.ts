import type { EmitOptions } from "../../src/emitters/emitter.ts";

/** Options of a package that has no history. */
export function emitOptions(templates: ReadonlyMap<string, string> = new Map()): EmitOptions {
  return {
    openapi: "3.1",
    migrations: "golang-migrate",
    templates,
    history: new Map(),
    accessPlans: new Map(),
    provenance: { architect: "rules", fallbacks: [], requirements: ["requirements.md"] },
  };
}
