import { structuredPatch } from "diff";

/** Lines of a difference that are shown before it is cut. */
const MAXIMUM_LINES = 30;
/** Characters of a line that are shown. */
const MAXIMUM_WIDTH = 200;
/** Changed lines after which the exact difference is not looked for: it takes quadratic time. */
const MAXIMUM_EDITS = 2000;

/** A unified difference of two texts, short enough for a report. */
export function describeDifference(found: string, expected: string): string {
  if (found === expected) return "(the content is what it should be, the lock records another)";
  if (unified(found) === unified(expected)) {
    return "(only line ends or the byte order mark differ: let .gitattributes say `* text eol=lf`)";
  }
  const patch = structuredPatch("found", "expected", found, expected, "", "", {
    context: 1,
    maxEditLength: MAXIMUM_EDITS,
  });
  if (patch === undefined) {
    return `(more than ${MAXIMUM_EDITS} lines differ, the first of them line ${firstDifferentLine(found, expected)})`;
  }
  const lines = patch.hunks.flatMap(({ oldStart, newStart, lines: changed }) => [
    `@@ found line ${oldStart}, expected line ${newStart} @@`,
    ...changed.filter((line) => !line.startsWith("\\")).map(shorten),
  ]);
  const shown = lines.slice(0, MAXIMUM_LINES);
  const rest = lines.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… ${rest} more lines`] : [])].join("\n");
}

function unified(text: string): string {
  return text.replace(/^\u{FEFF}/u, "").replaceAll("\r\n", "\n");
}

function shorten(line: string): string {
  return line.length > MAXIMUM_WIDTH ? `${line.slice(0, MAXIMUM_WIDTH)}…` : line;
}

function firstDifferentLine(a: string, b: string): number {
  const other = b.split("\n");
  const index = a.split("\n").findIndex((line, position) => line !== other[position]);
  return index + 1;
}
