import type { DatabaseEngine } from "../design/database-engine.ts";
import { databaseEngineOf, databaseEngines } from "../design/database-engine.ts";
import type { ContextDesign, Design } from "../design/design.ts";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Outcome } from "../diagnostics/diagnostic.ts";

const KNOWN = databaseEngines.join(", ");

export const unknownEngine = declareDiagnostic<{ readonly store: string; readonly engine: string }>(
  {
    code: "sql/unknown-engine",
    severity: "error",
    message: ({ store, engine }) =>
      `no SQL can be written for ${store}: ${engine} is none of the engines ${KNOWN}`,
    fix: `choose one of ${KNOWN} as the engine of the store`,
  },
);

export const severalEngines = declareDiagnostic<{
  readonly context: string;
  readonly engines: string;
}>({
  code: "sql/several-engines",
  severity: "error",
  message: ({ context, engines }) =>
    `the tables of ${context} live in stores of different engines: ${engines}`,
  fix: "keep all tables of a context in one engine, or split the context",
});

/**
 * The engine that the tables of a context live in: that of the relational stores of its entities,
 * else of the first that serves it. PostgreSQL where there is no table at all.
 */
export function engineOfContext(design: Design, own: ContextDesign): Outcome<DatabaseEngine> {
  const { context, entities } = own;
  const relational = design.system.stores.filter(({ kind }) => kind === "relational");
  const used = relational.filter(({ id }) => entities.some(({ store }) => store === id));
  const engines = new Set<DatabaseEngine>();
  for (const { id, name, engine } of used) {
    const known = databaseEngineOf(engine);
    if (known === undefined) {
      return { diagnostics: [unknownEngine(`system/store/${id}`, { store: name, engine })] };
    }
    engines.add(known);
  }
  const [first = "postgresql"] = engines;
  if (engines.size <= 1) return { value: first, diagnostics: [] };
  const args = { context, engines: [...engines].join(", ") };
  return { diagnostics: [severalEngines(`system/context/${context}`, args)] };
}
