import { groupDigits } from "../../util/group-digits.ts";

/** A number for people: at most three significant digits after the point, thousands grouped. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return "not computable";
  const size = Math.abs(value);
  if (size !== 0 && size < 0.001) return "less than 0.001";
  const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  const text = value.toFixed(digits);
  return groupDigits(text.includes(".") ? text.replace(/\.?0+$/, "") : text);
}
