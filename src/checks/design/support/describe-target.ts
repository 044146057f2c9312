import type { DefaultTarget } from "../../../design/default-targets.ts";

const SIGNS = { lt: "<", lte: "≤", gt: ">", gte: "≥" } as const;

/** `p95 < 200 ms for critical endpoints`. */
export function describeTarget(target: Omit<DefaultTarget, "id" | "name">): string {
  const percentile = target.percentile === undefined ? "" : `p${target.percentile} `;
  const unit = target.unit === "percent" ? "%" : target.unit;
  return `${percentile}${SIGNS[target.comparator]} ${target.value} ${unit} for ${target.scope}`;
}
