import type { Design } from "../../design/design.ts";
import { isReaction } from "./is-reaction.ts";

/** Milliseconds that an operation may take: the shortest latency target for reads, the longest for writes. */
export function latencyBudget({ system }: Design, isRead: boolean): number {
  const latencies = system.targets.filter(
    ({ measure, unit, requirements }) =>
      measure === "latency" &&
      (unit === "ms" || unit === "s") &&
      !system.requirements.some(({ id, text }) => requirements.includes(id) && isReaction(text)),
  );
  const inMs = latencies
    .map(({ value, unit }) => (unit === "s" ? value * 1000 : value))
    .toSorted((a, b) => a - b);
  const chosen = isRead ? inMs[0] : inMs.at(-1);
  return Math.max(1, Math.round(chosen ?? (isRead ? 200 : 500)));
}
