import type { UnitPart } from "../../../design/unit-part.ts";
import type { Diagnostic, Outcome } from "../../../diagnostics/diagnostic.ts";
import { toKebab } from "../../../util/naming.ts";
import type { DraftRequest } from "../../architect.ts";

/** Findings of one review that are kept. */
const MAXIMUM_FINDINGS = 30;

/** The remarks of real checks, grouped by family and code: no verdict is invented. */
export function draftReviewsUnit({ remarks = [] }: DraftRequest): Outcome<UnitPart> {
  const groups = new Map<string, Diagnostic[]>();
  for (const remark of remarks)
    groups.set(remark.code, [...(groups.get(remark.code) ?? []), remark]);
  const reviews = [...groups].map(([code, found]) => ({
    id: toKebab(code),
    name: code,
    reviewer: "checks",
    summary: `${found.length} ${found.length === 1 ? "remark" : "remarks"} of the check ${code}.`,
    findings: found.slice(0, MAXIMUM_FINDINGS).map(({ subject, message }) => ({
      subject: subject.slice(0, 300),
      text: message.slice(0, 4000),
    })),
  }));
  return { value: { system: { reviews }, assumptions: [], openQuestions: [] }, diagnostics: [] };
}
