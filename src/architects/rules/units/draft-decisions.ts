import type { Design, System } from "../../../design/design.ts";
import { groupDigits } from "../../../util/group-digits.ts";
import { entitiesOf } from "../../../design/entities-of.ts";
import { operationsOf } from "../../../design/operations-of.ts";
import { asName } from "../as-name.ts";
import { citing } from "../citing.ts";
import { listed } from "../listed.ts";
import { unsatisfied } from "./unsatisfied.ts";

type Decision = System["decisions"][number];

/** Decision records (MADR) for what shaped this Design; each names its facts. */
export function draftDecisions(design: Design): readonly Decision[] {
  return [
    ...deploymentStyle(design),
    ...ownership(design),
    ...versioning(design),
    ...conventions(design),
    ...asynchrony(design),
    ...regions(design),
    ...constraints(design),
  ];
}

function deploymentStyle(design: Design): readonly Decision[] {
  const { deployables, contexts, load } = design.system;
  const services = deployables.filter(({ kind }) => kind === "service");
  if (services.length === 0) return [];
  const isOne = services.length === 1;
  const facts = `${contexts.length} contexts (${listed(contexts.map(({ name }) => name))}) and ${groupDigits(load.concurrentUsers.value)} concurrent users (${load.concurrentUsers.basis}).`;
  return [
    {
      id: "deployment-style",
      name: isOne
        ? "One deployable with modules for each context"
        : "Several services along the contexts",
      status: "proposed",
      context: facts,
      options: [
        {
          name: "Modular monolith",
          reason: "One release and one process; contexts are modules with their own tables.",
        },
        {
          name: "A service for each context",
          reason: "Contexts scale and fail on their own; every call between them can fail.",
        },
      ],
      outcome: isOne
        ? `${services[0]?.name ?? "One service"} hosts every context. Contexts share no tables, so one can be cut out when its load asks for it.`
        : `${listed(services.map(({ name }) => name))} are released on their own, since their load or availability differs.`,
      consequences: isOne
        ? [
            "A deployment replaces everything at once.",
            "No network between contexts: a call cannot time out.",
          ]
        : [
            "Calls between services need time-outs and degraded answers.",
            `${services.length} pipelines and dashboards to keep.`,
          ],
      requirements: [...new Set(services.flatMap(({ requirements }) => requirements))],
    },
  ];
}

function ownership(design: Design): readonly Decision[] {
  const { contexts, stores } = design.system;
  if (contexts.length < 2) return [];
  const relational = stores.filter(({ kind }) => kind === "relational");
  return [
    {
      id: "data-ownership",
      name: "Each context owns its tables",
      status: "proposed",
      context: `${listed(contexts.map(({ name }) => name))} keep ${entitiesOf(design).length} entities in ${listed(relational.map(({ name }) => name)) || "no relational store"}.`,
      options: [
        {
          name: "Shared tables",
          reason: "Joins are easy; every change of a table concerns everybody.",
        },
        {
          name: "A schema for each context",
          reason: "A context changes its tables alone; data of others is reached by id.",
        },
      ],
      outcome: `A schema for each of ${listed(contexts.map(({ name }) => name))}, and no foreign key between them. ${foreignIds(design)}`,
      consequences: [
        "A join over contexts becomes two queries or a copy.",
        "A context can move to a store of its own without a change of its tables.",
      ],
      requirements: [],
    },
  ];
}

/** The ids of things that other contexts own: what the missing foreign keys would be. */
function foreignIds(design: Design): string {
  const ids = entitiesOf(design).flatMap(({ entity }) => {
    const own = new Set([...entity.relations.map(({ field }) => field), ...entity.primaryKey]);
    return entity.fields
      .filter(({ id, type }) => type === "uuid" && id.endsWith("-id") && !own.has(id))
      .map(({ name }) => `${name} of ${entity.name.toLowerCase()}`);
  });
  if (ids.length === 0) return "No table holds an id of another context.";
  const more = ids.length > 4 ? ` and ${ids.length - 4} more` : "";
  return `${ids.slice(0, 4).join(", ")}${more}: plain ids, kept true by events and consistency checks.`;
}

function versioning(design: Design): readonly Decision[] {
  const { api } = design.system;
  const operations = operationsOf(design).filter(
    ({ operation }) => operation.exposure === "public",
  );
  if (operations.length === 0) return [];
  const { scheme, current, sunsetMonths } = api.versioning;
  return [
    {
      id: "api-versioning",
      name: asName(`API versions by ${scheme}`),
      status: "proposed",
      context: `${operations.length} public operations for ${listed(api.audiences.map(({ name }) => name)) || "one audience"}.`,
      options: [
        { name: "Version in the path", reason: "Visible in logs, caches and links." },
        {
          name: "Version in a header",
          reason: "Stable links; easily forgotten by clients and caches.",
        },
      ],
      outcome: `${operations.length} operations begin with ${current} by ${scheme}${api.basePath === "" ? "" : ` under ${api.basePath}`}; a retired version is announced with Deprecation and Sunset headers ${sunsetMonths} months ahead.`,
      consequences: ["Two versions run side by side during a migration."],
      requirements: [],
    },
  ];
}

const CONVENTIONS =
  /\b(?:openapi|problem details|rfc 9457|idempotency[- ]keys?|paged|paginat\w+|page size|deprecated operations?|sunset headers?|(?:major|api) versions?)\b/i;

/** What callers may rely on in every operation, where the text rules it. */
function conventions(design: Design): readonly Decision[] {
  const { api } = design.system;
  const stated = citing(design, CONVENTIONS);
  if (stated.length === 0) return [];
  const { pagination, idempotency } = api;
  return [
    {
      id: "api-conventions",
      name: "One set of conventions for every operation",
      status: "proposed",
      context: `${stated.length} statements rule how every operation behaves.`,
      options: [
        { name: "One policy", reason: "Callers learn it once; it is generated, so it holds." },
        {
          name: "Each context decides",
          reason: "Contexts are freer; callers write special cases for each.",
        },
      ],
      outcome: `One policy, rendered into the OpenAPI documents: pages by ${pagination.style} (${pagination.defaultLimit}, at most ${pagination.maximumLimit}), ${idempotency.header} kept for ${idempotency.retentionHours} hours, errors as problem details (RFC 9457) with a stable type, Deprecation and Sunset headers ${api.versioning.sunsetMonths} months ahead.`,
      consequences: [
        "A change of the policy is a change of every operation.",
        "The documents are checked against the policy in CI.",
      ],
      requirements: stated,
    },
  ];
}

function asynchrony(design: Design): readonly Decision[] {
  const { events, stores } = design.system;
  if (events.length === 0) return [];
  const stream = stores.find(({ kind }) => kind === "stream");
  return [
    {
      id: "events-through-an-outbox",
      name: "Events are written with the data they are about",
      status: "proposed",
      context: `${events.length} events leave their contexts: ${listed(events.slice(0, 6).map(({ name }) => name))}.`,
      options: [
        { name: "Publish after the commit", reason: "A crash in between loses the event." },
        {
          name: "Outbox",
          reason: "The event is a row of the same transaction; a relay publishes it at least once.",
        },
      ],
      outcome: `Outbox tables, relayed ${stream === undefined ? "to the consumers directly" : `into ${stream.name}`}.`,
      consequences: [
        "Consumers see an event twice now and then and must not mind.",
        "Events are a second or so late.",
      ],
      requirements: [...new Set(events.flatMap(({ requirements }) => requirements))],
    },
  ];
}

function regions(design: Design): readonly Decision[] {
  const { deployment } = design.system;
  if (deployment.regions.length < 2) return [];
  return [
    {
      id: "regions",
      name: `${deployment.regions.length} regions, one of them primary`,
      status: "proposed",
      context: `The requirements ask for ${deployment.regions.length} regions on ${deployment.provider}.`,
      options: [
        {
          name: "Active and standby",
          reason: "One place takes writes; the other is promoted when it fails.",
        },
        {
          name: "Active and active",
          reason: "No promotion, but writes conflict or cross regions.",
        },
      ],
      outcome: `${deployment.regions[0]?.name ?? "The primary"} takes all writes; ${listed(deployment.regions.slice(1).map(({ name }) => name))} follows by replication and is promoted by a runbook.`,
      consequences: [
        "Data of the last seconds can be lost when the primary region is lost.",
        "The standby costs money while nothing happens; it is exercised in drills.",
      ],
      requirements: design.system.requirements
        .filter(({ scope, text }) => scope === "in" && /\bregions?\b/i.test(text))
        .map(({ id }) => id),
    },
  ];
}

/** Statements that bind everybody and that no other element covers: kept in their own words. */
function constraints(design: Design): readonly Decision[] {
  const left = unsatisfied(design).filter(({ kind }) => kind !== "functional");
  if (left.length === 0) return [];
  return [
    {
      id: "constraints-as-given",
      name: "Constraints taken as given",
      status: "accepted",
      context: `${left.length === 1 ? "One statement" : `${left.length} statements`} of the requirements on ${listed(left.slice(0, 4).map(({ name }) => `“${name}”`))}${left.length > 4 ? " and more" : ""} ${left.length === 1 ? "leaves" : "leave"} no choice.`,
      options: [{ name: "As stated", reason: "The requirements decide." }],
      outcome: `${left.length === 1 ? "It holds" : `All ${left.length} hold`} for every work package; one that cannot keep to “${left[0]?.name ?? ""}”${left.length > 1 ? " or another of them" : ""} stops and asks.`,
      consequences: left.map(({ text }) => text),
      requirements: left.map(({ id }) => id),
    },
  ];
}
