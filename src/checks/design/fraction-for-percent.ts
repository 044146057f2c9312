import type { Design } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";

export const fractionForPercent = declareDiagnostic<{
  readonly what: string;
  readonly value: number;
}>({
  code: "design/fraction-for-percent",
  severity: "error",
  message: ({ what, value }) => `${what} is ${value} percent, which looks like a fraction of 1`,
  fix: ({ value }) => `give percent: ${Number((value * 100).toPrecision(12))} instead of ${value}`,
});

/** Measures that are close to 100 in every working system; an error rate is not. */
const HIGH = new Set(["availability", "cache-hit-rate", "cpu", "memory"]);

/** Shares are in percent: 95, not 0.95. */
export const fractionForPercentCheck: DesignCheck = {
  after: [],
  check: ({ system }) =>
    sharesOf(system)
      .filter(({ value }) => value > 0 && value <= 1)
      .map(({ subject, what, value, pointer }) =>
        fractionForPercent(subject, { what, value }, { pointer }),
      ),
};

function sharesOf({ targets, caches, observability }: Design["system"]) {
  return [
    ...targets
      .filter(({ unit, measure }) => unit === "percent" && HIGH.has(measure))
      .map((target) => ({
        subject: `system/target/${target.id}`,
        what: `the target ${label(target)}`,
        value: target.value,
        pointer: "/value",
      })),
    ...caches.map((cache) => ({
      subject: `system/cache/${cache.id}`,
      what: `the hit rate of the cache ${label(cache)}`,
      value: cache.targetHitRate,
      pointer: "/targetHitRate",
    })),
    ...observability.slos.map((slo) => ({
      subject: `system/slo/${slo.id}`,
      what: `the objective of ${label(slo)}`,
      value: slo.objective,
      pointer: "/objective",
    })),
  ];
}
