import type { OpenAPIV3 } from "openapi-types";
import type { Design, System } from "../../design/design.ts";
import type { SurfaceOperation } from "./api-surface.ts";
import { bodyExamples } from "./body-examples.ts";
import type { BodySchemas } from "./body-schemas.ts";
import type { ComponentRegistry } from "./component-registry.ts";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import { requestMediaType } from "../../artifacts/contract/media-types.ts";
import { migrationSteps } from "../../design/migration-steps.ts";
import type { OperationLinks } from "./operation-links.ts";
import { operationParameters } from "./operation-parameters.ts";
import type { OriginRecorder } from "../../artifacts/contract/origin-recorder.ts";
import { plainText } from "../../artifacts/contract/plain-text.ts";
import { problemResponses } from "./problem-responses.ts";
import type { SecuritySchemes } from "./security-schemes.ts";
import { successResponse } from "./success-response.ts";

/** What the operations of one document share. */
export interface OperationParts {
  readonly design: Design;
  readonly bodies: BodySchemas;
  readonly components: ComponentRegistry;
  readonly recorder: OriginRecorder;
  readonly security: SecuritySchemes;
  readonly links: OperationLinks;
  /** The only kind of client that the document is for. */
  readonly audience: string | undefined;
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
  parts: OperationParts,
): OpenAPIV3.OperationObject<Extensions> {
  const { design, bodies, components, recorder, security } = parts;
  const { system } = design;
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
    description: markdownText(describe(entry, parts)),
    operationId: names.operationId,
    ...(parameters.length === 0 ? {} : { parameters: [...parameters] }),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: {
      [String(http.status)]: successResponse(entry, { ...parts, system }),
      ...problemResponses(entry, { ...parts, api: system.api, tokens }),
    },
    ...(operation.deprecated === undefined ? {} : { deprecated: true }),
    security: [...security.requirementsOf(operation)],
    ...(operation.audiences.length === 0 ? {} : { "x-audiences": [...operation.audiences] }),
    ...(operation.sunset === undefined ? {} : { "x-sunset": operation.sunset }),
  };
}

function describe(
  { operation, context }: SurfaceOperation,
  { design, security }: OperationParts,
): string {
  const permissions = security.permissionsOf(operation).map(({ name }) => `\`${name}\``);
  const { deprecated, sunset } = operation;
  const steps = migrationSteps(design, context.context, operation);
  return [
    operation.description,
    ...(permissions.length === 0 ? [] : [`Needs ${permissions.join(" and ")}.`]),
    ...(deprecated === undefined ? [] : [`Deprecated since ${deprecated}.`]),
    ...(sunset === undefined ? [] : [`Stops to answer on ${sunset}.`]),
    ...(steps.length === 0
      ? []
      : [`How to change over:\n\n${steps.map((step) => `* ${step}`).join("\n")}`]),
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
  const isPatch = http.method === "patch" && schema.purpose === "update";
  return {
    description: markdownText(schema.description),
    required: true,
    content: {
      [requestMediaType(system, http.method, schema)]: {
        schema: bodies.refer(context, schema, "request"),
        examples: bodyExamples(context, schema, "request", isPatch),
      },
    },
  };
}
