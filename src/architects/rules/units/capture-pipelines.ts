import { asName } from "../as-name.ts";
import { thingOfSystem } from "../source-systems.ts";
import type { Pipeline, Scene } from "./pipeline-scene.ts";
import { ASSUMED, changesOf, ownerOf, replayOf } from "./pipeline-scene.ts";
import { durationIn, FRESHNESS_FORMS } from "./stated-timing.ts";

/** Changes of every source that a job reads as a topic of changes. */
export function capturePipelines(scene: Scene, jobs: readonly Pipeline[]): readonly Pipeline[] {
  const { stream, database, systems, captured, own } = scene;
  if (stream === undefined) return [];
  const fresh = durationIn(captured.texts, FRESHNESS_FORMS) ?? ASSUMED.live;
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
