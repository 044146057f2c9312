import { structuredPatch } from "diff";

/** Lines of a difference that are shown before it is cut. */
const MAXIMUM_LINES = 30;

/** A unified difference of two texts, short enough for a report; empty where they are equal. */
export function describeDifference(found: string, expected: string): string {
  if (found === expected) return "(the content is what it should be, the lock records another)";
  const { hunks } = structuredPatch("found", "expected", found, expected, "", "", { context: 1 });
  const lines = hunks.flatMap(({ oldStart, newStart, lines: changed }) => [
    `@@ found line ${oldStart}, expected line ${newStart} @@`,
    ...changed.filter((line) => !line.startsWith("\\")),
  ]);
  const shown = lines.slice(0, MAXIMUM_LINES);
  const rest = lines.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… ${rest} more lines`] : [])].join("\n");
}
