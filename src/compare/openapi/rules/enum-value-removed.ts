import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import { enumOf } from "../enum-of.ts";

export const enumValueRemoved = declareDiagnostic<{
  readonly where: string;
  readonly value: string;
}>({
  code: "api/enum-value-removed",
  severity: "error",
  message: ({ where, value }) => `${where} does not take ${value} any more`,
  fix: "go on taking the value, and map it to what replaces it",
});

export const becameEnum = declareDiagnostic<{ readonly where: string; readonly values: string }>({
  code: "api/became-enum",
  severity: "error",
  message: ({ where, values }) => `${where} took any value and takes only ${values} now`,
  fix: "go on taking other values, or make a property of its own for the list",
});

export const enumValueRemovedRule: ApiRule = {
  schema({ base, head }, place) {
    if (place.direction === "response") return [];
    const where = whereOf(place);
    return (["enum", "x-extensible-enum"] as const).flatMap((keyword) => {
      const [was, is] = [enumOf(base, keyword), enumOf(head, keyword)];
      if (is === undefined) return [];
      if (was === undefined) {
        // A constant that became a list, or a list of examples, is another rule's.
        if (keyword !== "enum" || Object.hasOwn(base.value, "const")) return [];
        return [becameEnum(subjectOf(place), { where, values: [...is].join(", ") })];
      }
      return [...was]
        .filter((value) => !is.has(value))
        .map((value) => enumValueRemoved(subjectOf(place, "enum", value), { where, value }));
    });
  },
};
