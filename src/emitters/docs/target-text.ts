import type { Target } from "../../design/design.ts";
import { formatNumber } from "./format-number.ts";

const SIGNS = { lt: "<", lte: "≤", gt: ">", gte: "≥" } as const;

/** `p95 < 200 ms`. */
export function targetText({ percentile, comparator, value, unit }: Target): string {
  const prefix = percentile === undefined ? "" : `p${percentile} `;
  // A target is what was asked for: none of its digits is rounded away.
  const exact = Number.isInteger(value) ? formatNumber(value) : String(value);
  return `${prefix}${SIGNS[comparator]} ${exact} ${unit === "percent" ? "%" : unit.replace("-", " ")}`;
}
