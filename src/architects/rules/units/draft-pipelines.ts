import type { Design, Entity, Store, System } from "../../../design/design.ts";
import type { OwnedEntity } from "../../../design/entities-of.ts";
import { entitiesOf } from "../../../design/entities-of.ts";
import type { UnitPart } from "../../../design/unit-part.ts";
import { toKebab } from "../../../util/naming.ts";
import { asName } from "../as-name.ts";
import { thingOfSystem } from "../source-systems.ts";
import type { Stated } from "./stated-timing.ts";
import {
  durationIn,
  FRESHNESS_FORMS,
  LATENESS_FORMS,
  statedOf,
  WINDOW_FORMS,
} from "./stated-timing.ts";

type Pipeline = System["governance"]["pipelines"][number];
type Actor = System["actors"][number];

/** What is assumed where the text is silent, in seconds. */
const WINDOW = 60;
const LATENESS = 300;
const LIVE = 60;
const LOADED = 900;
const REPLAY_DAYS = 7;
const DAY = 86_400;

/** Jobs that bring what happens to where it is analysed, and what was assumed of them. */
export function draftPipelines(
  design: Design,
): Pick<UnitPart, "assumptions" | "openQuestions"> & { readonly pipelines: readonly Pipeline[] } {
  const olap = design.system.stores.find(({ kind }) => kind === "olap");
  if (olap === undefined) return { pipelines: [], assumptions: [], openQuestions: [] };
  const scene = sceneOf(design, olap);
  const loads = scene.tables.map((table) => loadOf(table, scene));
  const jobs = [...loads, ...alarmOf(scene)];
  const captures = capturesOf(scene, jobs);
  const pipelines = [...captures, ...(jobs.length > 0 ? jobs : [wholeOf(scene)])];
  return {
    pipelines: withLeftovers(pipelines, scene),
    assumptions: assumptionsOf(pipelines, scene),
    openQuestions: questionsOf(pipelines, scene),
  };
}

interface Scene {
  readonly design: Design;
  readonly olap: Store;
  readonly stream?: Store;
  readonly database?: Store;
  /** Databases of others whose changes are followed. */
  readonly systems: readonly Actor[];
  /** Entities of the analytical store. */
  readonly tables: readonly OwnedEntity[];
  readonly own: readonly OwnedEntity[];
  readonly events?: OwnedEntity;
  readonly captured: Stated;
  readonly late: Stated;
  readonly windows: Stated;
  readonly live: Stated;
  readonly loaded: Stated;
  readonly repeated: Stated;
}

function sceneOf(design: Design, olap: Store): Scene {
  const { system } = design;
  const stream = system.stores.find(({ kind }) => kind === "stream");
  const database = system.stores.find(({ kind }) => kind === "relational");
  const all = entitiesOf(design);
  const tables = all.filter(({ entity }) => entity.store === olap.id);
  const events = tables.find(({ entity }) => entity.analytics?.role === "event");
  return {
    design,
    olap,
    ...(stream === undefined ? {} : { stream }),
    ...(database === undefined ? {} : { database }),
    systems: system.actors.filter(
      ({ kind, description }) =>
        kind === "external-system" && /\bchanges are followed\b/.test(description),
    ),
    tables,
    own: all.filter(({ entity }) => entity.store === database?.id),
    ...(events === undefined ? {} : { events }),
    captured: statedOf(design, /\bchange[- ]data[- ]capture\b|\bCDC\b|\bOLTP\b/i),
    late: statedOf(design, /\blate\b|\bout of order\b|\bwatermark|\blateness\b/i),
    windows: statedOf(design, /\bwindows?\b|\bper (?:\d+ )?(?:minute|second|hour)s?\b/i),
    live: statedOf(design, /\b(?:live|real[- ]time|dashboards?|figures?)\b/i),
    loaded: statedOf(design, /\b(?:star schema|warehouse|facts?|analytical store|reports?)\b/i),
    repeated: statedOf(design, /\breplay\w*\b|\bre-?process\w*\b|\btwice\b|\bdead-letter\b/i),
  };
}

function loadOf(table: OwnedEntity, scene: Scene): Pipeline {
  const { entity, key } = table;
  const { olap, events, live } = scene;
  const job = {
    ...jobOf(`load-${entity.id}`, `Load ${entity.name.toLowerCase()}`, table, scene),
    sink: olap.id,
    sinkEntity: key,
    delivery: "effectively-once" as const,
  };
  switch (entity.analytics?.role) {
    case "event":
      return {
        ...job,
        ...streamed(topicOf(entity), scene),
        key: messageKey(entity),
        freshnessSeconds: durationIn(live.texts, FRESHNESS_FORMS) ?? LIVE,
        description: `Every message becomes one row; one that comes again has the same ${firstKey(entity).toLowerCase()} and is kept once. What cannot be read goes to the dead letters.`,
      };
    case "aggregate":
      return aggregateOf(entity, job, scene);
    case "date-dimension":
      return {
        ...job,
        kind: "batch",
        source: olap.id,
        freshnessSeconds: DAY,
        description: "The calendar is written for years ahead; no source tells it.",
      };
    case "fact":
    case "dimension":
    case undefined: {
      const origin = originOf(table, scene);
      const isBatch = origin.kind === "batch";
      return {
        ...job,
        ...origin,
        key: firstKey(entity),
        freshnessSeconds: durationIn(scene.loaded.texts, FRESHNESS_FORMS) ?? LOADED,
        ...(isBatch || events === undefined ? {} : { latenessSeconds: latenessOf(scene) }),
        description: `Changes are staged and merged by key${entity.analytics?.role === "fact" ? "; each row gets the version of every dimension that held when it happened" : ""}; a load that runs again changes nothing.`,
      };
    }
  }
}

function aggregateOf(
  entity: Entity,
  job: Omit<Pipeline, "kind" | "source" | "description">,
  scene: Scene,
): Pipeline {
  const { events, windows, live } = scene;
  const text = windows.texts.join("\n");
  return {
    ...job,
    ...streamed(topicOf(events?.entity ?? entity), scene),
    ...(events === undefined ? {} : { sourceEntity: events.key }),
    key: messageKey(events?.entity ?? entity),
    windowType: /\bsession\s+windows?\b/i.test(text)
      ? "session"
      : /\b(?:sliding|rolling|hopping)\b/i.test(text)
        ? "sliding"
        : "tumbling",
    windowSeconds: durationIn(windows.texts, WINDOW_FORMS) ?? WINDOW,
    latenessSeconds: latenessOf(scene),
    freshnessSeconds: durationIn(live.texts, FRESHNESS_FORMS) ?? LIVE,
    requirements: unique([...job.requirements, ...windows.ids, ...scene.late.ids]),
    description:
      "A window is written while it is open and again when an event of it arrives late; an event that is later still is counted apart and needs a replay.",
  };
}

/** Where rows of a fact or a dimension come from: the system of that thing, our own table, events. */
function originOf(
  { entity }: OwnedEntity,
  scene: Scene,
): Pick<Pipeline, "kind" | "source" | "topic" | "sourceEntity" | "replaySeconds"> {
  const thing = entity.name.toLowerCase().replace(/^(?:fact|dim|dimension) /, "");
  const system = scene.systems.find(({ name }) => thingOfSystem(name) === thing);
  if (system !== undefined) return streamed(changesOf(thingOfSystem(system.name)), scene);
  const own = scene.own.find((table) => table.entity.name.toLowerCase() === thing);
  if (own !== undefined) {
    return scene.stream === undefined || scene.database === undefined
      ? { kind: "batch", source: scene.database?.id ?? scene.olap.id, sourceEntity: own.key }
      : { ...streamed(changesOf(thing), scene), sourceEntity: own.key };
  }
  if (entity.analytics?.role === "fact" && scene.events !== undefined)
    return {
      ...streamed(topicOf(scene.events.entity), scene),
      sourceEntity: scene.events.key,
    };
  return scene.stream === undefined
    ? { kind: "batch", source: scene.database?.id ?? scene.olap.id }
    : streamed(changesOf(thing), scene);
}

/** "When a level falls below a threshold, raise an alert": read off the stream, not off the tables. */
function alarmOf(scene: Scene): readonly Pipeline[] {
  const { design, own, events, stream, database } = scene;
  const alarm = own.find(({ entity }) => entity.id === "alert" || entity.id.endsWith("-alert"));
  const asked = statedOf(design, /\b(?:raise|trigger|send|create)s? (?:an? )?(?:\w+ )?alerts?\b/i);
  if (alarm === undefined || asked.ids.length === 0 || stream === undefined) return [];
  if (events === undefined || database === undefined) return [];
  return [
    {
      ...jobOf(
        `raise-${alarm.entity.id}`,
        `Raise ${alarm.entity.name.toLowerCase()}`,
        alarm,
        scene,
      ),
      ...streamed(topicOf(events.entity), scene),
      sourceEntity: events.key,
      sink: database.id,
      sinkEntity: alarm.key,
      key: messageKey(events.entity),
      delivery: "effectively-once",
      freshnessSeconds: durationIn(scene.live.texts, FRESHNESS_FORMS) ?? LIVE,
      description: `Each event is held against the rules; one that breaks a rule makes one ${alarm.entity.name.toLowerCase()}, and none while that is still open.`,
      requirements: asked.ids,
    },
  ];
}

/** Changes of every source that a job reads as a topic of changes. */
function capturesOf(scene: Scene, jobs: readonly Pipeline[]): readonly Pipeline[] {
  const { stream, database, systems, captured, own } = scene;
  if (stream === undefined) return [];
  const fresh = durationIn(captured.texts, FRESHNESS_FORMS) ?? LIVE;
  const owner = ownerOf(scene);
  const common = {
    kind: "change-data-capture" as const,
    sink: stream.id,
    delivery: "at-least-once" as const,
    replaySeconds: replayOf(scene),
    freshnessSeconds: fresh,
    ...(owner === undefined ? {} : { owner }),
  };
  const outside = systems.map((actor): Pipeline => ({
    ...common,
    id: `capture-${actor.id}`.slice(0, 64).replace(/-+$/, ""),
    name: asName(`Changes of ${actor.name}`),
    source: actor.id,
    topic: changesOf(thingOfSystem(actor.name)),
    key: "primary key of the row",
    description: `Every committed change of a row is published in the order of its key, read from the write-ahead log; no query loads ${actor.name}.`,
    requirements: captured.ids,
  }));
  const read = own.filter(({ key }) => jobs.some(({ sourceEntity }) => sourceEntity === key));
  const inside =
    database === undefined
      ? []
      : read.map((table): Pipeline => ({
          ...common,
          id: `capture-${table.entity.id}`.slice(0, 64).replace(/-+$/, ""),
          name: asName(`Changes of ${table.entity.name.toLowerCase()}`),
          source: database.id,
          sourceEntity: table.key,
          topic: changesOf(table.entity.name.toLowerCase()),
          key: "Id",
          description: `Every committed change of a row is published in the order of its id, read from the write-ahead log; no query loads ${database.name}.`,
          requirements: systems.length > 0 ? [] : captured.ids,
        }));
  return [...outside, ...inside];
}

/** Where nothing is said of the tables of the analytical store. */
function wholeOf(scene: Scene): Pipeline {
  const { stream, database, olap, late, windows } = scene;
  const source = stream ?? database ?? olap;
  const owner = ownerOf(scene);
  return {
    id: `${source.id}-to-${olap.id}`.slice(0, 64).replace(/-+$/, ""),
    name: asName(`${source.name} to ${olap.name}`),
    kind: stream === undefined ? "change-data-capture" : "stream",
    source: source.id,
    sink: olap.id,
    delivery: "effectively-once",
    description: `What ${source.name} holds is loaded into ${olap.name} in the order of its keys; a load can be repeated without doubling rows.`,
    ...(stream === undefined
      ? {}
      : {
          windowType: "tumbling" as const,
          windowSeconds: durationIn(windows.texts, WINDOW_FORMS) ?? WINDOW,
          latenessSeconds: latenessOf(scene),
          replaySeconds: replayOf(scene),
        }),
    freshnessSeconds: durationIn(scene.loaded.texts, FRESHNESS_FORMS) ?? LOADED,
    ...(owner === undefined ? {} : { owner }),
    requirements: unique([
      ...olap.requirements,
      ...late.ids,
      ...windows.ids,
      ...scene.repeated.ids,
    ]),
  };
}

function jobOf(id: string, name: string, { entity }: OwnedEntity, scene: Scene) {
  const owner = ownerOf(scene);
  return {
    id: id.slice(0, 64).replace(/-+$/, ""),
    name: asName(name),
    ...(owner === undefined ? {} : { owner }),
    requirements: entity.requirements,
  };
}

/** What is read off the stream; off the tables where there is none. */
function streamed(
  topic: string,
  scene: Scene,
): Pick<Pipeline, "kind" | "source" | "topic" | "replaySeconds"> {
  const { stream, database, olap } = scene;
  return stream === undefined
    ? { kind: "batch", source: database?.id ?? olap.id }
    : { kind: "stream", source: stream.id, topic, replaySeconds: replayOf(scene) };
}

function ownerOf({ design, olap }: Scene): string | undefined {
  const hosts = design.system.deployables.filter(({ contexts }) =>
    contexts.some((id) => olap.contexts.includes(id)),
  );
  return (hosts.find(({ kind }) => kind === "worker") ?? hosts[0])?.id;
}

function latenessOf({ late }: Scene): number {
  return durationIn(late.texts, LATENESS_FORMS) ?? LATENESS;
}

function replayOf({ stream }: Scene): number {
  return (stream?.retentionDays ?? REPLAY_DAYS) * DAY;
}

function topicOf({ name }: Entity): string {
  return `${toKebab(name)}s`;
}

function changesOf(thing: string): string {
  return `${toKebab(thing)}.changes`;
}

/** Events of one source stay in their order. */
function messageKey(entity: Entity): string {
  return entity.fields.find(({ id }) => id === "source")?.name ?? firstKey(entity);
}

function firstKey({ uniqueKeys, fields }: Entity): string {
  const [id = "id"] = uniqueKeys[0]?.fields ?? [];
  return fields.find((field) => field.id === id)?.name ?? "Id";
}

/** Statements about analysis that no job cites stand with the first one that loads something. */
function withLeftovers(pipelines: readonly Pipeline[], scene: Scene): readonly Pipeline[] {
  const { olap, late, windows, repeated, loaded } = scene;
  const cited = new Set(pipelines.flatMap(({ requirements }) => requirements));
  const left = unique([
    ...olap.requirements,
    ...late.ids,
    ...windows.ids,
    ...repeated.ids,
    ...loaded.ids,
  ]).filter((id) => !cited.has(id));
  const first = pipelines.find(({ sink }) => sink === olap.id);
  return pipelines.map((pipeline) =>
    pipeline === first
      ? { ...pipeline, requirements: unique([...pipeline.requirements, ...left]) }
      : pipeline,
  );
}

function assumptionsOf(pipelines: readonly Pipeline[], scene: Scene): UnitPart["assumptions"] {
  const { windows, late, live, loaded, stream } = scene;
  const windowed = pipelines.some(({ windowSeconds }) => windowSeconds !== undefined);
  const guesses: readonly (readonly [boolean, string])[] = [
    [windowed && durationIn(windows.texts, WINDOW_FORMS) === undefined, `windows of ${WINDOW} s`],
    [
      pipelines.some(({ latenessSeconds }) => latenessSeconds !== undefined) &&
        durationIn(late.texts, LATENESS_FORMS) === undefined,
      `events up to ${LATENESS} s late`,
    ],
    [
      windowed && durationIn(live.texts, FRESHNESS_FORMS) === undefined,
      `live figures ${LIVE} s old`,
    ],
    [
      pipelines.some(({ freshnessSeconds }) => freshnessSeconds === LOADED) &&
        durationIn(loaded.texts, FRESHNESS_FORMS) === undefined,
      `facts and dimensions ${LOADED} s old`,
    ],
    [stream !== undefined && stream.retentionDays === undefined, `${REPLAY_DAYS} days of replay`],
  ];
  const assumed = guesses.filter(([isGuess]) => isGuess).map(([, text]) => text);
  return assumed.length === 0
    ? []
    : [
        {
          id: "pipelines",
          text: `Jobs are made for ${assumed.join(", ")}.`,
          reason: "The requirements state no other times for them.",
        },
      ];
}

/** A topic of changes that nobody publishes. */
function questionsOf(pipelines: readonly Pipeline[], scene: Scene): UnitPart["openQuestions"] {
  const published = new Set(
    pipelines.filter(({ kind }) => kind === "change-data-capture").map(({ topic }) => topic),
  );
  const orphans = scene.tables.filter(({ key }) =>
    pipelines.some(
      ({ sinkEntity, topic, sourceEntity }) =>
        sinkEntity === key &&
        sourceEntity === undefined &&
        topic?.endsWith(".changes") === true &&
        !published.has(topic),
    ),
  );
  return orphans.length === 0
    ? []
    : [
        {
          id: "sources-of-analysis",
          text: `Which system is the source of ${orphans.map(({ entity }) => entity.name.toLowerCase()).join(", ")}?`,
          meanwhile: "A topic of changes is expected of it, with the columns of the staging table.",
        },
      ];
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
