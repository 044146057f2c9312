import { findStatedEngine } from "../architects/rules/units/stated-engine.ts";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Gathered } from "./gather.ts";

export const contradictingDatabase = declareDiagnostic<{
  readonly chosen: string;
  readonly stated: string;
  readonly text: string;
}>({
  code: "package/contradicting-database",
  severity: "warning",
  message: ({ chosen, stated, text }) =>
    `the option database says ${chosen}, and wins over the requirements, which say ${stated}: "${text}"`,
  fix: "leave out --database (and database in groundplan.config.json), or change the requirement",
});

const WIDTH = 120;

/** Whether the engine that was chosen is another one than the requirements ask for. */
export function findContradictingDatabase({
  reading,
  options,
}: Pick<Gathered, "reading" | "options">): readonly Diagnostic[] {
  const { database: chosen } = options;
  const stated = findStatedEngine(reading);
  if (chosen === undefined || stated === undefined || stated.engine === chosen) return [];
  const { id, text, source } = stated.requirement;
  const line = text.replace(/\s+/g, " ").trim();
  const short = line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line;
  return [
    contradictingDatabase(
      "package",
      { chosen, stated: stated.engine, text: short },
      { requirement: id, artifact: { path: source.path, locator: { line: source.line } } },
    ),
  ];
}
