import { compareSpecs } from "../../compare/openapi/compare-specs.ts";
import { judgeVersion } from "../../compare/openapi/judge-version.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic, Outcome } from "../../diagnostics/diagnostic.ts";
import { compareAccess } from "../../compare/design/compare-access.ts";
import { compareData } from "../../compare/data/compare-data.ts";
import { compareDesigns } from "../../compare/design/compare-designs.ts";
import { compareEvents } from "../../compare/design/compare-events.ts";
import { locateFindings } from "../locate-findings.ts";
import { below } from "../read-package.ts";
import type { SummaryLine } from "../run-report.ts";
import { diffEmittedSpecs } from "./diff-emitted-specs.ts";
import type { Side } from "./read-side.ts";

export const unlikeSides = declareDiagnostic<{ readonly path: string }>({
  code: "compare/unlike-sides",
  severity: "error",
  message: ({ path }) =>
    `${path} cannot be compared: one side is an OpenAPI document, the other a design`,
  fix: "name two packages, or two OpenAPI documents such as output/shop/openapi/orders.yaml",
});

interface Circumstances {
  readonly today: string;
  readonly label: string;
}

/** The findings between two sides, and how many there are of each sort. */
export async function diffSides(
  base: Side,
  head: Side,
  { today, label }: Circumstances,
): Promise<Outcome<readonly SummaryLine[]>> {
  if (base.kind === "spec" && head.kind === "spec") {
    const findings = compareSpecs(base.document, head.document, { today });
    const version = judgeVersion(base.document, head.document, findings);
    const diagnostics = [...findings.map(({ diagnostic }) => diagnostic), ...version];
    return { value: [{ label, text: countOf(diagnostics) }], diagnostics };
  }
  if (base.kind === "spec" || head.kind === "spec") {
    return { diagnostics: [unlikeSides("package", { path: label })] };
  }
  const [was, is] = [base.design, head.design];
  const api = await diffEmittedSpecs(was, is, { today, openapi: head.openapi });
  const groups: readonly (readonly [string, readonly Diagnostic[]])[] = [
    ["API", api],
    ["data", compareData(was, is)],
    ["events", compareEvents(was, is)],
    ["access", compareAccess(was, is)],
    ["design", compareDesigns(was, is)],
  ];
  const located = groups.map(
    ([name, found]) => [name, below(head.root, locateFindings(found, is, head.documents))] as const,
  );
  return {
    value: located.map(([name, found]) => ({ label: `${label}: ${name}`, text: countOf(found) })),
    diagnostics: located.flatMap(([, found]) => found),
  };
}

function countOf(found: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic["severity"]): number =>
    found.filter((one) => one.severity === severity).length;
  const [breaking, dangerous, notes] = [count("error"), count("warning"), count("info")];
  if (found.length === 0) return "no change";
  return `${breaking} breaking, ${dangerous} to look at, ${notes} harmless`;
}
