import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import { unsatisfiedRequirements } from "../../design/unsatisfied-requirements.ts";
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

/** Every requirement in scope is satisfied by something. */
export const unsatisfiedRequirementCheck: DesignCheck = {
  after: ["data", "api", "behaviour", "platform", "security", "technology", "delivery"],
  check: (design, index) =>
    unsatisfiedRequirements(design, index).map(({ id, name, text }) =>
      unsatisfiedRequirement(`system/requirement/${id}`, { id, name, text }, { requirement: id }),
    ),
};
