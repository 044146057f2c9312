import type { Design } from "./design.ts";
import type { ElementVisit, ReferenceVisit } from "./walk-design.ts";
import { walkDesign } from "./walk-design.ts";

/** Every element by subject and every reference of a Design. */
export interface DesignIndex {
  readonly elements: ReadonlyMap<string, ElementVisit>;
  /** Elements whose subject another one already has. */
  readonly duplicates: readonly ElementVisit[];
  readonly references: readonly ReferenceVisit[];
}

/** Walks the Design once. */
export function indexDesign(design: Design): DesignIndex {
  const elements = new Map<string, ElementVisit>();
  const duplicates: ElementVisit[] = [];
  const references: ReferenceVisit[] = [];
  walkDesign(design, {
    element(visit) {
      if (elements.has(visit.subject)) duplicates.push(visit);
      else elements.set(visit.subject, visit);
    },
    reference(visit) {
      references.push(visit);
    },
  });
  return { elements, duplicates, references };
}

/** The subject that a reference means, or `undefined` where it dangles. */
export function resolveReference(index: DesignIndex, visit: ReferenceVisit): string | undefined {
  return visit.candidates.find((subject) => index.elements.has(subject));
}
