import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A sunset without deprecation, or on no day. */
export const unfitSunset = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/unfit-sunset",
  severity: "warning",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "set deprecated: true and x-sunset to a date",
});
