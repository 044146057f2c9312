import { fromPointer } from "../../../util/json-pointer.ts";
import { follow } from "./follow.ts";
import { listOf } from "./list-of.ts";
import { recordOf } from "./record-of.ts";
import type { OperationVisit, ResponseVisit } from "./walk-operations.ts";

const WHOLE = /^\$(?:url|method|statusCode)$/;
const PART =
  /^\$(?<side>request|response)\.(?:(?<from>header|query|path)\.(?<name>[^#{}]+)|body(?:#(?<body>(?:\/[^{}]*)?))?)$/;

/**
 * What is wrong with a runtime expression (OAS 3.0.3, Runtime Expressions): its form, or that it
 * reads what the operation does not have. The response is absent where a callback is described.
 */
export function runtimeExpressionProblem(
  root: unknown,
  { operation, parameters }: OperationVisit,
  response: ResponseVisit | undefined,
  expression: string,
): string | undefined {
  if (WHOLE.test(expression)) return undefined;
  const { side, from, name = "", body } = PART.exec(expression)?.groups ?? {};
  if (side === undefined) return `"${expression}" is no runtime expression`;
  if (from === "header" && side === "response") {
    const names = Object.keys(recordOf(response?.value["headers"]));
    const has = names.some((own) => own.toLowerCase() === name.toLowerCase());
    return has ? undefined : `"${expression}" reads a header that the response does not have`;
  }
  if (from !== undefined) {
    if (side === "response") return `"${expression}" is no runtime expression`;
    const has = parameters.some(
      ({ value }) =>
        value["in"] === from &&
        (value["name"] === name || (from === "header" && isSame(value["name"], name))),
    );
    return has ? undefined : `"${expression}" reads a parameter that the operation does not have`;
  }
  const holder =
    side === "response" ? response?.value : follow(root, operation["requestBody"], "").value;
  const media = Object.values(recordOf(holder?.["content"])).map(recordOf);
  if (media.length === 0) return `"${expression}" reads a body that is not there`;
  const tokens = fromPointer(body ?? "");
  const has = media.some(({ schema }) => holds(root, schema, tokens, 0));
  return has ? undefined : `"${expression}" reads what the body does not have`;
}

function isSame(name: unknown, other: string): boolean {
  return typeof name === "string" && name.toLowerCase() === other.toLowerCase();
}

/** Whether a value of the schema can have something there. */
function holds(root: unknown, schema: unknown, tokens: readonly string[], depth: number): boolean {
  const [token, ...rest] = tokens;
  if (token === undefined) return true;
  if (depth > 20) return false;
  const { value } = follow(root, schema, "");
  const parts = ["allOf", "oneOf", "anyOf"].flatMap((key) => listOf(value[key]));
  if (parts.some((part) => holds(root, part, tokens, depth + 1))) return true;
  if (/^[0-9]+$/.test(token) && value["items"] !== undefined) {
    return holds(root, value["items"], rest, depth + 1);
  }
  const properties = recordOf(value["properties"]);
  if (Object.hasOwn(properties, token)) return holds(root, properties[token], rest, depth + 1);
  const more = value["additionalProperties"];
  if (typeof more === "object" && more !== null) return holds(root, more, rest, depth + 1);
  // A schema that says nothing about its properties allows any.
  return parts.length === 0 && value["properties"] === undefined && more !== false;
}
