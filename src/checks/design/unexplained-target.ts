import type { DefaultTarget } from "../../design/default-targets.ts";
import type { Target } from "../../design/design.ts";
import { matchDefaultTargets } from "../../design/match-default-targets.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { describeTarget } from "./support/describe-target.ts";
import { label } from "./support/label.ts";

export const unexplainedTarget = declareDiagnostic<{
  readonly target: string;
  readonly stated: string;
  readonly wanted: string;
}>({
  code: "design/unexplained-target",
  severity: "error",
  message: ({ target, stated, wanted }) =>
    `the target ${target} asks for ${stated} where the default is ${wanted}, and neither a requirement nor a reason says why`,
  fix: ({ wanted }) =>
    `set it to ${wanted}, name in requirements what asks for another number, or give a reason`,
});

/** A target differs from its default only where something asks for it. */
export const unexplainedTargetCheck: DesignCheck = {
  after: ["requirements"],
  check({ system }) {
    return matchDefaultTargets(system.targets).flatMap(({ expected, target }) => {
      if (target === undefined || isSame(expected, target) || isExplained(target)) return [];
      const words = {
        target: label(target),
        stated: describeTarget(target),
        wanted: describeTarget(expected),
      };
      return [unexplainedTarget(`system/target/${target.id}`, words)];
    });
  },
};

function isSame(expected: DefaultTarget, target: Target): boolean {
  return (
    expected.comparator === target.comparator &&
    expected.value === target.value &&
    expected.unit === target.unit &&
    expected.percentile === target.percentile
  );
}

function isExplained({ basis, reason, requirements }: Target): boolean {
  return basis === "stated" || reason !== undefined || requirements.length > 0;
}
