import type { OpenAPIV3 } from "openapi-types";

/** The problem details of RFC 9457 §3; a problem type may add members of its own. */
export function problemSchema(isTraced: boolean): OpenAPIV3.NonArraySchemaObject {
  return {
    type: "object",
    description: "Problem details (RFC 9457).",
    required: ["type", "title", "status"],
    properties: {
      type: {
        type: "string",
        format: "uri-reference",
        maxLength: 2000,
        description: "Identifies the kind of problem.",
      },
      title: { type: "string", maxLength: 200, description: "The kind of problem in words." },
      status: {
        type: "integer",
        format: "int32",
        minimum: 400,
        maximum: 599,
        description: "The HTTP status, again.",
      },
      detail: {
        type: "string",
        maxLength: 4000,
        description: "What went wrong this time and what to do.",
      },
      instance: {
        type: "string",
        format: "uri-reference",
        maxLength: 2000,
        description: "Identifies this occurrence.",
      },
      errors: {
        type: "array",
        maxItems: 100,
        description: "What of the request is wrong, where it can be told.",
        items: {
          type: "object",
          required: ["detail"],
          properties: {
            detail: { type: "string", maxLength: 1000, description: "What is wrong with it." },
            pointer: {
              type: "string",
              maxLength: 500,
              description: "Where in the body (RFC 6901, as a fragment).",
            },
            parameter: { type: "string", maxLength: 100, description: "Which parameter." },
          },
        },
      },
      ...(isTraced
        ? {
            traceId: {
              type: "string",
              pattern: "^[0-9a-f]{32}$",
              maxLength: 32,
              description: "The trace to name in a report (W3C Trace Context).",
            },
          }
        : {}),
    },
    additionalProperties: true,
  };
}
