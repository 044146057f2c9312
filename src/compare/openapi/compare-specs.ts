import type { Diagnostic, Locator } from "../../diagnostics/diagnostic.ts";
import type { RuleContext } from "./api-rule.ts";
import { collectOperations } from "./collect-operations.ts";
import { compareOperations } from "./compare-operations.ts";
import { compareViews } from "./compare-schemas.ts";
import { createComparison } from "./comparison.ts";
import { gatherFindings } from "./gather-findings.ts";
import type { SpecDocument } from "./spec-document.ts";

/** One change for clients of an API. */
export interface ApiFinding {
  /** With file and line: of the newer document, as far as it still has the place. */
  readonly diagnostic: Diagnostic;
  /** Where it is in each document (RFC 6901). */
  readonly base?: string;
  readonly head?: string;
}

/**
 * What changed for clients from one description of an API to another. Shared schemas are compared
 * once; a change in one is one finding that names the operations it reaches.
 */
export function compareSpecs(
  base: SpecDocument,
  head: SpecDocument,
  context: RuleContext,
): readonly ApiFinding[] {
  const comparison = createComparison(base, head, context);
  const before = collectOperations(base, comparison.base);
  const after = collectOperations(head, comparison.head);
  const names = new Map<string, string>();
  const documentOwner = { key: "document", name: "document", label: "the API" };
  const place = { owner: documentOwner, path: [], direction: "request", isText: false } as const;
  comparison.judge(
    "document",
    { base: base.root, head: head.root },
    { ...place, base: "", head: "" },
  );
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    const name = (is ?? was)?.name ?? key;
    names.set(key, name);
    const pair = { ...(was && { base: was }), ...(is && { head: is }) };
    compareOperations(comparison, pair, { key, name, label: `\`${name}\`` });
  }
  // The list grows while it is worked off.
  for (const { owner, base: was, head: is, direction, isText } of comparison.open) {
    compareViews(comparison, was, is, { owner, path: [], direction, isText }, 0);
  }
  return withPositions(gatherFindings(comparison, { before, names }), head);
}

function withPositions(findings: readonly ApiFinding[], head: SpecDocument): readonly ApiFinding[] {
  const pointers = findings.map((finding) => finding.head ?? finding.base ?? "");
  const positions = head.locate(new Set(pointers));
  return findings.map((finding, index) => {
    const locator: Locator | undefined = positions.get(pointers[index] ?? "");
    const artifact = { path: head.path, ...(locator && { locator }) };
    return { ...finding, diagnostic: { ...finding.diagnostic, artifact } };
  });
}
