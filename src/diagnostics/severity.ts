/** How bad a finding is. The exit status compares against the chosen severity. */
export type Severity = "error" | "warning" | "info";

const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** Whether `severity` is at least as bad as `threshold`. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return RANK[severity] >= RANK[threshold];
}
