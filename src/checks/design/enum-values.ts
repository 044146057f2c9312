import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { ValueDescription } from "../../design/value-description.ts";
import type { DesignCheck } from "../design-check.ts";
import { describedValues } from "./support/described-values.ts";

export const enumValues = declareDiagnostic<{
  readonly value: string;
  readonly problem: string;
  readonly todo: string;
}>({
  code: "design/enum-values",
  severity: "error",
  message: ({ value, problem }) => `the ${value} ${problem}`,
  fix: ({ todo }) => todo,
});

/** An enum lists its values, nothing else does, and no two of them look the same. */
export const enumValuesCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return describedValues(design).flatMap(({ subject, label, value, isOwn }) => {
      const found = isOwn ? problemOf(value) : undefined;
      return found === undefined ? [] : [enumValues(subject, { value: label, ...found })];
    });
  },
};

function problemOf({ type, enumValues: values }: ValueDescription) {
  if (type !== "enum" && values !== undefined) {
    return {
      problem: `has enumValues, but is of type ${type}`,
      todo: "set the type to enum, or remove enumValues",
    };
  }
  if (type !== "enum") return undefined;
  if (values === undefined || values.length === 0) {
    return { problem: "is an enum without values", todo: "list its values in enumValues" };
  }
  const seen = new Set<string>();
  for (const value of values) {
    const folded = value.trim().toLowerCase();
    if (seen.has(folded)) {
      return {
        problem: `lists ${value} twice, or in two spellings`,
        todo: `keep one of the values that read ${value}`,
      };
    }
    seen.add(folded);
  }
  return undefined;
}
