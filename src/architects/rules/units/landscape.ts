import type { DatabaseEngine } from "../../../design/database-engine.ts";
import { databaseEngineOf } from "../../../design/database-engine.ts";
import type { Deployable, Design } from "../../../design/design.ts";
import type { UnitPart } from "../../../design/unit-part.ts";
import type { UnitKind } from "../../../design/units.ts";
import type { Outcome } from "../../../diagnostics/diagnostic.ts";
import type { RequirementsReading } from "../../../requirements/requirements-reading.ts";
import type { DraftRequest } from "../../architect.ts";
import type { AcceptedLinks } from "../accepted-links.ts";
import { linkAccepted } from "../accepted-links.ts";
import type { DomainModel } from "../domain-model.ts";
import { statedEngine } from "./stated-engine.ts";
import { draftStores } from "./draft-stores.ts";
import { requirementOwner } from "../requirement-owner.ts";
import { settleContexts } from "../settle-contexts.ts";
import { inScope } from "../demand-text.ts";

/** Concurrent users above which contexts are released and scaled apart. */
const HEAVY = 50_000;
const ISOLATED =
  /\bmicro-?services?\b|\bmust keep working (?:when|if|while)\b|\b(?:independent(?:ly)?|separate(?:ly)?) (?:deploy|scal|releas)\w+|\bisolated? from\b/i;
const MODULAR = /\b(?:modular )?monolith\b/i;
/** Owners that cite a requirement by themselves, so that an actor's citation hides nothing. */
const ANSWERED: ReadonlySet<UnitKind | undefined> = new Set<UnitKind | undefined>([
  "api",
  "data",
  "landscape",
]);
const BACKGROUND =
  /^\W*(?:when|whenever|once|after|as soon as)\b|\b(?:(?:gets?|receives?|sends?|sent|via) (?:\w+ ){0,3}e-?mails?|notif\w+|reminders?|asynchronous\w*|in the background|webhooks?|nightly|every night|batch|retained for|deleted after)\b/i;

/** Who takes part, where the boundaries are, what runs and where the data lives. */
export function draftLandscapeUnit({
  reading,
  accepted,
  base,
  options,
}: DraftRequest): Outcome<UnitPart> {
  const planned = linkAccepted(reading, accepted);
  const links = { ...planned, domain: settleContexts(planned.domain, accepted) };
  const { domain, cite } = links;
  const contexts = domain.contexts.map((context) => ({
    ...context,
    requirements: cite(context.requirements),
  }));
  const answered = new Set(
    reading.requirements
      .filter((requirement) => ANSWERED.has(requirementOwner(requirement, reading)))
      .map(({ id }) => id),
  );
  const actors = domain.actors.map(({ id, name, kind, description, requirements }) => ({
    id,
    name,
    kind,
    description,
    requirements: cite(requirements.filter((one) => answered.has(one))),
  }));
  const split = splitReason(reading, accepted, domain);
  const deployables = deployablesOf(links, reading, split);
  const relationalEngine =
    options.database ?? statedEngine(reading) ?? presentEngine(base) ?? "postgresql";
  const stores = draftStores(links, reading, accepted, relationalEngine);
  return {
    value: {
      system: { actors, contexts, deployables, stores },
      assumptions: [
        {
          id: "shape",
          text:
            split === undefined
              ? "One service hosts all contexts."
              : "Each context is a service of its own.",
          reason:
            split?.reason ??
            "Nothing in the requirements asks to scale or release parts apart, and one process is simpler to run.",
          ...(split?.requirement === undefined ? {} : { requirement: split.requirement }),
        },
        ...contexts.slice(0, 1).map(() => ({
          id: "boundaries",
          text: `The things of the text fall into ${contexts.length === 1 ? "one context" : `${contexts.length} contexts`}: ${contexts.map(({ name }) => name).join(", ")}.`,
          reason: "What is spoken of together and refers to each other stays together.",
        })),
      ],
      openQuestions: [],
    },
    diagnostics: [],
  };
}

interface Split {
  readonly reason: string;
  readonly requirement?: string;
}

function splitReason(
  reading: RequirementsReading,
  accepted: Design,
  domain: DomainModel,
): Split | undefined {
  if (domain.contexts.length < 2) return undefined;
  const scope = inScope(reading);
  if (scope.some(({ text }) => MODULAR.test(text) && /\b(?:must|shall|should)\b/i.test(text)))
    return undefined;
  const isolated = scope.find(({ text }) => ISOLATED.test(text));
  const known = new Set(accepted.system.requirements.map(({ id }) => id));
  const ref = (id: string | undefined) =>
    id !== undefined && known.has(id) ? { requirement: id } : {};
  if (isolated !== undefined)
    return {
      reason: "The requirements ask that one part keeps working without another.",
      ...ref(isolated.id),
    };
  const { concurrentUsers } = accepted.system.load;
  if (concurrentUsers.value < HEAVY) return undefined;
  return {
    reason: `${concurrentUsers.value} concurrent users: parts with different load are scaled apart.`,
    ...ref(concurrentUsers.requirement),
  };
}

function deployablesOf(
  links: AcceptedLinks,
  reading: RequirementsReading,
  split: Split | undefined,
): readonly Deployable[] {
  const { domain, cite } = links;
  const { contexts } = domain;
  const isolation = split?.requirement === undefined ? [] : [split.requirement];
  const outside = dependenciesOutside(domain);
  const services: Deployable[] =
    split === undefined
      ? [
          {
            id: "api",
            name: "API service",
            kind: "service",
            contexts: contexts.map(({ id }) => id),
            team: "Backend team",
            technology: technologyOf(reading),
            stateless: true,
            dependencies: outside.filter(({ mode }) => mode === "sync").map(dependencyOf),
            requirements: [],
          },
        ]
      : contexts.map(({ id, name }) => ({
          id: `${id}-service`,
          name: `${name} service`,
          kind: "service",
          contexts: [id],
          team: `${name} team`,
          technology: technologyOf(reading),
          stateless: true,
          dependencies: [
            ...outside
              .filter(({ mode, context }) => mode === "sync" && context === id)
              .map(dependencyOf),
            ...dependenciesInside(id, domain),
          ],
          requirements: cite(isolation),
        }));
  const worker = workerOf(links, reading, outside);
  if (split === undefined) return [...services, ...worker];
  return [gatewayOf(services, domain, reading), ...services, ...worker];
}

function dependencyOf({ on, mode, purpose, degradable, reason }: Dependency): Dependency {
  return { on, mode, purpose, degradable, reason };
}

type Dependency = Deployable["dependencies"][number];

function gatewayOf(
  services: readonly Deployable[],
  domain: DomainModel,
  reading: RequirementsReading,
): Deployable {
  const core = new Set(
    domain.contexts.filter(({ id }) => id === "identity").map(({ id }) => `${id}-service`),
  );
  return {
    id: "gateway",
    name: "API gateway",
    kind: "gateway",
    contexts: [],
    team: "Platform team",
    technology: /\bkubernetes\b/i.test(textOf(reading)) ? "Envoy on Kubernetes" : "Envoy",
    stateless: true,
    dependencies: services.map(({ id, name }): Dependency => ({
      on: id,
      mode: "sync",
      purpose: `Forwards the requests of ${name.replace(/ service$/, "").toLowerCase()}.`,
      degradable: true,
      reason: core.has(id)
        ? "Tokens are verified with a public key, so callers who are signed in go on; signing in answers 503."
        : "Its paths answer 503 with Retry-After; the paths of the others are not touched.",
    })),
    requirements: [],
  };
}

/** A service needs another where an operation writes what refers to the other's entity. */
function dependenciesInside(context: string, domain: DomainModel): readonly Dependency[] {
  const entities = domain.entities.filter((entity) => entity.context === context);
  const others = new Map<string, string>();
  for (const { references, name } of entities) {
    for (const { to } of references) {
      const target = domain.entities.find(({ id }) => id === to);
      if (
        target === undefined ||
        target.context === context ||
        target.id === "account" ||
        target.id === "user"
      )
        continue;
      others.set(
        target.context,
        `Checks the ${target.name.toLowerCase()} that a new ${name.toLowerCase()} refers to.`,
      );
    }
  }
  return [...others].map(([other, purpose]) => ({
    on: `${other}-service`,
    mode: "sync",
    purpose,
    degradable: false,
    reason:
      "Without it a record could be made for something that does not exist or is not for sale; reading what is there goes on.",
  }));
}

function dependenciesOutside(
  domain: DomainModel,
): readonly (Dependency & { readonly context: string })[] {
  return domain.actors
    .filter(({ kind, clients }) => kind === "external-system" && clients.length === 0)
    .map((actor) => {
      const isPayment = /payment/i.test(actor.description);
      const isMail = /mail|messages/i.test(actor.description);
      const users = domain.entities.filter(({ requirements }) =>
        requirements.some((id) => actor.requirements.includes(id)),
      );
      // "Payment provider: …" is called by whoever owns payments, not by all that a payment is for.
      const speaksFor = users.find(({ name }) =>
        new RegExp(`\\b${RegExp.escape(name)}`, "i").test(actor.description),
      );
      const context = (speaksFor ?? users[0])?.context ?? domain.contexts.at(-1)?.id ?? "";
      return {
        on: actor.id,
        context,
        mode: isMail ? ("async" as const) : ("sync" as const),
        purpose: actor.description,
        degradable: true,
        reason: isPayment
          ? "What is to be paid is kept as pending and charged later; nothing is shipped before it is paid."
          : isMail
            ? "Messages wait in the outbox and are sent when it is back."
            : `What needs ${actor.name} answers 503; everything else goes on.`,
      };
    });
}

function workerOf(
  { domain, cite }: AcceptedLinks,
  reading: RequirementsReading,
  outside: readonly (Dependency & { readonly context: string })[],
): readonly Deployable[] {
  const causes = inScope(reading).filter(
    ({ text, kind }) =>
      BACKGROUND.test(text) &&
      (kind === "functional" || /\b(?:retained|deleted) (?:for|after)\b/.test(text)),
  );
  const waits = outside.filter(({ mode }) => mode === "async");
  // Where nothing is kept, a library for instance, "batch" is a call and no work for later.
  if (domain.entities.length === 0 && waits.length === 0) return [];
  if (causes.length === 0 && waits.length === 0) return [];
  return [
    {
      id: "worker",
      name: "Background worker",
      kind: "worker",
      contexts: domain.contexts.map(({ id }) => id),
      team: "Backend team",
      technology: technologyOf(reading),
      stateless: true,
      dependencies: waits.map(dependencyOf),
      requirements: cite(causes.slice(0, 8).map(({ id }) => id)),
    },
  ];
}

function technologyOf(reading: RequirementsReading): string {
  const text = textOf(reading);
  const known: readonly (readonly [RegExp, string])[] = [
    [/\bspring(?: boot)?\b/i, "Java with Spring Boot"],
    [/\bjava\b(?!script)/i, "Java"],
    [/\bkotlin\b/i, "Kotlin"],
    [/\bc\+\+\s?(?:17|20)?/i, "C++"],
    [/\b(?:\.net|c#)\b/i, "C# on .NET"],
    [/\b(?:golang|go services?|written in go)\b/i, "Go"],
    [/\bdjango\b/i, "Python with Django"],
    [/\bpython\b/i, "Python"],
    [/\brails\b/i, "Ruby on Rails"],
    [/\bphp|laravel\b/i, "PHP"],
    [/\brust\b/i, "Rust"],
  ];
  return known.find(([pattern]) => pattern.test(text))?.[1] ?? "TypeScript on Node.js";
}

function textOf(reading: RequirementsReading): string {
  return inScope(reading)
    .filter(({ kind }) => kind !== "functional")
    .map(({ text }) => text)
    .join("\n");
}

/** What the package has been made with: an engine changes where somebody says so. */
function presentEngine(base: Design | undefined): DatabaseEngine | undefined {
  const store = base?.system.stores.find(({ kind }) => kind === "relational");
  return store === undefined ? undefined : databaseEngineOf(store.engine);
}
