import type { LabelSlot } from "./safe-label.ts";
import { safeLabel, visibleText } from "./safe-label.ts";

/** A label broken into lines of about `width` characters, each escaped, joined with `<br/>`. */
export function wrapLabel(text: string, slot: LabelSlot, width: number): string {
  return linesOf(visibleText(text), width)
    .map((line) => safeLabel(line, slot))
    .join("<br/>");
}

function linesOf(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((long) => chunksOf(long, width))) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A word that is longer than a line would be drawn over its neighbours. */
function chunksOf(word: string, width: number): readonly string[] {
  const characters = Array.from(word);
  if (characters.length <= width) return [word];
  const chunks: string[] = [];
  for (let start = 0; start < characters.length; start += width) {
    chunks.push(characters.slice(start, start + width).join(""));
  }
  return chunks;
}
