import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ApiRule } from "./api-rule.ts";
import type { ChangePlace } from "./change-place.ts";
import type { JsonObject } from "./json-node.ts";

/** A rule about the end that is announced of an operation, a parameter or a property. */
export function lifecycleRule(
  judge: (
    base: JsonObject | undefined,
    head: JsonObject | undefined,
    place: ChangePlace,
  ) => readonly Diagnostic[],
): ApiRule {
  return {
    operation: ({ base, head }, place) => judge(base?.value, head?.value, place),
    parameter: ({ base, head }, place) => judge(base?.value, head?.value, place),
    property: ({ base, head }, place) => judge(base?.schema.value, head?.schema.value, place),
  };
}
