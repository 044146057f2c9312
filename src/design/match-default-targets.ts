import type { DefaultTarget } from "./default-targets.ts";
import { defaultTargets } from "./default-targets.ts";
import type { Target } from "./design.ts";

/** A default target with the target of the Design that takes its place. */
export interface MatchedTarget {
  readonly expected: DefaultTarget;
  readonly target?: Target;
}

/**
 * Which target of a Design stands for which default: the one with the same measure, preferably of
 * the same id, then of the same percentile, then in the order from strict to lax. Ids and names
 * are the architect's own.
 */
export function matchDefaultTargets(targets: readonly Target[]): readonly MatchedTarget[] {
  const used = new Set<Target>();
  const found = new Map<DefaultTarget, Target>();
  const rounds: readonly ((expected: DefaultTarget, target: Target) => boolean)[] = [
    (expected, { id }) => id === expected.id,
    ({ percentile }, target) => percentile !== undefined && target.percentile === percentile,
    () => true,
  ];
  const ordered = [...targets].sort((a, b) => strictness(a) - strictness(b));
  for (const fits of rounds) {
    for (const expected of defaultTargets) {
      if (found.has(expected)) continue;
      const target = ordered.find(
        (one) => one.measure === expected.measure && !used.has(one) && fits(expected, one),
      );
      if (target === undefined) continue;
      used.add(target);
      found.set(expected, target);
    }
  }
  return defaultTargets.map((expected) => {
    const target = found.get(expected);
    return target === undefined ? { expected } : { expected, target };
  });
}

/** Less is stricter for a maximum, more for a minimum. */
function strictness({ comparator, value, unit }: Target): number {
  const amount = value * (UNIT_FACTORS[unit] ?? 1);
  return comparator === "lt" || comparator === "lte" ? amount : -amount;
}

/** Times in milliseconds. */
const UNIT_FACTORS: Readonly<Partial<Record<Target["unit"], number>>> = {
  s: 1_000,
  min: 60_000,
  h: 3_600_000,
  days: 86_400_000,
};
