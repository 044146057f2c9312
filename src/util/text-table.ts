/** Rows under a head and a rule, in columns as wide as their longest cell; long cells are cut. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  longest = 64,
): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => oneLine(cell, longest)));
  const widths = head.map((_, column) =>
    Math.max(...cells.map((row) => widthOf(row[column] ?? ""))),
  );
  const lines = cells.map((row) =>
    widths
      .map((width, column) => padded(row[column] ?? "", width))
      .join("  ")
      .trimEnd(),
  );
  const rule = widths.map((width) => "─".repeat(width)).join("──");
  return [lines[0] ?? "", rule, ...lines.slice(1)].map((line) => `${line}\n`).join("");
}

/** A terminal obeys control characters, so a text from outside shows without. */
function oneLine(text: string, longest: number): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  const characters = Array.from(plain);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : plain;
}

function padded(text: string, width: number): string {
  return text + " ".repeat(width - widthOf(text));
}

/** Columns in a terminal: marks take none, wide East Asian letters and emoji two. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => {
    if (/\p{Mn}/u.test(character)) return sum;
    return (
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1)
    );
  }, 0);
}
