import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Severity } from "../diagnostics/severity.ts";
import type { RunReport } from "../pipeline/run-report.ts";
import { location } from "./location.ts";
import { printable } from "./printable.ts";

/** Findings of one severity that are listed before the rest is counted: a comment has a size. */
const MAXIMUM = 200;

const TITLES: Readonly<Record<Severity, string>> = {
  error: "Errors",
  warning: "Warnings",
  info: "Notes",
};

/** For a comment on a pull request, or a job's summary. Notes are folded away. */
export function markdown(report: RunReport): string {
  const severities = ["error", "warning", "info"] as const;
  const of = (severity: Severity): readonly Diagnostic[] =>
    report.diagnostics.filter((found) => found.severity === severity);
  const counts = severities.map(
    (severity) => `${of(severity).length} ${TITLES[severity].toLowerCase()}`,
  );
  const end = report.status === "unusable" ? "; it could not run to its end" : "";
  const summary = report.summary.map(
    ({ label, text }) => `- **${escape(label)}:** ${escape(text)}`,
  );
  const sections = severities.flatMap((severity) => section(severity, of(severity)));
  return [
    `## groundplan ${escape(report.command)}: ${counts.join(", ")}${end}`,
    ...(summary.length > 0 ? ["", ...summary] : []),
    ...sections,
    "",
  ].join("\n");
}

function section(severity: Severity, found: readonly Diagnostic[]): readonly string[] {
  if (found.length === 0) return [];
  const shown = found.slice(0, MAXIMUM);
  const more = found.length - shown.length;
  const list = [...shown.map(item), ...(more > 0 ? [`- … and ${more} more`] : [])];
  const title = `${TITLES[severity]} (${found.length})`;
  if (severity !== "info") return ["", `### ${title}`, "", ...list];
  return ["", "<details>", `<summary>${title}</summary>`, "", ...list, "", "</details>"];
}

function item(found: Diagnostic): string {
  const where = location(found);
  const more = [
    ...(found.subject === "package" ? [] : [`in ${code(found.subject)}`]),
    ...(where === "" ? [] : [`at ${code(where)}`]),
    ...(found.fix === undefined ? [] : [`fix: ${escape(found.fix)}`]),
  ];
  return [
    `- ${escape(found.message)} ${code(found.code)}`,
    ...more.map((line) => `  <br>${line}`),
  ].join("\n");
}

/** Text as text: a description from outside makes no links, mentions, pictures or tags. */
function escape(text: string): string {
  const parts = printable(text)
    .replace(/\s+/g, " ")
    .split(/(?<!`)`([^`]+)`(?!`)/);
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : escapePlain(part))).join("");
}

function escapePlain(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replace(/[\\`*_[\]<>|~#!$()]/g, String.raw`\$&`)
    .replace(/([@:/])(?=[\w/])/g, "$1\u200B");
}

/** A span of code, whichever backticks stand in it (CommonMark, 6.1). */
function code(text: string): string {
  const plain = printable(text).replace(/\s+/g, " ");
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${plain}${fence}` : `${fence} ${plain} ${fence}`;
}
