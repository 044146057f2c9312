import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import { enumOf } from "../enum-of.ts";

export const enumValueAdded = declareDiagnostic<{
  readonly where: string;
  readonly value: string;
}>({
  code: "api/enum-value-added",
  severity: "warning",
  message: ({ where, value }) => `${where} may be ${value} now: clients know no such value`,
  fix: "say in the contract that values are added, so that clients handle unknown ones",
});

export const enumValueAddedRule: ApiRule = {
  schema({ base, head }, place) {
    const was = enumOf(base, "enum");
    if (was === undefined || place.direction === "request") return [];
    const is = enumOf(head, "enum") ?? new Set(["any other value"]);
    return [...is]
      .filter((value) => !was.has(value))
      .map((value) =>
        enumValueAdded(subjectOf(place, "enum", value), { where: whereOf(place), value }),
      );
  },
};
