import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { RunReport } from "../pipeline/run-report.ts";
import { location } from "./location.ts";
import { printable } from "./printable.ts";

/**
 * JUnit's XML as build servers read it: a test case for each finding. Errors and warnings are
 * failures, notes pass; a run without findings is one case that passes.
 */
export function junit(report: RunReport): string {
  const { command, diagnostics, status } = report;
  const name = attribute(`groundplan ${command}`);
  const failures = diagnostics.filter(({ severity }) => severity !== "info").length;
  const stopped = status === "unusable" && diagnostics.length === 0;
  const cases =
    diagnostics.length > 0
      ? diagnostics.map(testCase)
      : [stopped ? STOPPED : `    <testcase classname="groundplan" name="no findings"/>`];
  const counts = `tests="${cases.length}" failures="${failures}" errors="${stopped ? 1 : 0}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${name}" ${counts}>`,
    `  <testsuite name="${name}" ${counts} skipped="0">`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

const STOPPED =
  '    <testcase classname="groundplan" name="run"><error message="it could not run to its end"/></testcase>';

function testCase(found: Diagnostic): string {
  const { code, severity, message, subject, fix } = found;
  const where = location(found);
  const head = `    <testcase classname="${attribute(code)}" name="${attribute(`${subject}: ${message}`)}"`;
  const text = [
    message,
    ...(where === "" ? [] : [`at ${where}`]),
    ...(fix === undefined ? [] : [`fix: ${fix}`]),
  ];
  const body = content(text.join("\n"));
  if (severity === "info")
    return `${head}>\n      <system-out>${body}</system-out>\n    </testcase>`;
  const failure = `<failure type="${severity}" message="${attribute(message)}">${body}</failure>`;
  return `${head}>\n      ${failure}\n    </testcase>`;
}

function attribute(text: string): string {
  return content(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

/** What XML 1.0 may not hold at all, such as half of a surrogate pair, is replaced. */
function content(text: string): string {
  return printable(text.toWellFormed())
    .replace(/[\uFFFE\uFFFF]/g, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
