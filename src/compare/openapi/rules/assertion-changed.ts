import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import { isDeepEqual } from "../../../util/is-deep-equal.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import { asList, asObject, property } from "../json-node.ts";
import type { JsonObject } from "../json-node.ts";

export const assertionAdded = declareDiagnostic<{
  readonly where: string;
  readonly keyword: string;
}>({
  code: "api/assertion-added",
  severity: "error",
  message: ({ where, keyword }) =>
    `${where} has to keep the new ${keyword}: values that were taken may be refused`,
  fix: "go on taking what was allowed before",
});

export const assertionRemoved = declareDiagnostic<{
  readonly where: string;
  readonly keyword: string;
}>({
  code: "api/assertion-removed",
  severity: "error",
  message: ({ where, keyword }) =>
    `${where} does not keep ${keyword} any more, which clients could count on`,
  fix: ({ keyword }) => `keep ${keyword}`,
});

/** Keywords of JSON Schema 2020-12 that hold one schema. */
const SINGLE = [
  "contains",
  "if",
  "then",
  "else",
  "propertyNames",
  "unevaluatedItems",
  "unevaluatedProperties",
  "contentSchema",
  "not",
] as const;

/** Those that hold schemas, or names, by property. */
const MAPS = ["patternProperties", "dependentSchemas", "dependentRequired"] as const;

export const assertionChangedRule: ApiRule = {
  schema({ base, head }, place) {
    const isRequest = place.direction === "request";
    const [from, to] = isRequest ? [base.value, head.value] : [head.value, base.value];
    const report = isRequest ? assertionAdded : assertionRemoved;
    const keywords = [
      ...SINGLE.filter((keyword) => asserts(to, keyword) && !asserts(from, keyword)),
      ...MAPS.flatMap((keyword) => newNames(from, to, keyword)),
      ...newPositions(from, to),
    ];
    const where = whereOf(place);
    return keywords.map((keyword) => report(subjectOf(place, keyword), { where, keyword }));
  },
};

function asserts(value: JsonObject, keyword: string): boolean {
  const schema = property(value, keyword);
  return schema === false || asObject(schema) !== undefined;
}

function newNames(from: JsonObject, to: JsonObject, keyword: string): readonly string[] {
  const before = asObject(property(from, keyword));
  return Object.entries(asObject(property(to, keyword)) ?? {})
    .filter(([name, now]) => {
      const was = property(before, name);
      if (was === undefined) return true;
      if (keyword !== "dependentRequired") return false;
      return !isDeepEqual(was, now) && asList(now).some((one) => !asList(was).includes(one));
    })
    .map(([name]) => `${keyword} ${name}`);
}

/** Schemas for the first items of a list: a position without one is for `items` to judge. */
function newPositions(from: JsonObject, to: JsonObject): readonly string[] {
  const [before, after] = [asList(from["prefixItems"]), asList(to["prefixItems"])];
  return after.length > before.length ? ["prefixItems"] : [];
}
