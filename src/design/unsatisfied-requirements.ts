import type { DesignIndex } from "./design-index.ts";
import { resolveReference } from "./design-index.ts";
import type { Design, DesignRequirement } from "./design.ts";

/** To assume or to ask something about a requirement does not satisfy it. */
const NO_ANSWER = /^system\/(?:assumption|question)\//;

/** The requirements in scope that no element of the Design names. */
export function unsatisfiedRequirements(
  { system }: Design,
  index: DesignIndex,
): readonly DesignRequirement[] {
  const satisfied = new Set(
    index.references
      .filter(({ kinds, subject }) => kinds.includes("requirement") && !NO_ANSWER.test(subject))
      .map((visit) => resolveReference(index, visit)),
  );
  return system.requirements.filter(
    ({ id, scope }) => scope === "in" && !satisfied.has(`system/requirement/${id}`),
  );
}
