import type { OpenAPIV3 } from "openapi-types";
import type { Operation, System } from "../../design/design.ts";
import { sortedBy } from "../../util/order.ts";
import { toPascal } from "../../util/naming.ts";
import { PROBLEM } from "./body-names.ts";
import type { ComponentRegistry } from "./component-registry.ts";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import { PROBLEM_JSON } from "./media-types.ts";
import type { OriginRecorder } from "../../artifacts/contract/origin-recorder.ts";
import { plainText } from "../../artifacts/contract/plain-text.ts";
import { problemSchema } from "./problem-schema.ts";

type ApiError = System["api"]["errors"][number];

/** One response per status, with an example per problem type; `default` for whatever else goes wrong. */
export function problemResponses(
  operation: Operation,
  api: System["api"],
  components: ComponentRegistry,
  recorder: OriginRecorder,
): Readonly<Record<string, OpenAPIV3.ReferenceObject>> {
  const errors = api.errors.filter(({ id }) => operation.errors.includes(id));
  const byStatus = Map.groupBy(errors, ({ status }) => status);
  const entries = sortedBy(byStatus, ([status]) => String(status)).map(([status, ofStatus]) => {
    const name = ofStatus.map(({ id }) => toPascal(id)).join("Or");
    const ref = components.refer("responses", name, () => {
      const tokens = ["components", "responses", name];
      for (const { id } of ofStatus) {
        recorder.mark(tokens, `system/error/${id}`);
        recorder.mark([...tokens, "content", PROBLEM_JSON, "examples", id], `system/error/${id}`);
      }
      return problemResponse(ofStatus, api, components);
    });
    return [String(status), ref] as const;
  });
  const unexpected = components.refer("responses", "UnexpectedProblem", () => {
    recorder.mark(["components", "responses", "UnexpectedProblem"], "system/api");
    return unexpectedResponse(components);
  });
  // Whatever is declared, a client can always be wrong.
  const hasClientError = errors.some(({ status }) => status < 500);
  return {
    ...Object.fromEntries(entries),
    ...(hasClientError ? {} : { "4XX": unexpected }),
    default: unexpected,
  };
}

function problemResponse(
  errors: readonly ApiError[],
  api: System["api"],
  components: ComponentRegistry,
): OpenAPIV3.ResponseObject {
  const lines = errors.map(({ name, clientAction }) => `${name}: ${clientAction}`);
  const examples = errors.map((error) => [
    error.id,
    { summary: plainText(error.name), value: problem(error, api.problemBase) },
  ]);
  return {
    description: markdownText(lines.join("\n\n")),
    ...(errors.some(({ status, retryable }) => status === 429 || (retryable && status === 503))
      ? { headers: { "Retry-After": components.refer("headers", "RetryAfter", retryAfter) } }
      : {}),
    content: {
      [PROBLEM_JSON]: { schema: referProblem(components), examples: Object.fromEntries(examples) },
    },
  };
}

function unexpectedResponse(components: ComponentRegistry): OpenAPIV3.ResponseObject {
  const value = { type: "about:blank", title: "Internal Server Error", status: 500 };
  return {
    description: "Whatever else goes wrong is a problem of the same form.",
    content: {
      [PROBLEM_JSON]: {
        schema: referProblem(components),
        examples: { unexpected: { summary: "Unexpected error", value } },
      },
    },
  };
}

function referProblem(components: ComponentRegistry): OpenAPIV3.ReferenceObject {
  return components.refer("schemas", PROBLEM, problemSchema);
}

function problem(error: ApiError, base: string): Readonly<Record<string, unknown>> {
  return {
    type: typeUri(base, error.id),
    title: plainText(error.name),
    status: error.status,
    detail: error.clientAction,
  };
}

/** A URI is ASCII (RFC 3986 §2), a base in the Design may be more. */
function typeUri(base: string, id: string): string {
  const uri = URL.parse(`${base}${id}`)?.href ?? `about:blank#${id}`;
  return uri.replace(/[^!#$%&'()*+,\-./0-9:;=?@_~a-z]/gi, encodeURIComponent);
}

function retryAfter(): OpenAPIV3.HeaderObject {
  return {
    description: "Seconds to wait before the next try (RFC 9110 §10.2.3).",
    schema: { type: "integer", format: "int32", minimum: 0 },
    example: 30,
  };
}
