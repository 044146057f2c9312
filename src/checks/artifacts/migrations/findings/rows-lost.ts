import { declareDiagnostic } from "../../../../diagnostics/declare-diagnostic.ts";

export const rowsLost = declareDiagnostic<{
  readonly path: string;
  readonly table: string;
  readonly row: string;
}>({
  code: "migrations/rows-lost",
  severity: "error",
  message: ({ path, table, row }) =>
    `after ${path} a row of ${table} is gone or has other values: ${row}`,
  fix: "restore the file from version control; where it is as it was made, report it as a defect of groundplan",
});
