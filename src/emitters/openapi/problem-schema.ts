import type { OpenAPIV3 } from "openapi-types";

/** The problem details of RFC 9457 §3; a problem type may add members of its own. */
export function problemSchema(): OpenAPIV3.NonArraySchemaObject {
  return {
    type: "object",
    description: "Problem details (RFC 9457).",
    required: ["type", "title", "status"],
    properties: {
      type: {
        type: "string",
        format: "uri-reference",
        description: "Identifies the kind of problem.",
      },
      title: { type: "string", description: "The kind of problem in words." },
      status: {
        type: "integer",
        format: "int32",
        minimum: 400,
        maximum: 599,
        description: "The HTTP status, again.",
      },
      detail: { type: "string", description: "What went wrong this time and what to do." },
      instance: {
        type: "string",
        format: "uri-reference",
        description: "Identifies this occurrence.",
      },
    },
    additionalProperties: true,
  };
}
