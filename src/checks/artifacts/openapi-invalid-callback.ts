import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { follow } from "./openapi/follow.ts";
import { invalidCallback } from "./openapi/invalid-callback.ts";
import { recordOf } from "./openapi/record-of.ts";
import { runtimeExpressionProblem } from "./openapi/runtime-expression.ts";
import type { OperationVisit } from "./openapi/walk-operations.ts";
import { walkOperations } from "./openapi/walk-operations.ts";

/** A callback is called at an address that the request gave (OAS 3.0.3, Callback Object). */
export const openapiInvalidCallbackCheck: ArtifactCheck = checkDocuments(
  invalidCallback,
  ({ root }) =>
    walkOperations(root).flatMap((visit) =>
      Object.entries(recordOf(visit.operation["callbacks"])).flatMap(([name, entry]) => {
        const place = `${visit.pointer}${toPointer(["callbacks", name])}`;
        const { value, pointer } = follow(root, entry, place);
        return Object.keys(value)
          .filter((key) => !key.startsWith("x-"))
          .flatMap((address) => {
            const problem = problemOf(root, visit, address);
            if (problem === undefined) return [];
            return [
              {
                pointer: `${pointer}${toPointer([address])}`,
                problem: `the callback ${name} ${problem}`,
              },
            ];
          });
      }),
    ),
);

function problemOf(root: unknown, visit: OperationVisit, address: string): string | undefined {
  const whole = address.startsWith("$") ? [address] : [];
  const embedded = [...address.matchAll(/\{([^}]*)\}/g)].map(([, inside = ""]) => inside);
  const expressions = [...whole, ...embedded];
  if (expressions.length === 0 && !/^https?:\/\//.test(address)) {
    return `is called at "${address}", which is neither a URL nor a runtime expression`;
  }
  for (const expression of expressions) {
    // What the response says may be asked for too: it is known when the call is made.
    const responses = expression.startsWith("$response.") ? visit.responses : [undefined];
    const problems = responses.map((response) =>
      runtimeExpressionProblem(root, visit, response, expression),
    );
    if (!problems.includes(undefined))
      return `has an address that is wrong: ${problems[0] ?? expression}`;
  }
  return undefined;
}
