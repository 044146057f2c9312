import type { SystemInput } from "./system-input.ts";

export const accessSections = {
  api: {
    basePath: "/api",
    versioning: {
      scheme: "path",
      current: "v1",
      sunsetMonths: 12,
      migration: "A new version runs beside the old one until the sunset.",
    },
    pagination: { style: "cursor", defaultLimit: 20, maximumLimit: 100 },
    idempotency: { header: "Idempotency-Key", retentionHours: 24 },
    problemBase: "https://library.example.com/problems/",
    audiences: [
      { id: "web", name: "Web client", description: "The library's own web pages.", kind: "web" },
      {
        id: "partner",
        name: "Partner",
        description: "Other libraries of the region.",
        kind: "partner",
      },
    ],
    errors: [
      error("invalid-request", 400, "Invalid request", "Correct the request and send it again."),
      error("unauthenticated", 401, "Not authenticated", "Get a new token."),
      error("forbidden", 403, "Forbidden", "Ask for the permission."),
      error("not-found", 404, "Not found", "Check the id."),
      error("conflict", 409, "Conflict", "Read the resource again and decide."),
      error("changed-meanwhile", 412, "Changed meanwhile", "Read the resource again."),
      error("unprocessable", 422, "Unprocessable", "Correct the values that are named."),
      {
        ...error("too-many", 429, "Too many requests", "Wait as Retry-After says."),
        retryable: true,
      },
      error("internal-error", 500, "Internal error", "Report the trace id."),
      { ...error("unavailable", 503, "Unavailable", "Try again later."), retryable: true },
    ],
    rateLimits: [
      { id: "web-limit", audience: "web", requestsPerMinute: 300, burst: 60 },
      { id: "partner-limit", audience: "partner", requestsPerMinute: 60, burst: 20 },
    ],
  },
  auth: {
    mechanisms: [
      {
        id: "member-token",
        name: "Member token",
        kind: "jwt",
        description: "A signed token from the city's identity provider.",
        accessTokenMinutes: 15,
        refreshTokenDays: 30,
      },
      {
        id: "partner-key",
        name: "Partner key",
        kind: "api-key",
        description: "A key per partner library and per service.",
      },
    ],
    permissions: [
      { id: "read-books", name: "books:read", description: "Search and read books." },
      { id: "write-books", name: "books:write", description: "Change the catalogue." },
      { id: "read-loans", name: "loans:read", description: "See loans." },
      { id: "write-loans", name: "loans:write", description: "Borrow and return." },
    ],
    roles: [
      {
        id: "reader",
        name: "Reader",
        description: "A registered member.",
        actors: ["member"],
        permissions: ["read-books", "read-loans", "write-loans"],
      },
      {
        id: "staff",
        name: "Staff",
        description: "Works at a branch.",
        actors: ["librarian"],
        permissions: ["read-books", "write-books", "read-loans", "write-loans"],
      },
    ],
  },
} satisfies Partial<SystemInput>;

function error(id: string, status: number, name: string, clientAction: string) {
  return { id, status, name, retryable: false, clientAction };
}
