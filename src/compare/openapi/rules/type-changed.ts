import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import type { SchemaView } from "../schema-view.ts";

export const typeChanged = declareDiagnostic<{
  readonly where: string;
  readonly was: string;
  readonly is: string;
}>({
  code: "api/type-changed",
  severity: "error",
  message: ({ where, was, is }) => `${where} was ${was} and is ${is}`,
  fix: "add a property or a version of its own for the new type, and keep the old one",
});

export const typeChangedRule: ApiRule = {
  schema({ base, head }, place) {
    const isRequest = place.direction === "request";
    // What is sent has to be taken as before; what is read must not be more than before.
    const [sent, taken] = isRequest ? [base, head] : [head, base];
    if (isTaken(sent, taken, place.isText)) return [];
    const args = { where: whereOf(place), was: say(base), is: say(head) };
    return [typeChanged(subjectOf(place), args)];
  },
};

function isTaken(sent: SchemaView, taken: SchemaView, isText: boolean): boolean {
  if (taken.types === undefined) return true;
  // In a list of alternatives each says its own type.
  if (sent.types === undefined)
    return sent.oneOf.length + sent.anyOf.length + sent.allOf.length > 0;
  const { types } = taken;
  // On the wire every single value is a text.
  const takesText = isText && types.has("string") && taken.value["format"] === undefined;
  return [...sent.types].every(
    (type) =>
      types.has(type) ||
      (type === "integer" && types.has("number")) ||
      (takesText && type !== "array" && type !== "object"),
  );
}

function say({ types }: SchemaView): string {
  return types === undefined ? "of any type" : [...types].join(" or ");
}
