import type { Design, System } from "../../../design/design.ts";
import type { UnitPart } from "../../../design/unit-part.ts";
import type { Outcome } from "../../../diagnostics/diagnostic.ts";
import type { RequirementsReading } from "../../../requirements/requirements-reading.ts";
import { toKebab } from "../../../util/naming.ts";
import type { DraftRequest } from "../../architect.ts";
import { linkAccepted } from "../accepted-links.ts";
import { hasConditionalWrites } from "../conditional-writes.ts";
import { inScope } from "../demand-text.ts";
import { kindOfAudience } from "../operation-audiences.ts";
import { commonPrefix } from "../stated-operations.ts";
import { apiErrors } from "./api-errors.ts";
import { clientAssumptions } from "./client-assumptions.ts";
import { draftAudiences } from "./draft-audiences.ts";
import { draftMechanisms } from "./draft-mechanisms.ts";
import { draftRoles } from "./draft-roles.ts";
import { statedApiRules } from "./stated-api-rules.ts";

/** The rules that hold for every operation, and who may call which. */
export function draftAccessUnit({ reading, accepted }: DraftRequest): Outcome<UnitPart> {
  const links = linkAccepted(reading, accepted);
  const clients = draftAudiences(reading, links.domain);
  const mechanisms = draftMechanisms(links, reading, clients.audiences);
  const auth = { mechanisms, ...draftRoles(links, accepted) };
  return {
    value: {
      system: { api: apiOf(reading, clients, accepted), auth },
      assumptions: [
        ...clientAssumptions(links.domain, clients.audiences, mechanisms),
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

function apiOf(
  reading: RequirementsReading,
  { audiences, rateLimits }: Pick<System["api"], "audiences" | "rateLimits">,
  { system }: Design,
): System["api"] {
  const prefix = commonPrefix(reading).toLowerCase();
  const version = /\/v([1-9]\d*)$/.exec(prefix);
  const hasStatedPaths = inScope(reading).some(({ text }) =>
    /^(?:GET|POST|PUT|PATCH|DELETE) \//.test(text),
  );
  const basePath = prefix.replace(/\/v\d+$/, "");
  const { sunsetMonths = 12, pagination, idempotency } = statedApiRules(reading);
  return {
    basePath: hasStatedPaths ? basePath : "/api",
    versioning: {
      scheme: statedScheme(reading) ?? (hasStatedPaths && version === null ? "header" : "path"),
      current: `v${version?.[1] ?? "1"}`,
      sunsetMonths,
      migration:
        "A version stays until its sunset date. The next one is announced with the Deprecation and Sunset headers, both run side by side, and the changelog says for each operation what to change.",
    },
    pagination: pagination ?? { style: "cursor", defaultLimit: 20, maximumLimit: 100 },
    idempotency: idempotency ?? { header: "Idempotency-Key", retentionHours: 24 },
    problemBase: `https://${toKebab(reading.title, 40)}.example.com/problems/`,
    audiences: audiences.map((audience) => ({ ...audience, kind: kindOf(audience) })),
    errors: apiErrors(hasConditionalWrites(reading)),
    rateLimits,
    ...(isTraced(reading, system) ? { tracing: "w3c" } : {}),
  };
}

function kindOf(audience: System["api"]["audiences"][number]) {
  const kind = kindOfAudience(audience);
  return kind === "app" ? "first-party" : kind;
}

const VERSIONED = /\bversion\w*\b/i;

/** Where the text wants the version of the API to stand. */
function statedScheme(
  reading: RequirementsReading,
): System["api"]["versioning"]["scheme"] | undefined {
  const texts = inScope(reading)
    .map(({ text }) => text)
    .filter((text) => VERSIONED.test(text));
  if (texts.some((text) => /\b(?:media[- ]types?|content negotiation|accept header)\b/i.test(text)))
    return "media-type";
  if (texts.some((text) => /\bversion\w*\b.{0,40}\b(?:path|url)\b/i.test(text))) return "path";
  return texts.some((text) =>
    /\b(?:api[- ]version|version) header\b|\bversion\w*\b.{0,30}\bin (?:a|the) (?:request )?header\b/i.test(
      text,
    ),
  )
    ? "header"
    : undefined;
}

/** A trace is worth its header where the text asks for it, or a call goes through several services. */
function isTraced(reading: RequirementsReading, { deployables }: System): boolean {
  const services = deployables.filter(({ kind }) => kind === "service");
  return (
    services.length > 1 ||
    inScope(reading).some(({ text }) =>
      /\btraceparent\b|\b(?:distributed )?tracing\b|\bopentelemetry\b/i.test(text),
    )
  );
}
