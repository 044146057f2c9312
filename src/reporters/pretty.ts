import pico from "picocolors";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Severity } from "../diagnostics/severity.ts";
import type { RunReport } from "../pipeline/run-report.ts";
import { location } from "./location.ts";
import { printable } from "./printable.ts";
import type { ReporterOptions } from "./reporter.ts";

/** Findings of one code that are shown before the rest is counted. */
const MAXIMUM_PER_CODE = 10;

/** For a person at a terminal. */
export function pretty(report: RunReport, { color }: ReporterOptions): string {
  const colors = pico.createColors(color);
  const shown = report.diagnostics.filter(isWithin(MAXIMUM_PER_CODE));
  const hidden = report.diagnostics.length - shown.length;
  const blocks = shown.map((found) => describe(found, colors));
  if (hidden > 0) blocks.push(`… and ${hidden} more of the same codes (--format json lists all)\n`);
  const summary = report.summary.map(
    ({ label, text }) => `${colors.bold(`${printable(label)}:`)} ${printable(text)}`,
  );
  return [...blocks, ...summary, verdict(report, colors), ""].join("\n");
}

function describe(found: Diagnostic, colors: ReturnType<typeof pico.createColors>): string {
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan };
  const [first = "", ...more] = printable(found.message).split("\n");
  const lines = [
    `${paint[found.severity](found.severity)} ${first} ${colors.dim(found.code)}`,
    ...more.map((line) => `    ${line}`),
  ];
  const where = location(found);
  if (where !== "") lines.push(`  at ${printable(where)}`);
  if (found.subject !== "package") {
    lines.push(`  in ${printable(`${found.subject}${found.pointer ?? ""}`)}`);
  }
  if (found.fix !== undefined) lines.push(`  fix: ${printable(found.fix)}`);
  return `${lines.join("\n")}\n`;
}

function verdict(report: RunReport, colors: ReturnType<typeof pico.createColors>): string {
  const counts = (["error", "warning", "info"] as const).map((severity) =>
    countOf(report, severity),
  );
  const [errors = 0, warnings = 0, notes = 0] = counts;
  const parts = [
    `${errors} ${errors === 1 ? "error" : "errors"}`,
    `${warnings} ${warnings === 1 ? "warning" : "warnings"}`,
    ...(notes > 0 ? [`${notes} ${notes === 1 ? "note" : "notes"}`] : []),
  ];
  const text = `${report.command}: ${parts.join(", ")}`;
  if (report.status === "unusable") return colors.red(`${text}; it could not run to its end`);
  return errors > 0 ? colors.red(text) : colors.green(text);
}

function countOf({ diagnostics }: RunReport, severity: Severity): number {
  return diagnostics.filter((found) => found.severity === severity).length;
}

function isWithin(maximum: number): (found: Diagnostic) => boolean {
  const seen = new Map<string, number>();
  return ({ code }) => {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    return count <= maximum;
  };
}
