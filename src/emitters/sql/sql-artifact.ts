import type { Artifact, ArtifactKind, Origin } from "../../artifacts/artifact.ts";
import type { SqlLine } from "../../sql/sql-line.ts";

/** A file of lines; each run of lines about the same element becomes one origin. */
export function sqlArtifact(
  path: string,
  kind: ArtifactKind,
  context: string,
  lines: readonly SqlLine[],
): Artifact {
  const origins: Origin[] = [];
  for (const [index, { subject }] of lines.entries()) {
    if (origins.at(-1)?.subject !== subject)
      origins.push({ locator: { line: index + 1 }, subject });
  }
  return { path, kind, context, origins, text: lines.map(({ text }) => `${text}\n`).join("") };
}
