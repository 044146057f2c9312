import type { Target } from "../../design/design.ts";

const SIGNS = { lt: "<", lte: "≤", gt: ">", gte: "≥" } as const;

/** `p95 < 200 ms`. */
export function targetText({ percentile, comparator, value, unit }: Target): string {
  const prefix = percentile === undefined ? "" : `p${percentile} `;
  return `${prefix}${SIGNS[comparator]} ${value} ${unit === "percent" ? "%" : unit}`;
}
