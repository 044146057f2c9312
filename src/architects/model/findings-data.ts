import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isAtLeast } from "../../diagnostics/severity.ts";
import { asData } from "./as-data.ts";

const MAXIMUM_FINDINGS = 60;

/** What a model can act on: worst first, each once. */
export function findingsData(findings: readonly Diagnostic[]): string {
  const worst = [
    ...findings.filter(({ severity }) => severity === "error"),
    ...findings.filter(({ severity }) => severity === "warning"),
    ...findings.filter(({ severity }) => !isAtLeast(severity, "warning")),
  ];
  const told = worst.map(({ code, severity, subject, message, fix, requirement }) =>
    JSON.stringify({
      code,
      severity,
      subject,
      message: message.slice(0, 600),
      fix: fix?.slice(0, 600),
      requirement,
    }),
  );
  const unique = [...new Set(told)];
  const shown: unknown[] = unique.slice(0, MAXIMUM_FINDINGS).map((item) => JSON.parse(item));
  const left = unique.length - shown.length;
  return asData(left === 0 ? shown : [...shown, { message: `and ${left} more of these` }]);
}
