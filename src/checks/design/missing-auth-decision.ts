import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";
import { operationsOf } from "../../design/operations-of.ts";

export const missingAuthDecision = declareDiagnostic<{
  readonly operation: string;
  readonly problem: string;
  readonly todo: string;
}>({
  code: "design/missing-auth-decision",
  severity: "error",
  message: ({ operation, problem }) => `the operation ${operation} ${problem}`,
  fix: ({ todo }) => todo,
});

/** Every operation says who may call it. */
export const missingAuthDecisionCheck: DesignCheck = {
  after: ["access", "api"],
  check(design) {
    const mechanisms = design.system.auth.mechanisms.map(({ id }) => id).join(", ");
    return operationsOf(design).flatMap(({ operation, subject }) => {
      const { auth } = operation;
      const isOpen = auth.mechanisms.length === 0;
      const reports: readonly (readonly [boolean, string, string])[] = [
        [
          isOpen && auth.publicReason === undefined,
          "says neither how callers prove who they are nor why nobody has to",
          `put a mechanism (${mechanisms === "" ? "none is defined yet" : mechanisms}) into auth.mechanisms, or give auth.publicReason`,
        ],
        [
          isOpen && auth.permissions.length > 0,
          `asks for the permissions ${auth.permissions.join(", ")}, but lets callers in without a proof`,
          "put a mechanism into auth.mechanisms, or remove the permissions",
        ],
        [
          !isOpen && auth.publicReason !== undefined,
          "asks for a proof and says why nobody needs one",
          "remove auth.publicReason, or empty auth.mechanisms and auth.permissions",
        ],
      ];
      return reports
        .filter(([applies]) => applies)
        .map(([, problem, todo]) =>
          missingAuthDecision(
            subject,
            { operation: label(operation), problem, todo },
            { pointer: "/auth" },
          ),
        );
    });
  },
};
