import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";

export const mediaTypeRemoved = declareDiagnostic<{
  readonly where: string;
  readonly name: string;
  readonly others: string;
}>({
  code: "api/media-type-removed",
  severity: "error",
  message: ({ where, name, others }) =>
    `${name} was removed from the ${where}; there is ${others === "" ? "none" : others}`,
  fix: ({ name }) => `keep ${name} beside what is new`,
});

export const mediaTypeAdded = declareDiagnostic<{ readonly where: string; readonly name: string }>({
  code: "api/media-type-added",
  severity: "info",
  message: ({ where, name }) => `${name} is new in the ${where}`,
});

export const mediaTypeRemovedRule: ApiRule = {
  mediaType({ base, head }, place) {
    const where = whereOf(place);
    if (base === undefined) {
      const name = head?.name ?? "";
      return [mediaTypeAdded(subjectOf(place, name), { where, name })];
    }
    if (head !== undefined) return [];
    const { name, others } = base;
    // A range that holds it accepts it in a request, and says less about a response.
    const isHeld = others.some((other) => holds(other, name));
    if (isHeld && place.direction === "request") return [];
    return [mediaTypeRemoved(subjectOf(place, name), { where, name, others: others.join(", ") })];
  },
};

function holds(range: string, name: string): boolean {
  return range === "*/*" || (range.endsWith("/*") && name.startsWith(range.slice(0, -1)));
}
