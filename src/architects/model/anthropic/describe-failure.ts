/** What went wrong with a call, and what can be done about it. */
export interface Failure {
  /** For a person; holds no key and no prompt. */
  readonly reason: string;
  /** `schema`: the server does not take the answer's schema. `passing`: worth asking again. */
  readonly kind: "schema" | "passing" | "final";
}

/** Error types of a stream that another attempt may not meet. */
const PASSING_TYPES = new Set([
  "overloaded_error",
  "api_error",
  "rate_limit_error",
  "timeout_error",
]);

/**
 * What an error of the SDK means. Before the first byte the SDK has tried again by itself; a
 * failure in the middle of a stream comes in several shapes and has not been tried again.
 */
export function describeFailure(error: unknown): Failure {
  const facts = readFacts(error);
  const named = facts.requestId === undefined ? "" : ` (request ${facts.requestId})`;
  const reason = `${facts.message}${named}`;
  if (facts.name === "APIUserAbortError") return { reason: "it was stopped", kind: "final" };
  if (facts.status !== undefined) {
    const kind = facts.status === 400 && isAboutSchema(facts.message) ? "schema" : "final";
    return { reason: `${reason}, status ${facts.status}`, kind };
  }
  if (facts.name.startsWith("APIConnection")) {
    return {
      reason: `no connection to the server: ${facts.cause ?? facts.message}`,
      kind: "final",
    };
  }
  if (facts.type !== undefined) {
    return { reason, kind: PASSING_TYPES.has(facts.type) ? "passing" : "final" };
  }
  return { reason: `the answer broke off: ${facts.cause ?? facts.message}`, kind: "passing" };
}

function isAboutSchema(message: string): boolean {
  return /output_config|schema|grammar|structured output|json_schema/i.test(message);
}

interface Facts {
  readonly name: string;
  readonly message: string;
  readonly status?: number;
  readonly type?: string;
  readonly requestId?: string;
  readonly cause?: string;
}

/** Reads an error by its shape: errors of the SDK, of fetch and of streams come alike. */
function readFacts(error: unknown): Facts {
  if (!(error instanceof Error)) return { name: "Error", message: "unknown failure" };
  const given = error as Error & Readonly<Record<string, unknown>>;
  const status = given["status"];
  const type = given["type"];
  const requestId = given["requestID"];
  const told = typeof given["apiMessage"] === "string" ? given["apiMessage"] : error.message;
  return {
    name: error.constructor.name,
    message: short(told),
    ...(typeof status === "number" ? { status } : {}),
    ...(typeof type === "string" ? { type } : {}),
    ...(typeof requestId === "string" ? { requestId } : {}),
    ...(error.cause instanceof Error ? { cause: short(innermost(error.cause)) } : {}),
  };
}

function innermost(error: Error): string {
  return error.cause instanceof Error ? innermost(error.cause) : error.message;
}

function short(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, 400);
}
