import type { Artifact } from "../../artifacts/artifact.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { AccessPlan } from "../../sql/access-plans.ts";
import { isServed, readAccessPlans } from "../../sql/access-plans.ts";
import type { ArtifactCheck } from "../artifact-check.ts";

export const unservedAccessPath = declareDiagnostic<{ readonly plan: AccessPlan }>({
  code: "sql/unserved-access-path",
  severity: "error",
  message: ({ plan }) =>
    `${plan.operation} reads ${plan.entity}${describe(plan)} out of ${plan.rows} rows, and ` +
    `${plan.scan === "sequential" ? "the whole table is scanned" : `${plan.sorted} rows are sorted`} each time`,
  fix: ({ plan: { filter, sort } }) =>
    `give the entity an index on (${[...new Set([...filter, ...sort])].join(", ")})`,
});

/** Holds the measured plans to it that no declared access pattern scans or sorts a large table. */
export const accessPathsCheck: ArtifactCheck = {
  cost: "fast",
  check: async (artifacts) => artifacts.flatMap(findUnserved),
};

function findUnserved({ kind, path, text, context }: Artifact): readonly Diagnostic[] {
  if (kind !== "access-plans" || context === undefined) return [];
  const plans = readAccessPlans(text)?.plans ?? [];
  return plans.flatMap((plan) =>
    isServed(plan)
      ? []
      : [unservedAccessPath(`${context}/entity/${plan.entity}`, { plan }, { artifact: { path } })],
  );
}

function describe({ filter, sort }: AccessPlan): string {
  const by = filter.length === 0 ? "" : ` by ${filter.join(", ")}`;
  return sort.length === 0 ? by : `${by} in the order of ${sort.join(", ")}`;
}
