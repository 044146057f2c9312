import type { Field } from "../../design/design.ts";
import { validSample } from "../../design/valid-sample.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { describedValues } from "./support/described-values.ts";

export const invalidDefault = declareDiagnostic<{
  readonly field: string;
  readonly given: string;
  readonly type: string;
  readonly allowed: string;
}>({
  code: "design/invalid-default",
  severity: "error",
  message: ({ field, given, type }) =>
    `the ${field} has the default ${given}, which its type ${type} or its bounds do not allow`,
  fix: ({ allowed, type }) =>
    allowed === ""
      ? `give a default that is a ${type} and keeps the bounds, or none`
      : `give one of the values ${allowed}, or no default`,
});

const MAKES: Readonly<Record<"now" | "uuid", readonly Field["type"][]>> = {
  now: ["timestamp", "date", "time"],
  uuid: ["uuid"],
};

/** A default is a value that the field may have. */
export const invalidDefaultCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return describedValues(design).flatMap(({ subject, label, value, default: given }) => {
      if (given === undefined) return [];
      const isValid =
        typeof given === "object"
          ? MAKES[given.function].includes(value.type)
          : validSample(value, given) !== undefined;
      if (isValid) return [];
      const words = {
        field: label,
        given: typeof given === "object" ? `${given.function}()` : JSON.stringify(given),
        type: value.type,
        allowed: (value.enumValues ?? []).join(", "),
      };
      return [invalidDefault(subject, words, { pointer: "/default" })];
    });
  },
};
