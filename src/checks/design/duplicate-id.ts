import type { Design } from "../../design/design.ts";
import type { DesignIndex } from "../../design/design-index.ts";
import { SYSTEM } from "../../design/walk-design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";

export const duplicateId = declareDiagnostic<{ readonly reason: string }>({
  code: "design/duplicate-id",
  severity: "error",
  message: ({ reason }) => reason,
  fix: "give one of them another id, and use it in every reference that means it",
});

/** An id means one element. */
export const duplicateIdCheck: DesignCheck = {
  after: [],
  check(design, index) {
    return [
      ...index.duplicates.map(({ subject, kind, id }) =>
        duplicateId(subject, { reason: `two elements of kind ${kind} have the id ${id}` }),
      ),
      ...sharedIds(design),
      ...ambiguousReferences(index),
      ...design.system.contexts
        .filter(({ id }) => id === SYSTEM)
        .map(({ id, name }) =>
          duplicateId(`${SYSTEM}/context/${id}`, {
            reason: `the context ${name} has the id ${SYSTEM}, which stands for the whole system`,
          }),
        ),
    ];
  },
};

/** Steps and links name actors, deployables and stores in the same place. */
function sharedIds({ system }: Design): readonly Diagnostic[] {
  const participants = [
    ...system.actors.map(({ id }) => ({ id, kind: "actor" })),
    ...system.deployables.map(({ id }) => ({ id, kind: "deployable" })),
    ...system.stores.map(({ id }) => ({ id, kind: "store" })),
  ];
  const first = new Map<string, string>();
  return participants.flatMap(({ id, kind }) => {
    const other = first.get(id);
    if (other === undefined) first.set(id, kind);
    if (other === undefined || other === kind) return [];
    const reason = `the ${other} and the ${kind} both have the id ${id}, so a flow cannot tell them apart`;
    const related = [`${SYSTEM}/${other}/${id}`];
    return [duplicateId(`${SYSTEM}/${kind}/${id}`, { reason }, { related })];
  });
}

function ambiguousReferences(index: DesignIndex): readonly Diagnostic[] {
  const reported = new Set<string>();
  return index.references.flatMap((visit) => {
    if (visit.candidates.length < 2) return [];
    const meant = visit.candidates.filter((subject) => index.elements.has(subject));
    const [, second] = meant;
    if (second === undefined || reported.has(meant.join()) || isHarmless(meant)) return [];
    reported.add(meant.join());
    const reason = `${visit.text} in ${visit.subject} may mean ${meant.join(" or ")}`;
    return [duplicateId(second, { reason }, { related: [visit.subject, ...meant] })];
  });
}

/**
 * Actors, deployables and stores are reported where they stand. A context or a node may be called
 * like the deployable that hosts it or runs on it: whichever is meant, it is the same thing.
 */
function isHarmless(subjects: readonly string[]): boolean {
  const kinds = subjects.map((subject) => subject.split("/")[1] ?? "");
  const isShared = kinds.filter((kind) => PARTICIPANTS.has(kind)).length > 1;
  return isShared || kinds.every((kind) => ALIKE.has(kind));
}

const PARTICIPANTS = new Set(["actor", "deployable", "store"]);
const ALIKE = new Set(["context", "deployable", "store", "node"]);
