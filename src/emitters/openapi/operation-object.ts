import type { OpenAPIV3 } from "openapi-types";
import type { System } from "../../design/design.ts";
import type { SurfaceOperation } from "./api-surface.ts";
import { bodyExample } from "./body-example.ts";
import type { BodySchemas } from "./body-schemas.ts";
import type { ComponentRegistry } from "./component-registry.ts";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import { requestMediaType } from "./media-types.ts";
import { operationParameters } from "./operation-parameters.ts";
import type { OriginRecorder } from "../../artifacts/contract/origin-recorder.ts";
import { plainText } from "../../artifacts/contract/plain-text.ts";
import { problemResponses } from "./problem-responses.ts";
import type { SecuritySchemes } from "./security-schemes.ts";
import { successResponse } from "./success-response.ts";

/** What the operations of one document share. */
export interface OperationParts {
  readonly system: System;
  readonly bodies: BodySchemas;
  readonly components: ComponentRegistry;
  readonly recorder: OriginRecorder;
  readonly security: SecuritySchemes;
}

/** What OpenAPI has no word for. */
interface Extensions {
  readonly "x-sunset"?: string;
  /** Ids of the kinds of clients that it is for. */
  readonly "x-audiences"?: readonly string[];
}

export function operationObject(
  entry: SurfaceOperation,
  names: { readonly operationId: string; readonly tag: string },
  { system, bodies, components, recorder, security }: OperationParts,
): OpenAPIV3.OperationObject<Extensions> {
  const { operation, http, subject } = entry;
  const tokens = ["paths", http.path, http.method];
  recorder.mark(["paths", http.path], subject);
  recorder.mark(tokens, subject);
  const parameters = operationParameters(entry, system, components, recorder, [
    ...tokens,
    "parameters",
  ]);
  const requestBody = requestObject(entry, system, bodies);
  return {
    tags: [names.tag],
    summary: plainText(operation.name),
    description: markdownText(describe(entry, security)),
    operationId: names.operationId,
    ...(parameters.length === 0 ? {} : { parameters: [...parameters] }),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: {
      [String(http.status)]: successResponse(entry, system, bodies, components),
      ...problemResponses(operation, system.api, components, recorder),
    },
    ...(operation.deprecated === undefined ? {} : { deprecated: true }),
    security: [...security.requirementsOf(operation)],
    ...(operation.audiences.length === 0 ? {} : { "x-audiences": [...operation.audiences] }),
    ...(operation.sunset === undefined ? {} : { "x-sunset": operation.sunset }),
  };
}

function describe({ operation }: SurfaceOperation, security: SecuritySchemes): string {
  const permissions = security.permissionsOf(operation).map(({ name }) => `\`${name}\``);
  const { deprecated, sunset, replacedBy } = operation;
  return [
    operation.description,
    ...(permissions.length === 0 ? [] : [`Needs ${permissions.join(" and ")}.`]),
    ...(deprecated === undefined ? [] : [`Deprecated since ${deprecated}.`]),
    ...(sunset === undefined ? [] : [`Stops to answer on ${sunset}.`]),
    ...(replacedBy === undefined ? [] : [`Replaced by ${replacedBy}.`]),
  ].join("\n\n");
}

function requestObject(
  { context, operation, http }: SurfaceOperation,
  system: System,
  bodies: BodySchemas,
): OpenAPIV3.RequestBodyObject | undefined {
  const schema = context.schemas.find(({ id }) => id === operation.request?.schema);
  // The content of a GET or a DELETE has no meaning (RFC 9110 §9.3.1 and §9.3.5).
  if (schema === undefined || http.method === "get" || http.method === "delete") return undefined;
  return {
    description: markdownText(schema.description),
    required: true,
    content: {
      [requestMediaType(system, http.method, schema)]: {
        schema: bodies.refer(context, schema, "request"),
        examples: { [schema.id]: { value: bodyExample(context, schema, "request") } },
      },
    },
  };
}
