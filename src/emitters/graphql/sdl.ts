import type { Origin } from "../../artifacts/artifact.ts";

/** A line of SDL and the element that it is about. */
export interface SdlLine {
  readonly text: string;
  readonly subject: string;
}

/** Lines of a description (GraphQL October 2021 §2.9.4); any text, none of it is read as SDL. */
export function description(text: string, subject: string, indent = ""): readonly SdlLine[] {
  const lines = text
    .toWellFormed()
    .replaceAll("\r", "")
    .replace(/[^\P{Cc}\n\t]/gu, " ")
    .replaceAll('"""', '\\"""')
    .split("\n")
    .map((line) => line.trimEnd());
  return ['"""', ...lines, '"""'].map((line) => ({
    text: line === "" ? "" : `${indent}${line}`,
    subject,
  }));
}

/** A string in one line (§2.9.4): a JSON string is one. */
export function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed());
}

/** The text of the lines, and where each subject begins. */
export function assemble(lines: readonly SdlLine[]): {
  readonly text: string;
  readonly origins: readonly Origin[];
} {
  const origins: Origin[] = [];
  let current: string | undefined;
  for (const [index, { subject }] of lines.entries()) {
    if (subject === current) continue;
    origins.push({ locator: { line: index + 1 }, subject });
    current = subject;
  }
  return { text: `${lines.map(({ text }) => text).join("\n")}\n`, origins };
}
