import { z } from "zod";
import { element, reference } from "./identity.ts";
import { name, prose, satisfies } from "./text.ts";

/** A kind of client: who may see an operation and how fast it may call. */
export const audience = element("audience", {
  name: name(),
  description: prose(),
  /** `mobile`, `web`, `partner` and `device` call from outside; each gets a document of its own. */
  kind: z
    .enum(["mobile", "web", "partner", "device", "first-party", "internal", "anonymous"])
    .optional(),
  /** Calls its operations through GraphQL too. */
  graphql: z.boolean().optional(),
});

/** A problem type (RFC 9457). Its type URI is the base URI plus the id. */
export const apiError = element("error", {
  status: z.int().min(400).max(599),
  name: name(),
  retryable: z.boolean(),
  /** What the client should do. */
  clientAction: prose(),
});

export const rateLimit = element("rate-limit", {
  audience: reference("audience"),
  requestsPerMinute: z.int().positive(),
  burst: z.int().positive(),
});

/** What holds for every operation. */
export const apiPolicy = z.strictObject({
  /** First path segment(s), e.g. `/api`. */
  basePath: z
    .string()
    .regex(/^(?:\/[a-z0-9-]+)*$/)
    .max(60),
  versioning: z.strictObject({
    scheme: z.enum(["path", "header", "media-type"]),
    current: z.string().regex(/^v[1-9][0-9]*$/),
    /** Months between the deprecation notice and the sunset (RFC 8594). */
    sunsetMonths: z.int().positive(),
    migration: prose(),
  }),
  pagination: z.strictObject({
    style: z.enum(["cursor", "offset"]),
    defaultLimit: z.int().positive(),
    maximumLimit: z.int().positive(),
  }),
  idempotency: z.strictObject({ header: name(), retentionHours: z.int().positive() }),
  /** Base of the problem type URIs; a name, need not resolve (RFC 9457 §3.1.1). */
  problemBase: z.url({ protocol: /^https$/ }),
  audiences: z.array(audience).default([]),
  errors: z.array(apiError).default([]),
  rateLimits: z.array(rateLimit).default([]),
  /** How a request is followed through several services: `traceparent` (W3C Trace Context). */
  tracing: z.enum(["w3c"]).optional(),
});

/** A way to prove who calls. */
export const mechanism = element("mechanism", {
  name: name(),
  /** `signature` proves who sends: the HMAC of an outgoing webhook; no caller of the API has it. */
  kind: z.enum([
    "jwt",
    "oauth2",
    "openid-connect",
    "session",
    "api-key",
    "mutual-tls",
    "signature",
  ]),
  /** How a client gets its OAuth 2 token: RFC 6749 §4.1 with PKCE for people, §4.4 for machines. */
  flow: z.enum(["authorization-code", "client-credentials"]).optional(),
  /** Whose proof it is; everybody's where none is named. */
  audiences: z.array(reference("audience")).default([]),
  description: prose(),
  accessTokenMinutes: z.int().positive().optional(),
  refreshTokenDays: z.int().positive().optional(),
  requirements: satisfies(),
});

/** `orders:write`: what a caller may do; becomes an OAuth scope. */
export const permission = element("permission", {
  name: z
    .string()
    .max(80)
    .regex(/^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$/, "must look like orders:write"),
  description: prose(),
});

export const role = element("role", {
  name: name(),
  description: prose(),
  actors: z.array(reference("actor")).default([]),
  permissions: z.array(reference("permission")).default([]),
});

export const authPolicy = z.strictObject({
  mechanisms: z.array(mechanism).default([]),
  permissions: z.array(permission).default([]),
  roles: z.array(role).default([]),
});
