import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { RunReport } from "../pipeline/run-report.ts";
import { printable } from "./printable.ts";

/** Workflow commands, which GitHub shows as annotations on files and lines. */
export function github(report: RunReport): string {
  return report.diagnostics.map((found) => `${annotation(found)}\n`).join("");
}

function annotation({ severity, code, message, fix, subject, artifact }: Diagnostic): string {
  const level = severity === "info" ? "notice" : severity;
  const locator = artifact?.locator;
  const properties = {
    file: artifact?.path,
    line: locator !== undefined && "line" in locator ? String(locator.line) : undefined,
    col: locator !== undefined && "line" in locator ? asText(locator.column) : undefined,
    title: code,
  };
  const pointer = locator !== undefined && "pointer" in locator ? ` (${locator.pointer})` : "";
  const text = [
    `${message}${pointer}`,
    ...(subject === "package" ? [] : [`in ${subject}`]),
    ...(fix === undefined ? [] : [`fix: ${fix}`]),
  ].join("\n");
  const list = Object.entries(properties)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(value)}`)
    .join(",");
  return `::${level} ${list}::${escapeData(text)}`;
}

function asText(number: number | undefined): string | undefined {
  return number === undefined ? undefined : String(number);
}

function escapeData(text: string): string {
  return printable(text.replace(/\r\n?/g, "\n")).replaceAll("%", "%25").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
