import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

export const measuredHazard = declareDiagnostic<{
  readonly table: string;
  readonly effect: string;
}>({
  code: "migrations/measured-hazard",
  severity: "error",
  message: ({ table, effect }) =>
    `run on the given schema, this ${effect} ${table} while others wait`,
  fix: "split it into steps that each take a short lock; see the pages of the other migration rules for the sequences",
});
