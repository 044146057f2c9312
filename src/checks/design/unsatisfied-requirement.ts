import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import { resolveReference } from "../../design/design-index.ts";
import type { DesignCheck } from "../design-check.ts";

export const unsatisfiedRequirement = declareDiagnostic<{
  readonly id: string;
  readonly name: string;
  readonly text: string;
}>({
  code: "design/unsatisfied-requirement",
  severity: "error",
  message: ({ id, name, text }) => `nothing in the design satisfies ${name} (${id}): ${text}`,
  fix: ({ id }) =>
    `add ${id} to the requirements of the operation, entity, decision or other element that satisfies it, or put it out of scope with a reason`,
});

/** To assume or to ask something about a requirement does not satisfy it. */
const NO_ANSWER = /^system\/(?:assumption|question)\//;

/** Every requirement in scope is satisfied by something. */
export const unsatisfiedRequirementCheck: DesignCheck = {
  after: ["data", "api", "behaviour", "platform", "security", "technology", "delivery"],
  check(design, index) {
    const satisfied = new Set(
      index.references
        .filter(({ kinds, subject }) => kinds.includes("requirement") && !NO_ANSWER.test(subject))
        .map((visit) => resolveReference(index, visit)),
    );
    return design.system.requirements.flatMap(({ id, name, text, scope }) => {
      const subject = `system/requirement/${id}`;
      if (scope !== "in" || satisfied.has(subject)) return [];
      return [unsatisfiedRequirement(subject, { id, name, text }, { requirement: id })];
    });
  },
};
