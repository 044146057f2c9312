import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule, ParameterView } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import { asText } from "../json-node.ts";

export const parameterSerializationChanged = declareDiagnostic<{
  readonly where: string;
  readonly was: string;
  readonly is: string;
}>({
  code: "api/parameter-serialization-changed",
  severity: "error",
  message: ({ where, was, is }) =>
    `the ${where} was written as ${was} and is written as ${is}: the same values look different on the wire`,
  fix: ({ was }) => `keep ${was}`,
});

export const parameterSerializationChangedRule: ApiRule = {
  parameter({ base, head }, place) {
    if (base === undefined || head === undefined) return [];
    const types = base.schema.types;
    // A single value looks the same in every style of a query.
    const isPlain = types === undefined || !["array", "object"].some((type) => types.has(type));
    const [was, is] = [styleOf(base), styleOf(head)];
    if (isPlain || was === is) return [];
    return [parameterSerializationChanged(subjectOf(place), { where: whereOf(place), was, is })];
  },
};

/** OpenAPI 3.1, §4.8.12: the style follows from the place, and explode from the style. */
function styleOf({ value, in: place }: ParameterView): string {
  const fallback = place === "query" || place === "cookie" ? "form" : "simple";
  const style = asText(value["style"]) ?? fallback;
  const explode = typeof value["explode"] === "boolean" ? value["explode"] : style === "form";
  return `${style}${explode ? ", exploded" : ""}`;
}
