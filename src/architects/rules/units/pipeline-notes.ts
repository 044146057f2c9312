import type { UnitPart } from "../../../design/unit-part.ts";
import type { Pipeline, Scene } from "./pipeline-scene.ts";
import { ASSUMED } from "./pipeline-scene.ts";
import {
  durationIn,
  FRESHNESS_FORMS,
  LATENESS_FORMS,
  REPLAY_FORMS,
  statedOf,
  WINDOW_FORMS,
} from "./stated-timing.ts";

/** What of the jobs no statement says: their times, and topics that nobody publishes. */
export function pipelineNotes(
  pipelines: readonly Pipeline[],
  scene: Scene,
): Pick<UnitPart, "assumptions" | "openQuestions"> {
  return {
    assumptions: assumptionsOf(pipelines, scene),
    openQuestions: questionsOf(pipelines, scene),
  };
}

function assumptionsOf(pipelines: readonly Pipeline[], scene: Scene): UnitPart["assumptions"] {
  const { windows, late, live, loaded, stream } = scene;
  const windowed = pipelines.some(({ windowSeconds }) => windowSeconds !== undefined);
  const guesses: readonly (readonly [boolean, string])[] = [
    [
      windowed && durationIn(windows.texts, WINDOW_FORMS) === undefined,
      `windows of ${ASSUMED.window} s`,
    ],
    [
      pipelines.some(({ latenessSeconds }) => latenessSeconds !== undefined) &&
        durationIn(late.texts, LATENESS_FORMS) === undefined,
      `events up to ${ASSUMED.lateness} s late`,
    ],
    [
      windowed && durationIn(live.texts, FRESHNESS_FORMS) === undefined,
      `live figures ${ASSUMED.live} s old`,
    ],
    [
      pipelines.some(({ freshnessSeconds }) => freshnessSeconds === ASSUMED.loaded) &&
        durationIn(loaded.texts, FRESHNESS_FORMS) === undefined,
      `facts and dimensions ${ASSUMED.loaded} s old`,
    ],
    [
      stream !== undefined &&
        durationIn(
          statedOf(scene.design, /\b(?:streams?|topics?|kafka|replay\w*)\b/i).texts,
          REPLAY_FORMS,
        ) === undefined,
      `${ASSUMED.replayDays} days of replay`,
    ],
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
