/** The parts of a Markdown file that starts with a YAML block between two `---` lines. */
export interface Frontmatter {
  readonly yaml: string;
  readonly body: string;
}

/** Splits at the first pair of `---` lines; nothing where the file does not start with one. */
export function splitFrontmatter(text: string): Frontmatter | undefined {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  if (lines[0]?.trimEnd() !== "---") return undefined;
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  if (end === -1) return undefined;
  return {
    yaml: lines.slice(1, end).join("\n"),
    body: lines
      .slice(end + 1)
      .join("\n")
      .trim(),
  };
}
