import type { Severity } from "../diagnostics/severity.ts";
import { isAtLeast } from "../diagnostics/severity.ts";
import type { RunReport } from "../pipeline/run-report.ts";

/** 0 fine, 1 findings at or above the threshold, 2 could not run. */
export function exitStatus(report: RunReport, threshold: Severity): 0 | 1 | 2 {
  if (report.status === "unusable") return 2;
  return report.diagnostics.some(({ severity }) => isAtLeast(severity, threshold)) ? 1 : 0;
}
