import type { Artifact, ArtifactKind } from "../../artifacts/artifact.ts";
import type { SqlStatement } from "./sql-statement.ts";

/** A file of statements, each with its comment above it and its subject from there on. */
export function sqlFile(
  path: string,
  kind: ArtifactKind,
  head: readonly string[],
  statements: readonly SqlStatement[],
): Artifact {
  const lines = head.map(comment);
  const origins: { locator: { line: number }; subject: string }[] = [];
  for (const { subject, comment: words, text } of statements) {
    lines.push("");
    if (origins.at(-1)?.subject !== subject)
      origins.push({ locator: { line: lines.length + 1 }, subject });
    lines.push(...words.flatMap((word) => word.split("\n")).map(comment), ...text.split("\n"));
  }
  return { path, kind, origins, text: lines.map((line) => `${line}\n`).join("") };
}

function comment(words: string): string {
  return words === "" ? "--" : `-- ${words}`;
}
