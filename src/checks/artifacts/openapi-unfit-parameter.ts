import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { follow } from "./openapi/follow.ts";
import { recordOf } from "./openapi/record-of.ts";
import { unfitParameter } from "./openapi/unfit-parameter.ts";
import { walkOperations } from "./openapi/walk-operations.ts";

type Json = Readonly<Record<string, unknown>>;

/** A field name of HTTP (RFC 9110 §5.1). */
const TOKEN = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;
/** Said elsewhere, and ignored here (OAS 3.0.3, Parameter Object and Response Object). */
const IGNORED_IN_REQUESTS = new Set(["accept", "content-type", "authorization"]);
const IGNORED_IN_RESPONSES = new Set(["content-type"]);

/** Parameters and headers that no client could send as they are described. */
export const openapiUnfitParameterCheck: ArtifactCheck = checkDocuments(
  unfitParameter,
  ({ root }) =>
    walkOperations(root).flatMap(({ parameters, responses }) => [
      ...parameters.flatMap(({ value, pointer }) =>
        problemsOf(root, value).map((problem) => ({
          pointer,
          problem: `the parameter ${String(value["name"])} ${problem}`,
        })),
      ),
      ...responses.flatMap(({ value, pointer }) =>
        Object.keys(recordOf(value["headers"])).flatMap((name) => {
          const problem = nameProblem(name, IGNORED_IN_RESPONSES);
          if (problem === undefined) return [];
          const place = `${pointer}${toPointer(["headers", name])}`;
          return [{ pointer: place, problem: `the header "${name}" ${problem}` }];
        }),
      ),
    ]),
);

function problemsOf(root: unknown, parameter: Json): readonly string[] {
  const { name, in: place, style, required, description } = parameter;
  const { value: schema } = follow(root, parameter["schema"], "");
  const named = place === "header" ? nameProblem(String(name), IGNORED_IN_REQUESTS) : undefined;
  const checks: readonly (readonly [applies: boolean, problem: string])[] = [
    [
      style === "deepObject" && schema["type"] !== undefined && schema["type"] !== "object",
      "has the style deepObject, but is no object",
    ],
    [
      required === true && Object.hasOwn(schema, "default"),
      "is required, so its default is never used",
    ],
    [
      Object.hasOwn(parameter, "example") && Object.hasOwn(parameter, "examples"),
      "has both example and examples, of which one may be there",
    ],
    [typeof description !== "string" || description.trim() === "", "has no description"],
  ];
  const found = checks.filter(([applies]) => applies).map(([, problem]) => problem);
  return named === undefined ? found : [named, ...found];
}

function nameProblem(name: string, ignored: ReadonlySet<string>): string | undefined {
  if (!TOKEN.test(name)) return "has a name that HTTP does not allow";
  return ignored.has(name.toLowerCase()) ? "is ignored: content and security say it" : undefined;
}
