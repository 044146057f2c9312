import type { Design } from "../../../design/design.ts";
import type { UnitPart } from "../../../design/unit-part.ts";
import { asName } from "../as-name.ts";
import { capturePipelines } from "./capture-pipelines.ts";
import { loadPipelines } from "./load-pipelines.ts";
import { pipelineNotes } from "./pipeline-notes.ts";
import type { Pipeline, Scene } from "./pipeline-scene.ts";
import { ASSUMED, latenessOf, ownerOf, replayOf, sceneOf, unique } from "./pipeline-scene.ts";
import { durationIn, FRESHNESS_FORMS, WINDOW_FORMS } from "./stated-timing.ts";

/** Jobs that bring what happens to where it is analysed, and what was assumed of them. */
export function draftPipelines(
  design: Design,
): Pick<UnitPart, "assumptions" | "openQuestions"> & { readonly pipelines: readonly Pipeline[] } {
  const olap = design.system.stores.find(({ kind }) => kind === "olap");
  if (olap === undefined) return { pipelines: [], assumptions: [], openQuestions: [] };
  const scene = sceneOf(design, olap);
  const jobs = loadPipelines(scene);
  const captures = capturePipelines(scene, jobs);
  const pipelines = [...captures, ...(jobs.length > 0 ? jobs : [wholeOf(scene)])];
  return {
    pipelines: withLeftovers(pipelines, scene),
    ...pipelineNotes(pipelines, scene),
  };
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
          windowSeconds: durationIn(windows.texts, WINDOW_FORMS) ?? ASSUMED.window,
          latenessSeconds: latenessOf(scene),
          replaySeconds: replayOf(scene),
        }),
    freshnessSeconds: durationIn(scene.loaded.texts, FRESHNESS_FORMS) ?? ASSUMED.loaded,
    ...(owner === undefined ? {} : { owner }),
    requirements: unique([
      ...olap.requirements,
      ...late.ids,
      ...windows.ids,
      ...scene.repeated.ids,
    ]),
  };
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
