import type { DatabaseEngine } from "../../../design/database-engine.ts";
import type { Design, Store } from "../../../design/design.ts";
import type { RequirementsReading } from "../../../requirements/requirements-reading.ts";
import type { AcceptedLinks } from "../accepted-links.ts";
import type { NeedPlan } from "../domain-model.ts";
import { inScope } from "../demand-text.ts";
import { shardingOf } from "./sharding-of.ts";
import { durationIn, REPLAY_FORMS } from "./stated-timing.ts";
import { zonesOf } from "./zones-of.ts";

/** Concurrent users above which reads are taken off the database. */
const HEAVY = 50_000;
const FILES =
  /\b(?:upload\w*|attach\w*|photos?|images?|videos?|documents?|files?|pictures?|avatars?)\b/i;
const CACHED = /\b(?:cache\w*|redis)\b/i;
const STREAMED =
  /\b(?:kafka|event stream\w*|streaming|message (?:broker|queue)|event bus|rabbitmq|change[- ]data[- ]capture|CDC)\b/i;
const ANALYSED =
  /\b(?:analytics|data warehouse|business intelligence|olap|star schema|analytical (?:store|database)|reporting over)\b/i;

/** Versions that the SQL is written for. */
const VERSIONS: Readonly<Record<DatabaseEngine, string>> = {
  postgresql: "15",
  mysql: "8.0",
  mariadb: "10.11",
  sqlite: "3.37",
};

const NAMES: Readonly<Record<DatabaseEngine, RegExp>> = {
  postgresql: /\bpostgres(?:ql)?\b/i,
  mysql: /\bmysql\b/i,
  mariadb: /\bmariadb\b/i,
  sqlite: /\bsqlite\b/i,
};

/** Where the data lives: a relational database always, everything else only where it is called for. */
export function draftStores(
  { domain, cite }: AcceptedLinks,
  reading: RequirementsReading,
  accepted: Design,
  engine: DatabaseEngine,
): readonly Store[] {
  const scope = inScope(reading);
  const all = domain.contexts.map(({ id }) => id);
  const users = accepted.system.load.concurrentUsers.value;
  const asked = (pattern: RegExp) =>
    scope.filter(({ text }) => pattern.test(text)).map(({ id }) => id);
  const isIngested = domain.needs.some(({ store: kind }) => kind === "stream");
  const sharding = shardingOf(domain, reading, accepted);
  const stores: Store[] = [
    {
      id: "database",
      name: "Relational database",
      kind: "relational",
      engine,
      version: VERSIONS[engine],
      contexts: all,
      purpose:
        all.length > 1
          ? "Keeps what the contexts own, each in a schema of its own."
          : "Keeps everything the context owns.",
      replicas: engine === "sqlite" ? 0 : users >= HEAVY ? 2 : 1,
      // What a stream takes in does not reach this database one by one.
      ...(sharding === undefined || engine === "sqlite" || isIngested ? {} : { sharding }),
      requirements: cite([...asked(/\brelational database\b/i), ...asked(NAMES[engine])]),
    },
  ];
  const cached = asked(CACHED);
  if (cached.length > 0 || users >= HEAVY) {
    stores.push(
      store(
        "cache",
        "Cache",
        "redis",
        all,
        "Answers repeated reads without the database; everything in it can be lost.",
        cite(cached),
      ),
    );
  }
  const needed = (kind: NeedPlan["store"]) => domain.needs.filter((need) => need.store === kind);
  for (const { store: kind, reason, contexts, requirements } of needed("search")) {
    if (users < HEAVY) continue;
    stores.push(store(kind, "Search index", "opensearch", contexts, reason, cite(requirements)));
  }
  const files = scope
    .filter(
      ({ id, text, kind }) =>
        kind === "functional" &&
        FILES.test(text) &&
        domain.entities.some(
          ({ requirements, fields }) =>
            requirements.includes(id) && fields.some((field) => field.id === "object-key"),
        ),
    )
    .map(({ id }) => id);
  if (files.length > 0) {
    const holders = domain.entities
      .filter(({ fields }) => fields.some(({ id }) => id === "object-key"))
      .map(({ context }) => context);
    stores.push(
      store(
        "object",
        "File store",
        "s3",
        [...new Set(holders)],
        "Keeps uploaded files; the database keeps their keys.",
        cite(files),
      ),
    );
  }
  const streamed = [
    ...asked(STREAMED),
    ...needed("stream").flatMap(({ requirements }) => requirements),
  ];
  if (streamed.length > 0 || (users >= HEAVY && domain.events.length > 0 && all.length > 1)) {
    stores.push({
      ...store(
        "stream",
        "Event stream",
        "kafka",
        all,
        "Carries events from the outbox of one context to the others, in order per key.",
        cite([...streamed, ...domain.events.flatMap(({ requirements }) => requirements)]),
      ),
      ...keptOf(
        scope.map(({ text }) => text),
        needed("stream").length > 0,
        zonesOf(accepted),
      ),
    });
  }
  const analysed = [
    ...asked(ANALYSED),
    ...needed("olap").flatMap(({ requirements }) => requirements),
    ...domain.entities.flatMap((entity) => (entity.store === "olap" ? entity.requirements : [])),
  ];
  if (analysed.length > 0)
    stores.push(
      store(
        "olap",
        "Analytical store",
        "clickhouse",
        all,
        "Answers questions over all rows without touching the database.",
        cite(analysed),
      ),
    );
  return stores;
}

/** Days that a stream is kept for a replay where nobody says how many. */
const KEPT_DAYS = 7;

/**
 * "Events in the stream are kept for 7 days", "replay the last 7 days". What is kept to be read again
 * has a copy in every zone.
 */
function keptOf(
  texts: readonly string[],
  isIngested: boolean,
  zones: number,
): Partial<Pick<Store, "retentionDays" | "replicas">> {
  const seconds = durationIn(
    texts.filter((text) => /\b(?:streams?|topics?|kafka|replay\w*)\b/i.test(text)),
    REPLAY_FORMS,
  );
  const days = seconds === undefined ? KEPT_DAYS : Math.max(1, Math.ceil(seconds / 86_400));
  return seconds === undefined && !isIngested
    ? {}
    : { retentionDays: days, replicas: Math.max(1, zones - 1) };
}

function store(
  kind: Store["kind"],
  name: string,
  engine: string,
  contexts: readonly string[],
  purpose: string,
  requirements: readonly string[],
): Store {
  const id = name.toLowerCase().replaceAll(" ", "-");
  return {
    id,
    name,
    kind,
    engine,
    contexts,
    purpose,
    replicas: kind === "object" ? 0 : 1,
    requirements,
  };
}
