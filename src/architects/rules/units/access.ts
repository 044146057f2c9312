import type { System } from "../../../design/design.ts";
import type { UnitPart } from "../../../design/unit-part.ts";
import type { Outcome } from "../../../diagnostics/diagnostic.ts";
import type { RequirementsReading } from "../../../requirements/requirements-reading.ts";
import { toKebab } from "../../../util/naming.ts";
import type { DraftRequest } from "../../architect.ts";
import type { AcceptedLinks } from "../accepted-links.ts";
import { linkAccepted } from "../accepted-links.ts";
import { permissionOf } from "../permission-of.ts";
import { inScope } from "../demand-text.ts";
import { requirementOwner } from "../requirement-owner.ts";
import { commonPrefix } from "../stated-operations.ts";
import { statedApiRules, statedAudiences } from "./stated-api-rules.ts";

type Mechanism = System["auth"]["mechanisms"][number];

const PARTNERS =
  /\b(?:partners?|third[- ]part(?:y|ies)|integrators?|public api|developer api|webhook)\b/i;

/** The rules that hold for every operation, and who may call which. */
export function draftAccessUnit({ reading, accepted }: DraftRequest): Outcome<UnitPart> {
  const links = linkAccepted(reading, accepted);
  const mechanisms = mechanismsOf(links, reading);
  const auth = { mechanisms, ...rolesOf(links, accepted) };
  const isStated = /\b(?:jwt|oauth2?|api keys?|session cookies?|sessions?)\b/i.test(
    inScope(reading)
      .map(({ text }) => text)
      .join("\n"),
  );
  return {
    value: {
      system: { api: apiOf(reading), auth },
      assumptions: [
        ...(isStated
          ? []
          : [
              {
                id: "tokens",
                text: "Callers prove who they are with a JWT access token.",
                reason:
                  "The requirements name no mechanism; a signed token needs no shared session store.",
              },
            ]),
        {
          id: "rate-limits",
          text: "Rate limits per audience are those of the API policy.",
          reason: "The requirements state no limits for all audiences.",
        },
        ...(auth.roles.length > 0
          ? [
              {
                id: "roles",
                text: `Each kind of user is a role: ${auth.roles.map(({ name }) => name).join(", ")}.`.slice(
                  0,
                  1000,
                ),
                reason: "A role has the permissions of the operations that the text gives to it.",
              },
            ]
          : []),
      ],
      openQuestions: [],
    },
    diagnostics: [],
  };
}

function apiOf(reading: RequirementsReading): System["api"] {
  const prefix = commonPrefix(reading).toLowerCase();
  const version = /\/v([1-9]\d*)$/.exec(prefix);
  const hasStatedPaths = inScope(reading).some(({ text }) =>
    /^(?:GET|POST|PUT|PATCH|DELETE) \//.test(text),
  );
  const basePath = prefix.replace(/\/v\d+$/, "");
  const { sunsetMonths = 12, pagination, idempotency } = statedApiRules(reading);
  const stated = statedAudiences(reading);
  const hasPartners = inScope(reading).some(({ text }) => PARTNERS.test(text));
  return {
    basePath: hasStatedPaths ? basePath : "/api",
    versioning: {
      scheme: hasStatedPaths && version === null ? "header" : "path",
      current: `v${version?.[1] ?? "1"}`,
      sunsetMonths,
      migration:
        "A version stays until its sunset date. The next one is announced with the Deprecation and Sunset headers, both run side by side, and the changelog says for each operation what to change.",
    },
    pagination: pagination ?? { style: "cursor", defaultLimit: 20, maximumLimit: 100 },
    idempotency: idempotency ?? { header: "Idempotency-Key", retentionHours: 24 },
    problemBase: `https://${toKebab(reading.title, 40)}.example.com/problems/`,
    audiences: stated?.audiences ?? [
      {
        id: "first-party",
        name: "First-party clients",
        description: "The product's own web and mobile clients, on behalf of a signed-in user.",
      },
      {
        id: "anonymous",
        name: "Anonymous clients",
        description: "Callers who have not proved who they are; limited by address.",
      },
      ...(hasPartners
        ? [
            {
              id: "partner",
              name: "Partners",
              description: "Systems of other companies with a key of their own.",
            },
          ]
        : []),
    ],
    errors: errors(),
    rateLimits: stated?.rateLimits ?? rateLimitsOf(reading, hasPartners),
  };
}

function rateLimitsOf(
  reading: RequirementsReading,
  hasPartners: boolean,
): System["api"]["rateLimits"] {
  const stated = reading.quantities.find(
    ({ metric, thirdParty }) => metric === "rate-limit" && !thirdParty,
  );
  const perMinute =
    stated === undefined
      ? 600
      : Math.max(1, Math.round((stated.value * 60) / (stated.windowSeconds ?? 60)));
  const limit = (audience: string, requestsPerMinute: number) => ({
    id: `${audience}-limit`,
    audience,
    requestsPerMinute,
    burst: Math.max(1, Math.round(requestsPerMinute / 5)),
  });
  return [
    limit("first-party", perMinute),
    limit("anonymous", Math.max(1, Math.round(perMinute / 10))),
    ...(hasPartners ? [limit("partner", perMinute * 2)] : []),
  ];
}

function errors(): System["api"]["errors"] {
  const error = (
    id: string,
    status: number,
    name: string,
    retryable: boolean,
    clientAction: string,
  ) => ({ id, status, name, retryable, clientAction });
  return [
    error(
      "validation",
      400,
      "Invalid request",
      false,
      "Correct what the list of errors names and send the request again.",
    ),
    error(
      "unauthenticated",
      401,
      "Not authenticated",
      false,
      "Get a new access token, or sign in again.",
    ),
    error(
      "forbidden",
      403,
      "Forbidden",
      false,
      "Do not repeat it; the caller lacks the permission that is named.",
    ),
    error(
      "not-found",
      404,
      "Not found",
      false,
      "Check the id; what it named may have been deleted.",
    ),
    error(
      "conflict",
      409,
      "Conflict",
      false,
      "Read the resource again and decide on its present state.",
    ),
    error(
      "unprocessable",
      422,
      "Not possible",
      false,
      "The request is well-formed but breaks the business rule that is named; change it.",
    ),
    error(
      "rate-limited",
      429,
      "Too many requests",
      true,
      "Wait for the seconds in Retry-After, then repeat.",
    ),
    error(
      "internal",
      500,
      "Internal error",
      true,
      "Repeat once with the same idempotency key; then report the trace id.",
    ),
    error(
      "unavailable",
      503,
      "Unavailable",
      true,
      "Repeat with growing pauses, beginning with Retry-After.",
    ),
  ];
}

function mechanismsOf({ cite }: AcceptedLinks, reading: RequirementsReading): readonly Mechanism[] {
  const scope = inScope(reading);
  const asked = (pattern: RegExp) =>
    scope.filter(({ text }) => pattern.test(text)).map(({ id }) => id);
  const jwt = asked(/\bjwt\b|\baccess tokens?\b/i);
  const oauth = asked(/\b(?:oauth2?|openid connect|oidc|sso|single sign-on)\b/i);
  const session = asked(/\bsession cookies?\b|\bcookie-based\b/i);
  const keys = asked(/\bapi[- ]keys?\b/i);
  const minutes = reading.quantities.find(
    ({ metric, unit, thirdParty }) => metric === "session" && unit === "minutes" && !thirdParty,
  )?.value;
  const here = scope
    .filter((requirement) => requirementOwner(requirement, reading) === "access")
    .map(({ id }) => id);
  const mechanisms: Mechanism[] = [];
  if (oauth.length > 0)
    mechanisms.push({
      id: "oauth",
      name: "OAuth 2.0",
      kind: "oauth2",
      description: "Authorization code flow with PKCE (RFC 9700) at the identity provider.",
      accessTokenMinutes: minutes ?? 15,
      requirements: cite(oauth),
    });
  if (session.length > 0)
    mechanisms.push({
      id: "session",
      name: "Session cookie",
      kind: "session",
      description: "An opaque session in a Secure, HttpOnly, SameSite cookie.",
      accessTokenMinutes: minutes ?? 60,
      requirements: cite(session),
    });
  if (keys.length > 0)
    mechanisms.push({
      id: "api-key",
      name: "API key",
      kind: "api-key",
      description: "A key per calling system, kept as a hash and replaced without downtime.",
      requirements: cite(keys),
    });
  if (jwt.length > 0 || (oauth.length === 0 && session.length === 0)) {
    const refreshDays = /\brefresh tokens?\b|\bsign out|\blog ?out/i.test(
      scope.map(({ text }) => text).join("\n"),
    )
      ? 30
      : undefined;
    mechanisms.push({
      id: "access-token",
      name: "Access token",
      kind: "jwt",
      description:
        "A short-lived JWT in the Authorization header, signed with a rotating key whose public half every service has (RFC 8725).",
      accessTokenMinutes: Math.max(1, Math.round(minutes ?? 15)),
      ...(refreshDays === undefined ? {} : { refreshTokenDays: refreshDays }),
      requirements: cite(jwt),
    });
  }
  const cited = new Set(mechanisms.flatMap(({ requirements }) => requirements));
  const rest = cite(here).filter((id) => !cited.has(id));
  return mechanisms.map((mechanism, i) =>
    i === mechanisms.length - 1
      ? { ...mechanism, requirements: [...mechanism.requirements, ...rest] }
      : mechanism,
  );
}

/** A role per kind of person; it may do what the text says it does, and what it gives to nobody. */
function rolesOf(
  links: AcceptedLinks,
  accepted: DraftRequest["accepted"],
): Pick<System["auth"], "permissions" | "roles"> {
  const { domain } = links;
  const granted = new Map<string, Set<string>>();
  const everybody = new Set<string>();
  for (const operation of domain.operations) {
    const entity = domain.entities.find(({ id }) => id === operation.entity);
    const permission = entity && permissionOf(operation, entity);
    if (permission === undefined) continue;
    if (!granted.has(permission)) granted.set(permission, new Set());
    for (const actor of operation.actors) granted.get(permission)?.add(actor);
    if (operation.actors.length === 0) everybody.add(permission);
  }
  const people = accepted.system.actors.filter(({ kind }) => kind === "person");
  const planned = new Map(domain.actors.map(({ id, name }) => [id, name.toLowerCase()]));
  const permissions = [...granted.keys()].map((name) => ({
    id: toKebab(name),
    name,
    description: describe(name),
  }));
  const roles = people.map(({ id, name }) => {
    const own = [...granted].filter(
      ([permission, actors]) =>
        everybody.has(permission) ||
        [...actors].some((actor) => actor === id || planned.get(actor) === name.toLowerCase()),
    );
    return {
      id,
      name,
      description: `What ${/^(?:[aeio]|u(?!ser|ni|se|til))/i.test(name) ? "an" : "a"} ${name.toLowerCase()} may do.`,
      actors: [id],
      permissions: own.map(([permission]) => toKebab(permission)),
    };
  });
  const held = new Set(roles.flatMap(({ permissions: all }) => all));
  const orphans = permissions.filter(({ id }) => !held.has(id)).map(({ id }) => id);
  const [first, ...others] = roles;
  if (orphans.length === 0) return { permissions, roles };
  if (first === undefined)
    return {
      permissions,
      roles: [
        {
          id: "member",
          name: "Member",
          description: "Everybody who has an account.",
          actors: [],
          permissions: orphans,
        },
      ],
    };
  return {
    permissions,
    roles: [{ ...first, permissions: [...first.permissions, ...orphans] }, ...others],
  };
}

function describe(permission: string): string {
  const [resource = "", action = ""] = permission.split(":");
  const things = resource.replaceAll("-", " ");
  if (action === "read") return `See ${things}.`;
  if (action === "write") return `Create and change ${things}.`;
  return `${action.charAt(0).toUpperCase()}${action.slice(1).replaceAll("-", " ")} ${things}.`;
}
