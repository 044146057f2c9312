import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ApiFinding } from "./compare-specs.ts";
import { asObject, asText, property } from "./json-node.ts";
import type { SpecDocument } from "./spec-document.ts";

type Class = "major" | "minor";

export const versionNotRaised = declareDiagnostic<{
  readonly path: string;
  readonly was: string;
  readonly is: string;
  readonly needed: Class;
  readonly next: string;
}>({
  code: "api/version-not-raised",
  severity: "warning",
  message: ({ path, was, is, needed }) =>
    `${path} was version ${was} and is ${is}; what changed calls for a new ${needed} version`,
  fix: ({ next }) => `set info.version to ${next} or later`,
});

/**
 * Whether the version says what changed (semver.org: a break is major, an addition minor; before
 * 1.0.0 a break is minor). Versions of another form say nothing, and so does this.
 */
export function judgeVersion(
  base: SpecDocument,
  head: SpecDocument,
  findings: readonly ApiFinding[],
): readonly Diagnostic[] {
  const [was, is] = [versionOf(base), versionOf(head)];
  const numbers = [was, is].map((text) =>
    /^v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(text)?.slice(1).map(Number),
  );
  const [before, after] = numbers;
  if (before === undefined || after === undefined || findings.length === 0) return [];
  const breaks = findings.some(({ diagnostic }) => diagnostic.severity === "error");
  const [major = 0, minor = 0] = before;
  const needed: Class = breaks && major > 0 ? "major" : "minor";
  const [newMajor = 0, newMinor = 0] = after;
  const isRaised =
    newMajor > major || (needed === "minor" && newMajor === major && newMinor > minor);
  if (isRaised) return [];
  const next = needed === "major" ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
  const pointer = "/info/version";
  const locator = head.locate([pointer]).get(pointer);
  const artifact = { path: head.path, ...(locator && { locator }) };
  const args = { path: head.path, was, is, needed, next };
  return [versionNotRaised(`info/version`, args, { artifact })];
}

function versionOf({ root }: SpecDocument): string {
  return asText(property(asObject(property(root, "info")), "version")) ?? "";
}
