import type { RunReport } from "../pipeline/run-report.ts";

/** The whole report, for programs. */
export function json(report: RunReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
