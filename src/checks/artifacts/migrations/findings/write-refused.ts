import { declareDiagnostic } from "../../../../diagnostics/declare-diagnostic.ts";

export const writeRefused = declareDiagnostic<{
  readonly path: string;
  readonly version: "old" | "new";
  readonly reason: string;
}>({
  code: "migrations/write-refused",
  severity: "error",
  message: ({ path, version, reason }) =>
    `after ${path} a row that the ${version} version of the service writes is refused: ${reason}`,
  fix: "restore the file from version control, or stop the old version before it and say so in the file",
});
