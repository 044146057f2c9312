import type { Operation } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";
import { operationsOf } from "../../design/operations-of.ts";

export const pathParameterMismatch = declareDiagnostic<{
  readonly operation: string;
  readonly problem: string;
  readonly todo: string;
}>({
  code: "design/path-parameter-mismatch",
  severity: "error",
  message: ({ operation, problem }) => `the operation ${operation} ${problem}`,
  fix: ({ todo }) => todo,
});

/** The placeholders of a path and the path parameters are the same (OpenAPI 3.1 §4.8.12.1). */
export const pathParameterMismatchCheck: DesignCheck = {
  after: ["api"],
  check(design) {
    return operationsOf(design).flatMap(({ operation, subject }) =>
      problemsOf(operation).map((found) =>
        pathParameterMismatch(subject, { operation: label(operation), ...found }),
      ),
    );
  },
};

interface Problem {
  readonly problem: string;
  readonly todo: string;
}

function problemsOf({ http, parameters }: Operation): readonly Problem[] {
  const path = http?.path ?? "";
  const placeholders = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
  const declared = parameters.filter((parameter) => parameter.in === "path");
  const names = new Set(declared.map(({ name }) => name));
  const twice = placeholders.filter((name, index) => placeholders.indexOf(name) < index);
  return [
    ...placeholders
      .filter((name) => !names.has(name))
      .map((name) => ({
        problem: `has {${name}} in its path ${path}, but no path parameter of that name`,
        todo: `add a required parameter ${name} with in: path`,
      })),
    ...declared
      .filter(({ name }) => !placeholders.includes(name))
      .map(({ name }) => ({
        problem: `has a path parameter ${name}, but its path ${http === undefined ? "is not given" : `${path} has no {${name}}`}`,
        todo: `put {${name}} into the path, or make ${name} a query parameter`,
      })),
    ...declared
      .filter(({ required }) => !required)
      .map(({ name }) => ({
        problem: `has a path parameter ${name} that may be left out`,
        todo: `set required of ${name} to true`,
      })),
    ...twice.map((name) => ({
      problem: `has {${name}} twice in its path ${path}`,
      todo: "give the two placeholders different names, each with its parameter",
    })),
  ];
}
