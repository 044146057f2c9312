import type { Design } from "../../../design/design.ts";

/** Statements that speak of something, and what they say together. */
export interface Stated {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
}

/** Requirements in scope that match. */
export function statedOf({ system }: Design, pattern: RegExp): Stated {
  const found = system.requirements.filter(
    ({ scope, text }) => scope === "in" && pattern.test(text),
  );
  return { ids: found.map(({ id }) => id), texts: found.map(({ text }) => text) };
}

const SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};
const UNIT = "(seconds?|minutes?|hours?|days?|weeks?)";

/** Forms in which a text says how long a window is, in order. */
export const WINDOW_FORMS: readonly string[] = [
  `windows? of (\\d+) ${UNIT}`,
  `(\\d+)[- ]${UNIT}(?: \\w+)? windows?`,
  `(?:aggregat\\w+|totals?|counts?|summed|figures?|rolled up)[^.;]{0,40}? (?:per|every|each|by)(?: the)? (\\d+)? ?${UNIT}`,
];
/** … how late data may be. */
export const LATENESS_FORMS: readonly string[] = [
  `(\\d+) ${UNIT} late`,
  `late[^.;]{0,40}?(?:up to|at most|within|by) (\\d+) ${UNIT}`,
  `(?:up to|at most|within) (\\d+) ${UNIT}[^.;]{0,30}\\blate`,
  `(?:lateness|watermark)[^.;]{0,30}?(\\d+) ${UNIT}`,
];
/** … how old what is shown may be. */
export const FRESHNESS_FORMS: readonly string[] = [
  `(?:no|not) (?:older|later) than (\\d+) ${UNIT}`,
  `(?:within|at most|in under|less than|under) (\\d+) ${UNIT}`,
];
/** … how far back a stream can be read again. */
export const REPLAY_FORMS: readonly string[] = [
  `(?:kept|retained|keeps?|retains?|stored?)[^.;]{0,30}? (?:for )?(\\d+) ${UNIT}`,
  `replay\\w*[^.;]{0,40}?(\\d+) ${UNIT}`,
  `(\\d+) ${UNIT}[^.;]{0,30}?replay`,
];

/** The first duration that one of the forms finds, in seconds. */
export function durationIn(texts: readonly string[], forms: readonly string[]): number | undefined {
  for (const form of forms) {
    for (const text of texts) {
      const found = new RegExp(`\\b${form}\\b`, "i").exec(text);
      const unit = SECONDS[found?.[2]?.toLowerCase().replace(/s$/, "") ?? ""];
      const count = Number(found?.[1] ?? 1);
      if (found !== null && unit !== undefined && count > 0) return count * unit;
    }
  }
  return undefined;
}
