import type { OpenAPIV3 } from "openapi-types";
import type { System } from "../../design/design.ts";
import { sampleValue } from "../../design/sample-value.ts";

interface NamedParameter {
  /** Of the component. */
  readonly name: string;
  readonly parameter: OpenAPIV3.ParameterObject;
}

/** A field name (RFC 9110 §5.1). */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Parameters that follow from the API policy. */
export function sharedParameters(
  api: System["api"],
  { isPaged, isKeyed }: { readonly isPaged: boolean; readonly isKeyed: boolean },
): readonly NamedParameter[] {
  return [
    ...(isPaged ? pageParameters(api.pagination) : []),
    ...(isKeyed ? [{ name: "IdempotencyKey", parameter: idempotencyKey(api.idempotency) }] : []),
    ...(api.versioning.scheme === "header"
      ? [{ name: "ApiVersion", parameter: apiVersion(api.versioning.current) }]
      : []),
    ...(api.tracing === "w3c" ? [{ name: "Traceparent", parameter: traceparent() }] : []),
  ];
}

function pageParameters({
  style,
  defaultLimit,
  maximumLimit,
}: System["api"]["pagination"]): readonly NamedParameter[] {
  const limit: OpenAPIV3.ParameterObject = {
    name: "limit",
    in: "query",
    description: "Most entries on one page.",
    required: false,
    schema: {
      type: "integer",
      format: "int32",
      minimum: 1,
      maximum: maximumLimit,
      default: Math.min(defaultLimit, maximumLimit),
    },
    example: Math.min(defaultLimit, maximumLimit),
  };
  const position: NamedParameter =
    style === "cursor"
      ? {
          name: "Cursor",
          parameter: {
            name: "cursor",
            in: "query",
            description: "`nextCursor` of the page before; absent for the first page.",
            required: false,
            schema: { type: "string", minLength: 1, maxLength: 512 },
            example: "eyJhZnRlciI6Mn0",
          },
        }
      : {
          name: "Offset",
          parameter: {
            name: "offset",
            in: "query",
            description: "Entries to skip before the page.",
            required: false,
            schema: { type: "integer", format: "int64", minimum: 0, default: 0 },
            example: 0,
          },
        };
  return [{ name: "Limit", parameter: limit }, position];
}

function idempotencyKey({
  header,
  retentionHours,
}: System["api"]["idempotency"]): OpenAPIV3.ParameterObject {
  return {
    name: TOKEN.test(header) ? header : "Idempotency-Key",
    in: "header",
    description:
      "Chosen by the client, new for every new intention. The same key again within " +
      `${retentionHours} hours gives the first answer again and does nothing.`,
    required: true,
    schema: { type: "string", minLength: 1, maxLength: 255 },
    example: sampleValue({ type: "uuid", samples: [] }, "idempotency key"),
  };
}

/** The example of W3C Trace Context §3.2.2. */
function traceparent(): OpenAPIV3.ParameterObject {
  return {
    name: "traceparent",
    in: "header",
    description:
      "The trace that the call belongs to (W3C Trace Context); a new one begins without.",
    required: false,
    schema: {
      type: "string",
      pattern: "^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$",
      maxLength: 55,
    },
    example: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
  };
}

function apiVersion(current: string): OpenAPIV3.ParameterObject {
  return {
    name: "API-Version",
    in: "header",
    description: "The version that the client was written for.",
    required: false,
    schema: { type: "string", enum: [current], default: current },
    example: current,
  };
}
