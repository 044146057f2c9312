import type { Operation } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";
import { operationsOf } from "../../design/operations-of.ts";

export const httpContradiction = declareDiagnostic<{
  readonly operation: string;
  readonly problem: string;
  readonly todo: string;
}>({
  code: "design/http-contradiction",
  severity: "error",
  message: ({ operation, problem }) => `the operation ${operation} ${problem}`,
  fix: ({ todo }) => todo,
});

/** Method, status and bodies agree (RFC 9110 §9.3 and §15.3). */
export const httpContradictionCheck: DesignCheck = {
  after: ["api"],
  check(design) {
    return operationsOf(design).flatMap(({ operation, subject }) =>
      problemsOf(operation).map((found) =>
        httpContradiction(subject, { operation: label(operation), ...found }),
      ),
    );
  },
};

function problemsOf({ http, request, response, kind }: Operation) {
  if (http === undefined) return [];
  const { method, status } = http;
  const name = method.toUpperCase();
  const reports: readonly (readonly [applies: boolean, problem: string, todo: string])[] = [
    [
      request !== undefined && (method === "get" || method === "delete"),
      `is a ${name} with a body, which has no meaning there`,
      "turn the body into query parameters, or use POST",
    ],
    [
      status === 204 && response !== undefined,
      "answers 204 (no content), but has a response body",
      "answer 200, or remove response",
    ],
    [
      status === 200 && response === undefined,
      "answers 200, but has no response body",
      "answer 204, or name the body in response",
    ],
    [method === "get" && status !== 200, `is a GET that answers ${status}`, "answer 200"],
    [
      method === "get" && kind === "command",
      "is a command that is reached by GET, so caches and crawlers may trigger or skip it",
      "use POST, PUT, PATCH or DELETE, or make it a query",
    ],
  ];
  return reports.filter(([applies]) => applies).map(([, problem, todo]) => ({ problem, todo }));
}
