import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** Prometheus would refuse a file of rules, or a rule in it. */
export const invalidRules = declareDiagnostic<{ readonly path: string; readonly problem: string }>({
  code: "operations/invalid-rules",
  severity: "error",
  message: ({ path, problem }) => `Prometheus cannot load ${path}: ${problem}`,
  fix: "correct the alert or the objective of the design that the rule is made of",
});
