import { registeredCodes } from "../../../diagnostics/registry.generated.ts";
import type { ParsedStatement } from "../../../engines/parse-sql.ts";
import { invalidSuppression } from "../findings/invalid-suppression.ts";
import { unusedSuppression } from "../findings/unused-suppression.ts";
import type { SectionFinding } from "./lint-section.ts";
import type { SqlToken } from "./scan-sql.ts";
import type { Suppression } from "./suppressions.ts";
import { readSuppressions } from "./suppressions.ts";

const FAMILY = "migrations/";

/** The findings that no comment with a reason suppresses, and those about such comments. */
export function resolveSuppressions(
  text: string,
  tokens: readonly SqlToken[],
  statements: readonly ParsedStatement[],
  findings: readonly SectionFinding[],
): readonly SectionFinding[] {
  let left = findings;
  const own: SectionFinding[] = [];
  for (const suppression of readSuppressions(text, tokens, statements)) {
    const problem = problemOf(suppression);
    if (problem !== undefined) {
      own.push(
        about(suppression, invalidSuppression.code, (subject, details) =>
          invalidSuppression(subject, { problem }, details),
        ),
      );
      continue;
    }
    for (const code of suppression.codes.map(wholeCode)) {
      const kept = left.filter((finding) => !isCovered(finding, suppression, code));
      if (kept.length === left.length) {
        own.push(
          about(suppression, unusedSuppression.code, (subject, details) =>
            unusedSuppression(subject, { code }, details),
          ),
        );
      }
      left = kept;
    }
  }
  return [...left, ...own].sort((a, b) => a.place.line - b.place.line);
}

function isCovered(finding: SectionFinding, { statement }: Suppression, code: string): boolean {
  return finding.code === code && (statement === undefined || statement === finding.statement);
}

function problemOf({ codes, reason }: Suppression): string | undefined {
  if (codes.length === 0) return "it names no code";
  const unknown = codes.find((code) => !isKnown(wholeCode(code)));
  if (unknown !== undefined) return `there is no code ${unknown}`;
  return reason === "" ? "it gives no reason after a colon" : undefined;
}

function isKnown(code: string): boolean {
  return code.startsWith(FAMILY) && registeredCodes.some((registered) => registered.code === code);
}

function wholeCode(code: string): string {
  return code.includes("/") ? code : `${FAMILY}${code}`;
}

function about(
  { line, column }: Suppression,
  code: string,
  report: SectionFinding["report"],
): SectionFinding {
  return { code, place: { line, column }, report };
}
