import { z } from "zod";
import { choice, guesses, text, texts } from "./answer-parts.ts";
import type { WireUnit } from "./wire-unit.ts";

const schema = z.object({
  api: z.object({
    basePath: text(),
    versioning: z.object({
      scheme: text(),
      current: text(),
      sunsetMonths: z.int(),
      migration: text(),
    }),
    pagination: choice(["cursor", "offset"]),
    defaultLimit: z.int(),
    maximumLimit: z.int(),
    idempotencyHeader: text(),
    idempotencyHours: z.int(),
    problemBase: text(),
    tracing: text(),
    audiences: z.array(
      z.object({
        id: text(),
        name: text(),
        description: text(),
        kind: text(),
        graphql: z.boolean().optional(),
        requestsPerMinute: z.int(),
        burst: z.int(),
      }),
    ),
    errors: z.array(
      z.object({
        id: text(),
        status: z.int(),
        name: text(),
        retryable: z.boolean(),
        clientAction: text(),
      }),
    ),
  }),
  auth: z.object({
    mechanisms: z.array(
      z.object({
        id: text(),
        name: text(),
        kind: text(),
        flow: text(),
        audiences: texts(),
        description: text(),
        accessTokenMinutes: z.int().optional(),
        refreshTokenDays: z.int().optional(),
        reqs: texts(),
      }),
    ),
    permissions: z.array(z.object({ id: text(), name: text(), description: text() })),
    roles: z.array(
      z.object({
        id: text(),
        name: text(),
        description: text(),
        actors: texts(),
        permissions: texts(),
      }),
    ),
  }),
  ...guesses,
});

/** What holds for every operation, and who may call. */
export const accessWire: WireUnit = {
  kind: "access",
  schema,
  toSections(answer) {
    const { api, auth } = answer as z.infer<typeof schema>;
    const { versioning, problemBase, errors, tracing } = api;
    const permissions = auth.permissions.map((permission) => ({
      ...permission,
      name: permission.name.trim().toLowerCase(),
    }));
    return {
      system: {
        api: {
          basePath: api.basePath.trim().replace(/\/+$/, ""),
          versioning,
          pagination: {
            style: api.pagination,
            defaultLimit: api.defaultLimit,
            maximumLimit: api.maximumLimit,
          },
          idempotency: { header: api.idempotencyHeader, retentionHours: api.idempotencyHours },
          problemBase,
          tracing: tracing.trim() === "" ? undefined : tracing,
          errors,
          audiences: api.audiences.map(({ id, name, description, kind, graphql }) => ({
            id,
            name,
            description,
            kind: kind.trim() === "" ? undefined : kind,
            graphql: graphql === true ? true : undefined,
          })),
          rateLimits: api.audiences.filter(isLimited).map(toRateLimit),
        },
        auth: { ...auth, permissions },
      },
    };
  },
  fromSections: ({ api, auth }) => ({
    auth,
    api: api && {
      ...api,
      pagination: api.pagination.style,
      defaultLimit: api.pagination.defaultLimit,
      maximumLimit: api.pagination.maximumLimit,
      idempotencyHeader: api.idempotency.header,
      idempotencyHours: api.idempotency.retentionHours,
      audiences: api.audiences.map((audience) => {
        const limit = api.rateLimits.find((candidate) => candidate.audience === audience.id);
        const { requestsPerMinute = 0, burst = 0 } = limit ?? {};
        return { ...audience, requestsPerMinute, burst };
      }),
    },
  }),
};

type Audience = z.infer<typeof schema>["api"]["audiences"][number];

/** 0 means that nobody of this audience is held back. */
function isLimited({ requestsPerMinute }: Audience): boolean {
  return requestsPerMinute > 0;
}

function toRateLimit({ id, name, requestsPerMinute, burst }: Audience) {
  const audience = id.trim() === "" ? name : id;
  return { id, audience, requestsPerMinute, burst: burst > 0 ? burst : requestsPerMinute };
}
