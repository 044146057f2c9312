import type { OpenAPIV3 } from "openapi-types";
import type { Operation, System } from "../../design/design.ts";
import { midnight } from "../../util/midnight.ts";
import type { ComponentRegistry } from "./component-registry.ts";

type Headers = Readonly<Record<string, OpenAPIV3.ReferenceObject | OpenAPIV3.HeaderObject>>;

/** When it goes: RFC 9745 for the deprecation, RFC 8594 for the sunset. */
export function retirementHeaders(
  { deprecated, sunset }: Pick<Operation, "deprecated" | "sunset">,
  components: ComponentRegistry,
): Headers {
  return {
    ...(deprecated === undefined
      ? {}
      : {
          Deprecation: components.refer("headers", `Deprecation-${deprecated}`, () => ({
            description: "Since when it is deprecated: `@` and seconds since 1970 (RFC 9745 §2.1).",
            schema: { type: "string", pattern: "^@[0-9]{1,12}$", maxLength: 13 },
            example: `@${midnight(deprecated).seconds}`,
          })),
        }),
    ...(sunset === undefined
      ? {}
      : {
          Sunset: components.refer("headers", `Sunset-${sunset}`, () => ({
            description: "When it stops to answer, as an HTTP date (RFC 8594 §3).",
            schema: { type: "string", maxLength: 29 },
            example: midnight(sunset).httpDate,
          })),
        }),
  };
}

/**
 * What is left of the quota: draft-ietf-httpapi-ratelimit-headers-10, the state of the IETF's work;
 * the fields are lists of structured items (RFC 9651). `audience` for a document of one.
 */
export function rateLimitHeaders(
  { rateLimits }: System["api"],
  components: ComponentRegistry,
  audience?: string,
): Headers {
  const limits = rateLimits.filter(
    (limit) => audience === undefined || limit.audience === audience,
  );
  if (limits.length === 0) return {};
  const schema = { type: "string", maxLength: 1000 } as const;
  const policies = limits.map(
    ({ audience: id, requestsPerMinute }) => `"${id}";q=${requestsPerMinute};w=60`,
  );
  const { audience: id = "", requestsPerMinute = 1 } = limits[0] ?? {};
  return {
    "RateLimit-Policy": components.refer("headers", "RateLimit-Policy", () => ({
      description:
        "The quota of the caller's kind of client: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).",
      schema,
      example: policies.join(", ").slice(0, 1000),
    })),
    RateLimit: components.refer("headers", "RateLimit", () => ({
      description:
        "What is left: `r` requests until the quota is whole again in `t` seconds (draft-ietf-httpapi-ratelimit-headers-10).",
      schema,
      example: `"${id}";r=${requestsPerMinute - 1};t=42`,
    })),
  };
}

export function locationHeader(components: ComponentRegistry): OpenAPIV3.ReferenceObject {
  return components.refer("headers", "Location", () => ({
    description: "Where the new resource, or the state of the work, is (RFC 9110 §10.2.2).",
    schema: { type: "string", format: "uri-reference", maxLength: 2000 },
  }));
}

export function retryAfterHeader(components: ComponentRegistry): OpenAPIV3.ReferenceObject {
  return components.refer("headers", "RetryAfter", () => ({
    description: "Seconds to wait before the next try (RFC 9110 §10.2.3).",
    schema: { type: "integer", format: "int32", minimum: 0, maximum: 86_400 },
    example: 30,
  }));
}

export function etagHeader(components: ComponentRegistry): OpenAPIV3.ReferenceObject {
  return components.refer("headers", "ETag", () => ({
    description:
      "The version of what is returned (RFC 9110 §8.8.3); give it as `If-Match` to change it.",
    schema: { type: "string", maxLength: 200 },
    example: '"3"',
  }));
}
