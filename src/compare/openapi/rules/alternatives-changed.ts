import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const wrappedInAlternatives = declareDiagnostic<{
  readonly where: string;
  readonly names: string;
}>({
  code: "api/wrapped-in-alternatives",
  severity: "error",
  message: ({ where, names }) => `${where} was one schema and is one of several: ${names}`,
  fix: "keep the one schema, and add an operation or a version of its own for the others",
});

export const alternativesRemoved = declareDiagnostic<{
  readonly where: string;
  readonly names: string;
}>({
  code: "api/alternatives-removed",
  severity: "error",
  message: ({ where, names }) => `${where} was one of several and is one schema: ${names} are gone`,
  fix: "go on taking what was allowed before",
});

export const alternativesChangedRule: ApiRule = {
  alternatives({ base, head }, place) {
    const [subject, where] = [subjectOf(place), whereOf(place)];
    const names = [...base.names, ...head.names].join(", ");
    if (head.names.length > 0) {
      const { types, allOf } = base.schema;
      const isOpen = types === undefined && allOf.length === 0;
      // To answer with less than anything is fine.
      if (isOpen && place.direction === "response") return [];
      return [wrappedInAlternatives(subject, { where, names })];
    }
    if (place.direction === "response") return [];
    const isOpen = head.schema.types === undefined && head.schema.allOf.length === 0;
    return isOpen ? [] : [alternativesRemoved(subject, { where, names })];
  },
};
