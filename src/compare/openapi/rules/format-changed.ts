import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import { isDeepEqual } from "../../../util/is-deep-equal.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import { asText } from "../json-node.ts";
import type { SchemaView } from "../schema-view.ts";

export const formatChanged = declareDiagnostic<{
  readonly where: string;
  readonly was: string;
  readonly is: string;
}>({
  code: "api/format-changed",
  severity: "error",
  message: ({ where, was, is }) => `${where} had the format ${was} and has ${is}`,
  fix: ({ was }) => `keep ${was}`,
});

/** Formats whose values another one takes too. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  int32: ["int64", "float", "double"],
  int64: ["double"],
  float: ["double"],
  uri: ["uri-reference", "iri", "iri-reference"],
  email: ["idn-email"],
  hostname: ["idn-hostname"],
};

export const formatChangedRule: ApiRule = {
  schema({ base, head }, place) {
    const [was, is] = [formatOf(base), formatOf(head)];
    // A change of the type says it already, unless the old type is one of the new ones.
    const isSameType =
      base.types !== undefined && isDeepEqual([...base.types], [...(head.types ?? [])]);
    const isWidened = [...(base.types ?? [])].every((type) => head.types?.has(type) === true);
    if (was === is || !(isSameType || isWidened)) return [];
    const [sent, taken] = place.direction === "request" ? [was, is] : [is, was];
    if (taken === undefined || (sent !== undefined && WIDER[sent]?.includes(taken) === true))
      return [];
    const args = { where: whereOf(place), was: was ?? "no format", is: is ?? "none" };
    return [formatChanged(subjectOf(place), args)];
  },
};

function formatOf({ value }: SchemaView): string | undefined {
  return asText(value["format"]);
}
