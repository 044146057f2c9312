import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { RelationalModel } from "./relational-model.ts";
import { engineOfModel } from "./relational-model.ts";

export const otherEngine = declareDiagnostic<{
  readonly path: string;
  readonly from: string;
  readonly to: string;
}>({
  code: "migrations/other-engine",
  severity: "error",
  message: ({ path, from, to }) =>
    `the migrations in ${path} are committed for ${from}, and the Design now says ${to}`,
  fix: ({ path, from, to }) =>
    `set the engine of the store back to ${from} (--database ${from}); to move to ${to}, move ${path} away, generate again, and carry the rows over`,
});

/** That committed migrations are of another engine than the model: no migration leads across. */
export function findOtherEngine(
  last: RelationalModel | undefined,
  model: RelationalModel,
  path: string,
): readonly Diagnostic[] {
  if (last === undefined || engineOfModel(last) === engineOfModel(model)) return [];
  const args = { path, from: engineOfModel(last), to: engineOfModel(model) };
  return [otherEngine(`system/context/${model.context}`, args, { artifact: { path } })];
}
