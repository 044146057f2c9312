import type { OpenAPIV3 } from "openapi-types";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import type { OriginRecorder } from "../../artifacts/contract/origin-recorder.ts";
import { plainText } from "../../artifacts/contract/plain-text.ts";
import type { System } from "../../design/design.ts";
import { toPascal } from "../../util/naming.ts";
import { sortedBy } from "../../util/order.ts";
import type { SurfaceOperation } from "./api-surface.ts";
import { PROBLEM } from "./body-names.ts";
import type { ComponentRegistry } from "./component-registry.ts";
import { PROBLEM_JSON } from "../../artifacts/contract/media-types.ts";
import { problemOccurrence } from "./problem-occurrence.ts";
import { problemSchema } from "./problem-schema.ts";
import { problemType } from "./problem-type.ts";
import { rateLimitHeaders, retryAfterHeader } from "./shared-headers.ts";

type ApiError = System["api"]["errors"][number];

/** What one operation makes of a problem: its path, and what of the request was wrong. */
const OF_OPERATION: ReadonlySet<number> = new Set([400, 404, 409, 410, 412, 422, 428]);

export interface ProblemScene {
  readonly api: System["api"];
  readonly components: ComponentRegistry;
  readonly recorder: OriginRecorder;
  /** Place of the operation. */
  readonly tokens: readonly string[];
  readonly audience: string | undefined;
}

/**
 * One response per status, with an example per problem type: of this operation where it says
 * something of its request, else shared; `default` for whatever else goes wrong.
 */
export function problemResponses(
  entry: SurfaceOperation,
  scene: ProblemScene,
): Readonly<Record<string, OpenAPIV3.ReferenceObject | OpenAPIV3.ResponseObject>> {
  const { api, components, recorder } = scene;
  const errors = api.errors.filter(({ id }) => entry.operation.errors.includes(id));
  const byStatus = Map.groupBy(errors, ({ status }) => status);
  const entries = sortedBy(byStatus, ([status]) => String(status)).map(([status, ofStatus]) => {
    if (OF_OPERATION.has(status)) {
      mark([...scene.tokens, "responses", String(status)], ofStatus, recorder, entry.subject);
      return [String(status), problemResponse(ofStatus, scene, entry)] as const;
    }
    const name = ofStatus.map(({ id }) => toPascal(id)).join("Or");
    const ref = components.refer("responses", name, () => {
      mark(["components", "responses", name], ofStatus, recorder);
      return problemResponse(ofStatus, scene);
    });
    return [String(status), ref] as const;
  });
  const unexpected = components.refer("responses", "UnexpectedProblem", () => {
    recorder.mark(["components", "responses", "UnexpectedProblem"], "system/api");
    return unexpectedResponse(scene);
  });
  // Whatever is declared, a client can always be wrong.
  const hasClientError = errors.some(({ status }) => status < 500);
  return {
    ...Object.fromEntries(entries),
    ...(hasClientError ? {} : { "4XX": unexpected }),
    default: unexpected,
  };
}

function mark(
  tokens: readonly string[],
  errors: readonly ApiError[],
  recorder: OriginRecorder,
  subject?: string,
): void {
  for (const { id } of errors) {
    recorder.mark(tokens, subject ?? `system/error/${id}`);
    recorder.mark([...tokens, "content", PROBLEM_JSON, "examples", id], `system/error/${id}`);
  }
}

function problemResponse(
  errors: readonly ApiError[],
  scene: ProblemScene,
  entry?: SurfaceOperation,
): OpenAPIV3.ResponseObject {
  const { api, components, audience } = scene;
  const lines = errors.map(
    ({ name, clientAction, retryable }) =>
      `${name}: ${clientAction}${retryable ? " It may be repeated." : ""}`,
  );
  const examples = errors.map((error) => {
    const occurrence = entry === undefined ? {} : problemOccurrence(error.status, entry, api);
    const value = {
      type: problemType(api.problemBase, error.id),
      title: plainText(error.name),
      status: error.status,
      detail: error.clientAction,
      ...occurrence,
      ...traced(api),
    };
    return [error.id, { summary: plainText(error.name), value }];
  });
  const headers = {
    ...(errors.some(({ status, retryable }) => status === 429 || (retryable && status === 503))
      ? { "Retry-After": retryAfterHeader(components) }
      : {}),
    ...(errors.some(({ status }) => status === 429)
      ? rateLimitHeaders(api, components, audience)
      : {}),
  };
  return {
    description: markdownText(lines.join("\n\n")),
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    content: {
      [PROBLEM_JSON]: { schema: referProblem(scene), examples: Object.fromEntries(examples) },
    },
  };
}

function unexpectedResponse(scene: ProblemScene): OpenAPIV3.ResponseObject {
  const value = {
    type: "about:blank",
    title: "Internal Server Error",
    status: 500,
    ...traced(scene.api),
  };
  return {
    description: "Whatever else goes wrong is a problem of the same form.",
    content: {
      [PROBLEM_JSON]: {
        schema: referProblem(scene),
        examples: { unexpected: { summary: "Unexpected error", value } },
      },
    },
  };
}

function referProblem({ components, api }: ProblemScene): OpenAPIV3.ReferenceObject {
  return components.refer("schemas", PROBLEM, () => problemSchema(api.tracing !== undefined));
}

/** The trace of the example of W3C Trace Context §3.2.2. */
function traced({ tracing }: System["api"]): { readonly traceId?: string } {
  return tracing === undefined ? {} : { traceId: "4bf92f3577b34da6a3ce929d0e0e4736" };
}
