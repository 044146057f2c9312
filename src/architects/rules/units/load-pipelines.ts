import type { Entity } from "../../../design/design.ts";
import type { OwnedEntity } from "../../../design/entities-of.ts";
import { assertNever } from "../../../util/assert-never.ts";
import { asName } from "../as-name.ts";
import { thingOfSystem } from "../source-systems.ts";
import type { Pipeline, Scene } from "./pipeline-scene.ts";
import {
  ASSUMED,
  changesOf,
  DAY,
  firstKey,
  latenessOf,
  messageKey,
  ownerOf,
  replayOf,
  topicOf,
  unique,
} from "./pipeline-scene.ts";
import { durationIn, FRESHNESS_FORMS, statedOf, WINDOW_FORMS } from "./stated-timing.ts";

/** One job for each table of the analytical store, and those that raise alarms. */
export function loadPipelines(scene: Scene): readonly Pipeline[] {
  return [...scene.tables.map((table) => loadOf(table, scene)), ...alarmOf(scene)];
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
  const role = entity.analytics?.role;
  switch (role) {
    case "event":
      return {
        ...job,
        ...streamed(topicOf(entity), scene),
        key: messageKey(entity),
        freshnessSeconds: durationIn(live.texts, FRESHNESS_FORMS) ?? ASSUMED.live,
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
        freshnessSeconds: durationIn(scene.loaded.texts, FRESHNESS_FORMS) ?? ASSUMED.loaded,
        ...(isBatch || events === undefined ? {} : { latenessSeconds: latenessOf(scene) }),
        description: `Changes are staged and merged by key${entity.analytics?.role === "fact" ? "; each row gets the version of every dimension that held when it happened" : ""}; a load that runs again changes nothing.`,
      };
    }
    default:
      return assertNever(role);
  }
}

function aggregateOf(
  entity: Entity,
  job: Omit<Pipeline, "kind" | "source" | "description">,
  scene: Scene,
): Pipeline {
  const { events, windows, live } = scene;
  const text = windows.texts.join("\n");
  const origin = events ?? busiest(scene);
  return {
    ...job,
    ...streamed(topicOf(events?.entity ?? entity), scene),
    ...(origin === undefined ? {} : { sourceEntity: origin.key }),
    key: messageKey(origin?.entity ?? entity),
    windowType: /\bsession\s+windows?\b/i.test(text)
      ? "session"
      : /\b(?:sliding|rolling|hopping)\b/i.test(text)
        ? "sliding"
        : "tumbling",
    windowSeconds: durationIn(windows.texts, WINDOW_FORMS) ?? ASSUMED.window,
    latenessSeconds: latenessOf(scene),
    freshnessSeconds: durationIn(live.texts, FRESHNESS_FORMS) ?? ASSUMED.live,
    requirements: unique([...job.requirements, ...windows.ids, ...scene.late.ids]),
    description:
      "A window is written while it is open and again when an event of it arrives late; an event that is later still is counted apart and needs a replay.",
  };
}

/** Where there are no events: the table with a time that most rows come to. */
function busiest({ own }: Scene): OwnedEntity | undefined {
  return own
    .filter(({ entity }) =>
      entity.fields.some(({ type, readOnly }) => type === "timestamp" && !readOnly),
    )
    .toSorted((a, b) => b.entity.rows.value - a.entity.rows.value)[0];
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
      freshnessSeconds: durationIn(scene.live.texts, FRESHNESS_FORMS) ?? ASSUMED.live,
      description: `Each event is held against the rules; one that breaks a rule makes one ${alarm.entity.name.toLowerCase()}, and none while that is still open.`,
      requirements: asked.ids,
    },
  ];
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
