import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** No value can keep both bounds. */
export const contradictingBounds = declareDiagnostic<{
  readonly path: string;
  readonly lower: string;
  readonly upper: string;
}>({
  code: "openapi/contradicting-bounds",
  severity: "error",
  message: ({ path, lower, upper }) =>
    `a schema in ${path} has ${lower} but ${upper}, which no value keeps`,
  fix: "swap the two bounds or remove one",
});
