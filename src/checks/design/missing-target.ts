import { matchDefaultTargets } from "../../design/match-default-targets.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { describeTarget } from "./support/describe-target.ts";

export const missingTarget = declareDiagnostic<{
  readonly name: string;
  readonly measure: string;
  readonly wanted: string;
}>({
  code: "design/missing-target",
  severity: "error",
  message: ({ name, measure, wanted }) =>
    `no target stands for ${name} (measure ${measure}, default ${wanted})`,
  fix: ({ measure, wanted }) =>
    `add a target with measure ${measure}: ${wanted}, or what the requirements ask for`,
});

/** Every default target is there, or one that takes its place. */
export const missingTargetCheck: DesignCheck = {
  after: ["requirements"],
  check({ system }) {
    return matchDefaultTargets(system.targets)
      .filter(({ target }) => target === undefined)
      .map(({ expected }) =>
        missingTarget("system/targets", {
          name: expected.name,
          measure: expected.measure,
          wanted: describeTarget(expected),
        }),
      );
  },
};
