import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Approvals } from "./read-approvals.ts";

export const unusedApproval = declareDiagnostic<{
  readonly code: string;
  readonly approved: string;
  readonly path: string;
}>({
  code: "compare/unused-approval",
  severity: "warning",
  message: ({ code, approved, path }) =>
    `${path} approves ${code} of ${approved}, which is not found (any more)`,
  fix: "remove the entry, or correct its subject",
});

/**
 * The findings that nobody has approved, with the severities that somebody chose. An approval is
 * about a code and a subject, so it lasts while the change is made better; one that approves
 * nothing is reported, so that none is left behind to hide the next change.
 */
export function applyApprovals(
  found: readonly Diagnostic[],
  { approvals, severities, path }: Approvals,
): { readonly diagnostics: readonly Diagnostic[]; readonly approved: number } {
  const keys = new Set(approvals.map(({ code, subject }) => `${code} ${subject}`));
  const used = new Set<string>();
  const judged = found.flatMap((one): readonly Diagnostic[] => {
    const severity = Object.hasOwn(severities, one.code) ? severities[one.code] : undefined;
    if (severity === "off") return [];
    return [severity === undefined ? one : { ...one, severity }];
  });
  const left = judged.filter(({ code, subject }) => {
    const key = `${code} ${subject}`;
    if (!keys.has(key)) return true;
    used.add(key);
    return false;
  });
  const unused = approvals
    .filter(({ code, subject }) => !used.has(`${code} ${subject}`))
    .map(({ code, subject }) =>
      unusedApproval("package", { code, approved: subject, path }, { artifact: { path } }),
    );
  return { diagnostics: [...left, ...unused], approved: judged.length - left.length };
}
