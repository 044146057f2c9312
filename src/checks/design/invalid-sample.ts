import { validSample } from "../../design/valid-sample.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { describedValues } from "./support/described-values.ts";

export const invalidSample = declareDiagnostic<{
  readonly value: string;
  readonly sample: string;
  readonly rule: string;
}>({
  code: "design/invalid-sample",
  severity: "error",
  message: ({ value, sample, rule }) =>
    `the ${value} has the sample ${sample}, which is not ${rule}`,
  fix: ({ rule }) =>
    `give a sample that is ${rule}, or change the constraints if the sample is right`,
});

/** Samples keep the constraints of what they are samples of; examples are made from them. */
export const invalidSampleCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return describedValues(design).flatMap(({ subject, label, value, samples }) =>
      [...samples.entries()]
        .filter(([, sample]) => validSample(value, sample) === undefined)
        .map(([index, sample]) =>
          invalidSample(
            subject,
            { value: label, sample: JSON.stringify(sample), rule: ruleOf(value) },
            { pointer: `/samples/${index}` },
          ),
        ),
    );
  },
};

type Value = Parameters<typeof validSample>[0];

function ruleOf(value: Value): string {
  if (value.enumValues !== undefined) return `one of ${value.enumValues.join(", ")}`;
  const bounds = [
    value.minimum === undefined ? "" : `at least ${value.minimum}`,
    value.maximum === undefined ? "" : `at most ${value.maximum}`,
    value.minLength === undefined ? "" : `at least ${value.minLength} characters long`,
    value.maxLength === undefined ? "" : `at most ${value.maxLength} characters long`,
    value.scale === undefined ? "" : `with at most ${value.scale} digits after the point`,
  ].filter((bound) => bound !== "");
  const forms: Partial<Record<Value["type"], string>> = {
    timestamp: "a timestamp in UTC such as 2026-03-01T09:30:00Z",
    date: "a date such as 2026-03-01",
    time: "a time such as 09:30:00",
    uuid: "a UUID",
    json: "a text that holds a JSON object",
    binary: "base64",
  };
  const form = forms[value.type] ?? `a valid ${value.format ?? value.type}`;
  return [form, ...bounds].join(", ");
}
