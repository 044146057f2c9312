import type { Actor, Design, Entity, Store, System } from "../../../design/design.ts";
import type { OwnedEntity } from "../../../design/entities-of.ts";
import { entitiesOf } from "../../../design/entities-of.ts";
import { toKebab } from "../../../util/naming.ts";
import type { Stated } from "./stated-timing.ts";
import { durationIn, LATENESS_FORMS, statedOf } from "./stated-timing.ts";

export type Pipeline = System["governance"]["pipelines"][number];

/** What is assumed of a job where the text is silent, in seconds. */
export const ASSUMED = { window: 60, lateness: 300, live: 60, loaded: 900, replayDays: 7 } as const;
export const DAY = 86_400;

/** What jobs are made of: the stores, what is analysed and what the text says about times. */
export interface Scene {
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

export function sceneOf(design: Design, olap: Store): Scene {
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
    windows: statedOf(
      design,
      /\bwindows?\b|\b(?:aggregat\w+|totals?|counts?|summed|figures?|rolled up)\b[^.;]{0,40} (?:per|every|each|by)(?: the)? (?:\d+ )?(?:minute|second|hour)s?\b/i,
    ),
    live: statedOf(design, /\b(?:live|real[- ]time|dashboards?|figures?)\b/i),
    loaded: statedOf(design, /\b(?:star schema|warehouse|facts?|analytical store|reports?)\b/i),
    repeated: statedOf(design, /\breplay\w*\b|\bre-?process\w*\b|\btwice\b|\bdead-letter\b/i),
  };
}

export function ownerOf({ design, olap }: Scene): string | undefined {
  const hosts = design.system.deployables.filter(({ contexts }) =>
    contexts.some((id) => olap.contexts.includes(id)),
  );
  return (hosts.find(({ kind }) => kind === "worker") ?? hosts[0])?.id;
}

export function latenessOf({ late }: Scene): number {
  return durationIn(late.texts, LATENESS_FORMS) ?? ASSUMED.lateness;
}

export function replayOf({ stream }: Scene): number {
  return (stream?.retentionDays ?? ASSUMED.replayDays) * DAY;
}

export function topicOf({ name }: Entity): string {
  return `${toKebab(name)}s`;
}

export function changesOf(thing: string): string {
  return `${toKebab(thing)}.changes`;
}

/** Events of one source stay in their order. */
export function messageKey(entity: Entity): string {
  return entity.fields.find(({ id }) => id === "source")?.name ?? firstKey(entity);
}

export function firstKey({ uniqueKeys, fields }: Entity): string {
  const [id = "id"] = uniqueKeys[0]?.fields ?? [];
  return fields.find((field) => field.id === id)?.name ?? "Id";
}

export function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
