import type { UnitKind } from "../../design/units.ts";
import type { QuantityMetric } from "../../requirements/quantity.ts";
import type { Requirement } from "../../requirements/requirement.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { composeDomain } from "./compose-domain.ts";
import type { ActorPlan } from "./domain-model.ts";
import { speaksOf } from "./demand-text.ts";

/** Numbers that become a target or part of the load. */
const MEASURED: ReadonlySet<QuantityMetric> = new Set<QuantityMetric>([
  "latency",
  "query-latency",
  "availability",
  "downtime",
  "throughput",
  "concurrent-users",
  "users",
  "error-rate",
  "retention",
  "recovery-time",
  "recovery-point",
  "growth",
  "peak-factor",
  "read-write-ratio",
  "think-time",
  "payload",
  "cache-hit-rate",
  "cpu",
  "memory",
  "scaling-time",
]);
/** Qualities without a number that a default target answers. */
const TARGETED =
  /\b(?:fast|quick\w*|respons\w+|performance|efficien\w+|slow\w*|delays?|latency|availab\w+|reliab\w+|uptime|downtime|scalab\w+|scale|increasing loads?|concurrent|recover\w*)\b/i;
const SECURITY =
  /\b(?:secur\w+|encrypt\w*|privacy|gdpr|pci|hipaa|ccpa|sox|compl(?:y|iance|iant)|personal data|card data|confidential\w*|audit\w*|vulnerab\w+|owasp|tls|https|fraud|spam|abuse|rate limit\w*|unauthori[sz]ed|legal|regulat\w+|sanitis\w+|sanitiz\w+|injection|consent to)\b/i;
const ACCESS =
  /\b(?:jwt|oauth2?|api keys?|sso|single sign-on|two-factor|2fa|mfa|authenticat\w+|authori[sz]\w+|permissions?|roles?|access control|log(?:ged)? in|sign(?:ed)? in|only (?:an? |the )?[\w ]+ (?:may|can)|authorization header|access tokens?)\b/i;
const DELIVERY =
  /\b(?:team of|a team|engineers?|budget|milestones?|release\w*|deadline|go[- ]live|unit tests?|tests?|test coverage|documentation|documented|maintainab\w+|code quality|modul\w+|deliver(?:ed)? by|support hours|training)\b/i;
const BEHAVIOUR =
  /^\W*(?:when|whenever|once|after|as soon as|if)\b|\b(?:notif\w+|e-?mails? (?:is|are|gets?)|sends? (?:an? )?(?:e-?mail|sms|message|alert|reminder|notification)|alert\w*|remind\w*|publish\w* (?:an? )?events?|asynchronous\w*|in the background|must be \w+ed when|automatically)\b/i;
/** What runs apart and where data lives; the landscape cites it. */
const PLACED = /\bmust keep working (?:when|if|while)\b|\bstar schema\b/i;
/** What jobs of an analytical store are made for; the governance of data cites it. */
const ANALYSED =
  /\b(?:warehouse|facts|dimensions|change[- ]data[- ]capture|CDC|watermark|lateness|late events?|replay\w*)\b/i;
/** Rules for every operation; the decisions on conventions and on the style of the API answer them. */
const API_RULE =
  /\b(?:openapi|graph\s?ql|problem details|rfc 9457|idempotency[- ]keys?|paged|paginat\w+|page size|deprecated operations?|sunset headers?|(?:major|api) versions?)\b/i;
const SCREEN =
  /\b(?:user interface|user-friendly|font|colou?rs?|contrast|layout|screen|responsive (?:design|web)|mobile[- ]friendly|look and feel|navigation|intuitive|terminal interaction|dark mode|native language|zoom)\b/i;

/**
 * Which kind of unit satisfies a requirement; `undefined` where the rules can make nothing of it,
 * so that its scope is open (or out). Both halves of the rules architect keep to this.
 */
export function requirementOwner(
  requirement: Requirement,
  reading: RequirementsReading,
): UnitKind | undefined {
  if (requirement.outOfScope) return undefined;
  const { id, kind, text } = requirement;
  const domain = composeDomain(reading);
  const own = reading.quantities.filter(
    ({ requirementId, thirdParty }) => requirementId === id && !thirdParty,
  );
  if (domain.operations.some(({ requirements }) => requirements.includes(id))) return "api";
  if (own.some(({ metric }) => MEASURED.has(metric))) return "requirements";
  if (own.some(({ metric }) => metric === "session")) return "access";
  if (domain.actors.some((actor) => definesActor(actor, id))) return "landscape";
  if (domain.entities.some(({ requirements }) => requirements.includes(id))) return "data";
  if (API_RULE.test(text)) return "technology";
  if (PLACED.test(text)) return "landscape";
  if (ANALYSED.test(text) && domain.entities.some(({ store }) => store === "olap"))
    return "security";
  if (SCREEN.test(text)) return undefined;
  if (kind === "functional") {
    return ownerOfFunction(
      text,
      domain.entities.some(({ words }) => [...words].some((word) => speaksOf(text, word))),
    );
  }
  if (SECURITY.test(text)) return "security";
  if (ACCESS.test(text)) return "access";
  if (kind === "quality" && TARGETED.test(text)) return "requirements";
  if (own.some(({ metric }) => metric === "deadline" || metric === "coverage")) return "delivery";
  if (DELIVERY.test(text)) return "delivery";
  return "technology";
}

/** That somebody does something says nothing of what is done; it has to say who they are. */
function definesActor({ kind, clients, definition, requirements }: ActorPlan, id: string): boolean {
  const isCalled = kind === "external-system" && clients.length === 0;
  return definition === id || (isCalled && requirements.includes(id));
}

function ownerOfFunction(text: string, isAboutThings: boolean): UnitKind | undefined {
  if (ACCESS.test(text)) return "access";
  if (SECURITY.test(text)) return "security";
  if (isAboutThings && BEHAVIOUR.test(text)) return "behaviour";
  return undefined;
}
