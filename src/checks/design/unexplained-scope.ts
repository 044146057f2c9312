import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";

export const unexplainedScope = declareDiagnostic<{ readonly what: string; readonly todo: string }>(
  {
    code: "design/unexplained-scope",
    severity: "error",
    message: ({ what }) => what,
    fix: ({ todo }) => todo,
  },
);

/** A requirement that is not designed says why, and an open one is asked about. */
export const unexplainedScopeCheck: DesignCheck = {
  after: ["requirements"],
  check({ system }) {
    const asked = new Set(system.openQuestions.map(({ requirement }) => requirement));
    return system.requirements.flatMap((requirement) => {
      const { id, scope, reason } = requirement;
      if (scope === "in") return [];
      const subject = `system/requirement/${id}`;
      const details = { requirement: id };
      const unexplained = {
        what: `the requirement ${label(requirement)} is ${scope === "out" ? "out of scope" : "open"} without a reason`,
        todo:
          scope === "out" ? "say in reason why it is not built" : "say in reason what is unclear",
      };
      const unasked = {
        what: `the requirement ${label(requirement)} is open, but no open question is about it`,
        todo: `add an open question whose requirement is ${id}, with what the design does meanwhile`,
      };
      return [
        ...(reason === undefined ? [unexplainedScope(subject, unexplained, details)] : []),
        ...(scope === "open" && !asked.has(id)
          ? [unexplainedScope(subject, unasked, details)]
          : []),
      ];
    });
  },
};
