import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import { dialectOf } from "../../sql/dialects/dialect-of.ts";
import { readHistory } from "../../sql/read-history.ts";
import { engineOfModel } from "../../sql/relational-model.ts";
import type { Emission } from "../emitter.ts";
import { emitCommitted, emitMigrations } from "./emit-context.ts";

export const contextRemoved = declareDiagnostic<{
  readonly context: string;
  readonly migration: string;
}>({
  code: "sql/context-removed",
  severity: "info",
  message: ({ context, migration }) =>
    `the context ${context} is not in the Design any more: ${migration} drops its tables`,
  fix: ({ context }) =>
    `apply it when the service is gone and its data is kept elsewhere; when every database has run it, delete database/${context}`,
});

/** The committed files of a context that is no more, and a migration that drops its tables. */
export function emitRemoved(context: string, committed: ReadonlyMap<string, string>): Emission {
  const { last, diagnostics } = readHistory(context, `database/${context}/migrations`, committed);
  if (last === undefined) {
    return { artifacts: emitCommitted(context, committed), diagnostics };
  }
  const emission = emitMigrations(
    dialectOf(engineOfModel(last)),
    { ...last, tables: [] },
    committed,
  );
  const path = emission.artifacts.findLast(({ kind }) => kind === "sql-up")?.path ?? "";
  const args = { context, migration: path };
  return {
    artifacts: emission.artifacts,
    diagnostics: [...emission.diagnostics, contextRemoved("package", args, { artifact: { path } })],
  };
}
