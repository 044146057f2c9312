import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Severity } from "../diagnostics/severity.ts";
import type { RunReport } from "../pipeline/run-report.ts";
import { digest } from "../util/digest.ts";
import { byCodeUnit } from "../util/order.ts";
import { printable } from "./printable.ts";

const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** SARIF 2.1.0 (OASIS), for code scanning. */
export function sarif(report: RunReport): string {
  const codes = [...new Set(report.diagnostics.map(({ code }) => code))].sort(byCodeUnit);
  const run = {
    tool: {
      driver: {
        name: "groundplan",
        rules: codes.map((id) => ({
          id,
          shortDescription: { text: id.replace("/", ": ").replaceAll("-", " ") },
        })),
      },
    },
    columnKind: "utf16CodeUnits",
    invocations: [{ executionSuccessful: report.status === "done" }],
    results: report.diagnostics.map((found) => result(found, codes.indexOf(found.code))),
  };
  const document = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [run],
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function result(found: Diagnostic, ruleIndex: number) {
  const { code, severity, message, subject, pointer, fix, artifact } = found;
  const name = `${subject}${pointer ?? ""}`;
  const text = printable([message, ...(fix === undefined ? [] : [`Fix: ${fix}`])].join("\n"));
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text },
    locations: [
      {
        ...(artifact && { physicalLocation: physical(artifact) }),
        logicalLocations: [{ fullyQualifiedName: name }],
      },
    ],
    // The same finding after an edit elsewhere: its line does not count.
    partialFingerprints: { "groundplan/v1": digest(`${code} ${name} ${message}`) },
  };
}

function physical({ path, locator }: NonNullable<Diagnostic["artifact"]>) {
  const uri = path.split("/").map(encodeURIComponent).join("/");
  const artifactLocation = { uri: path.startsWith("/") ? `file://${uri}` : uri };
  if (locator === undefined || !("line" in locator)) return { artifactLocation };
  const { line, column } = locator;
  const region = { startLine: line, ...(column !== undefined && { startColumn: column }) };
  return { artifactLocation, region };
}
