import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { describedValues } from "./support/described-values.ts";

export const decimalWithoutPrecision = declareDiagnostic<{
  readonly value: string;
  readonly lacks: string;
}>({
  code: "design/decimal-without-precision",
  severity: "error",
  message: ({ value, lacks }) => `the ${value} is a decimal without ${lacks}`,
  fix: ({ lacks }) =>
    `give ${lacks}: precision counts all digits, scale those after the point (money: 12 and 2)`,
});

/** A decimal says how many digits it keeps, so that nothing is rounded by accident. */
export const decimalWithoutPrecisionCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return describedValues(design).flatMap(({ subject, label, value, isOwn }) => {
      if (!isOwn || value.type !== "decimal") return [];
      const lacks = [
        ...(value.precision === undefined ? ["precision"] : []),
        ...(value.scale === undefined ? ["scale"] : []),
      ].join(" and ");
      return lacks === "" ? [] : [decimalWithoutPrecision(subject, { value: label, lacks })];
    });
  },
};
