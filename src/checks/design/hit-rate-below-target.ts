import type { Target } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";

export const hitRateBelowTarget = declareDiagnostic<{
  readonly cache: string;
  readonly rate: number;
  readonly target: string;
  readonly wanted: number;
}>({
  code: "design/hit-rate-below-target",
  severity: "warning",
  message: ({ cache, rate, target, wanted }) =>
    `the cache ${cache} aims at ${rate} % hits, the target ${target} asks for ${wanted} %`,
  fix: ({ wanted }) =>
    `aim at ${wanted} % or more, leave the cache out, or add a target with measure cache-hit-rate that says why less is enough`,
});

/** What a cache aims at meets the laxest target for hit rates. */
export const hitRateBelowTargetCheck: DesignCheck = {
  after: ["requirements", "platform"],
  check({ system }) {
    const laxest = system.targets.filter(isForHits).sort((a, b) => a.value - b.value)[0];
    if (laxest === undefined) return [];
    return system.caches
      .filter(({ targetHitRate }) => targetHitRate < laxest.value && !isFraction(targetHitRate))
      .map((cache) =>
        hitRateBelowTarget(
          `system/cache/${cache.id}`,
          {
            cache: label(cache),
            rate: cache.targetHitRate,
            target: label(laxest),
            wanted: laxest.value,
          },
          { pointer: "/targetHitRate", related: [`system/target/${laxest.id}`] },
        ),
      );
  },
};

function isForHits({ measure, unit, comparator }: Target): boolean {
  const isMinimum = comparator === "gt" || comparator === "gte";
  return measure === "cache-hit-rate" && unit === "percent" && isMinimum;
}

/** `design/fraction-for-percent` says it. */
function isFraction(rate: number): boolean {
  return rate > 0 && rate <= 1;
}
