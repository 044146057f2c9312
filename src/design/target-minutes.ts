import { assertNever } from "../util/assert-never.ts";
import type { Target } from "./design.ts";

/** A target of time in minutes; nothing for what is no time. */
export function targetMinutes({ value, unit }: Target): number | undefined {
  switch (unit) {
    case "ms":
      return value / 60_000;
    case "s":
      return value / 60;
    case "min":
      return value;
    case "h":
      return value * 60;
    case "days":
      return value * 24 * 60;
    case "percent":
    case "per-second":
    case "users":
    case "times":
      return undefined;
    default:
      return assertNever(unit);
  }
}
