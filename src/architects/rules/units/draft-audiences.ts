import type { System } from "../../../design/design.ts";
import type { RequirementsReading } from "../../../requirements/requirements-reading.ts";
import type { ClientKind } from "../client-kinds.ts";
import { statedClientKinds } from "../client-kinds.ts";
import { inScope, speaksOf } from "../demand-text.ts";
import type { ActorPlan, DomainModel } from "../domain-model.ts";
import { markGraphqlAudiences } from "../graphql-audiences.ts";
import { listed } from "../listed.ts";
import { statedAudiences } from "./stated-api-rules.ts";

type Api = System["api"];

const PARTNERS =
  /\b(?:third[- ]part(?:y|ies)|integrators?|public api|partner api|developer api)\b|\b(?:send|register|signed|outgoing)\b.{0,40}\bwebhooks?\b/i;

interface Kind {
  readonly id: string;
  readonly name: string;
  readonly description: (who: string) => string;
  /** Its rate limit as a share of the stated one. */
  readonly share: number;
}

const KINDS: Readonly<Record<ClientKind | "first-party" | "anonymous", Kind>> = {
  "first-party": {
    id: "first-party",
    name: "First-party clients",
    description: (who) =>
      `The product's own web and mobile clients, on behalf of a signed-in user${who === "" ? "" : ` (${who})`}.`,
    share: 1,
  },
  mobile: {
    id: "mobile-app",
    name: "Mobile app",
    description: (who) => `The product's own mobile app${who === "" ? "" : `, used by ${who}`}.`,
    share: 1,
  },
  web: {
    id: "web-app",
    name: "Web app",
    description: (who) =>
      `The product's own client in a browser${who === "" ? "" : `, used by ${who}`}.`,
    share: 1,
  },
  partner: {
    id: "partner",
    name: "Partners",
    description: (who) =>
      `Systems of other companies with credentials of their own${who === "" ? "" : `: ${who}`}.`,
    share: 2,
  },
  device: {
    id: "device",
    name: "Devices",
    description: (who) =>
      `Machines that report by themselves, each with credentials of its own${who === "" ? "" : `: ${who}`}.`,
    share: 1,
  },
  internal: {
    id: "internal",
    name: "Internal clients",
    description: (who) =>
      `The back office and the services of the operator; never given to others${who === "" ? "" : `: ${who}`}.`,
    share: 1,
  },
  anonymous: {
    id: "anonymous",
    name: "Anonymous clients",
    description: () => "Callers who have not proved who they are; limited by address.",
    share: 0.1,
  },
};

/** The kinds of clients: those of a table in the text, else those with which its actors call. */
export function draftAudiences(
  reading: RequirementsReading,
  domain: DomainModel,
): Pick<Api, "audiences" | "rateLimits"> {
  const stated = statedAudiences(reading);
  // A table of limits says nothing of who is not in it.
  const perMinute = stated === undefined ? statedRate(reading) : 600;
  const wanted = stated === undefined ? kindsOf(reading, domain) : missingKinds(stated, domain);
  const own = wanted.map(({ kind, actors }) => {
    const { id, name, description, share } = KINDS[kind];
    const who = listed(actors.map((actor) => actor.name.toLowerCase()));
    const rate = Math.max(1, Math.round(perMinute * share));
    return {
      audience: { id, name, description: description(who).slice(0, 1000) },
      limit: {
        id: `${id}-limit`,
        audience: id,
        requestsPerMinute: rate,
        burst: Math.max(1, Math.round(rate / 5)),
      },
    };
  });
  return {
    audiences: markGraphqlAudiences(
      [...(stated?.audiences ?? []), ...own.map(({ audience }) => audience)],
      reading,
    ),
    rateLimits: [...(stated?.rateLimits ?? []), ...own.map(({ limit }) => limit)],
  };
}

interface Wanted {
  readonly kind: ClientKind | "first-party" | "anonymous";
  readonly actors: readonly ActorPlan[];
}

function kindsOf(
  reading: RequirementsReading,
  { actors, operations }: DomainModel,
): readonly Wanted[] {
  const texts = [reading.summary, ...inScope(reading).map(({ text }) => text)];
  const using = (kind: ClientKind) => actors.filter(({ clients }) => clients.includes(kind));
  const open = actors.filter(({ kind, clients }) => kind === "person" && clients.length === 0);
  const kinds = (["mobile", "web", "partner", "device", "internal"] as const)
    .map((kind) => ({ kind, actors: using(kind) }))
    .filter((wanted) => wanted.actors.length > 0);
  const general = statedClientKinds(texts).filter(
    (kind) => !kinds.some((wanted) => wanted.kind === kind),
  );
  const people: readonly Wanted[] =
    open.length === 0
      ? []
      : general.length > 0
        ? general.map((kind) => ({ kind, actors: open }))
        : [{ kind: "first-party", actors: open }];
  const hasPartners = kinds.some(({ kind }) => kind === "partner");
  return [
    ...people,
    ...kinds,
    ...(!hasPartners && texts.some((text) => PARTNERS.test(text))
      ? [{ kind: "partner" as const, actors: [] }]
      : []),
    ...(operations.some(({ publicReason }) => publicReason !== undefined)
      ? [{ kind: "anonymous" as const, actors: [] }]
      : []),
  ];
}

/** Who runs the product is seldom in a table of clients, but does not call as one of them. */
function missingKinds(
  { audiences }: Pick<Api, "audiences">,
  { actors }: DomainModel,
): readonly Wanted[] {
  const isListed = (actor: ActorPlan) =>
    audiences.some(({ name, description }) =>
      speaksOf(`${name} ${description}`, actor.name.toLowerCase()),
    );
  const hasInternal = audiences.some(({ name }) =>
    /\b(?:internal|back[- ]?office|staff|admin\w*)\b/i.test(name),
  );
  const left = actors.filter(
    (actor) => actor.clients.includes("internal") && !isListed(actor) && !hasInternal,
  );
  return left.length === 0 ? [] : [{ kind: "internal", actors: left }];
}

function statedRate({ quantities }: RequirementsReading): number {
  const stated = quantities.find(
    ({ metric, thirdParty }) => metric === "rate-limit" && !thirdParty,
  );
  return stated === undefined
    ? 600
    : Math.max(1, Math.round((stated.value * 60) / (stated.windowSeconds ?? 60)));
}
