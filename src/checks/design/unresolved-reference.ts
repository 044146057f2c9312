import type { DesignIndex } from "../../design/design-index.ts";
import { resolveReference } from "../../design/design-index.ts";
import type { ReferenceVisit } from "../../design/walk-design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import { toPointer } from "../../util/json-pointer.ts";
import { byCodeUnit } from "../../util/order.ts";
import type { DesignCheck } from "../design-check.ts";

/** How many ids a fix offers. */
const OFFERED = 12;

export const unresolvedReference = declareDiagnostic<{
  readonly text: string;
  readonly kinds: string;
  readonly property: string;
  readonly known: string;
}>({
  code: "design/unresolved-reference",
  severity: "error",
  message: ({ text, kinds, property }) =>
    `${property} names ${text}, but there is no such ${kinds}`,
  fix: ({ known, kinds }) =>
    known === ""
      ? `remove the reference: there is no ${kinds} that it could name`
      : `name one that exists (${known}), or remove the reference`,
});

/** References resolve. */
export const unresolvedReferenceCheck: DesignCheck = {
  after: [],
  check(_design, index) {
    return index.references
      .filter((visit) => resolveReference(index, visit) === undefined)
      .map((visit) => {
        const holder = index.elements.get(visit.subject);
        const tokens = visit.tokens.slice(holder?.tokens.length ?? 0);
        return unresolvedReference(
          visit.subject,
          {
            text: visit.text,
            kinds: visit.kinds.join(" or "),
            property: tokens.findLast((token) => typeof token === "string") ?? "it",
            known: knownIds(visit, index).join(", "),
          },
          { pointer: toPointer(tokens) },
        );
      });
  },
};

/** What could be meant: the ids in the same place, those that share a word first. */
function knownIds(visit: ReferenceVisit, index: DesignIndex): readonly string[] {
  const prefixes = visit.candidates.map((candidate) =>
    visit.form === "qualified" ? undefined : candidate.slice(0, candidate.lastIndexOf("/") + 1),
  );
  const words = new Set(visit.text.split(/[-/]/));
  const ids = [...index.elements.values()]
    .filter(({ kind, subject, id }) =>
      prefixes.some((prefix) =>
        prefix === undefined ? visit.kinds.includes(kind) : subject === prefix + id,
      ),
    )
    .map(({ document, id }) => (visit.form === "qualified" ? `${document}/${id}` : id));
  function distance(id: string): number {
    return -id.split(/[-/]/).filter((word) => words.has(word)).length;
  }
  return ids.sort((a, b) => distance(a) - distance(b) || byCodeUnit(a, b)).slice(0, OFFERED);
}
