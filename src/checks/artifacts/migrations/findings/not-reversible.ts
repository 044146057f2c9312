import { declareDiagnostic } from "../../../../diagnostics/declare-diagnostic.ts";

export const notReversible = declareDiagnostic<{
  readonly path: string;
  readonly difference: string;
}>({
  code: "migrations/not-reversible",
  severity: "error",
  message: ({ path, difference }) =>
    `${path} does not lead back to the state before: ${difference}`,
  fix: "restore the file from version control, or correct the way back by hand",
});
