import type { Target } from "../../../design/design.ts";

/** What a latency target allows, in milliseconds; nothing for any other target. */
export function latencyLimit({ measure, unit, value }: Target): number | undefined {
  if (measure !== "latency") return undefined;
  if (unit === "ms") return value;
  return unit === "s" ? value * 1_000 : undefined;
}
