import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** Grafana would refuse a dashboard, or show a panel of it wrong or empty. */
export const invalidDashboard = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "operations/invalid-dashboard",
  severity: "error",
  message: ({ path, problem }) => `Grafana cannot show ${path}: ${problem}`,
  fix: "correct the metric, alert or objective of the design that the panel is made of",
});
