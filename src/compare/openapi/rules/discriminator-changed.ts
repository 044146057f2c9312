import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import { asObject, property } from "../json-node.ts";
import type { SchemaView } from "../schema-view.ts";

export const discriminatorChanged = declareDiagnostic<{
  readonly where: string;
  readonly what: string;
}>({
  code: "api/discriminator-changed",
  severity: "warning",
  message: ({ where, what }) =>
    `${what} of the discriminator of ${where}: generated clients choose another type`,
  fix: "keep the property and the keys that clients know",
});

export const discriminatorChangedRule: ApiRule = {
  schema({ base, head }, place) {
    const [was, is] = [discriminatorOf(base), discriminatorOf(head)];
    if (was === undefined) return [];
    const where = whereOf(place);
    const report = (what: string, ...more: readonly string[]) =>
      discriminatorChanged(subjectOf(place, "discriminator", ...more), { where, what });
    if (is === undefined) return [report("the end")];
    if (was["propertyName"] !== is["propertyName"]) {
      return [report(`another property (${String(is["propertyName"])})`)];
    }
    const after = asObject(is["mapping"]);
    return Object.entries(asObject(was["mapping"]) ?? {})
      .filter(([key, target]) => property(after, key) !== target)
      .map(([key]) => {
        const isGone = property(after, key) === undefined;
        return report(
          isGone ? `the end of the key ${key}` : `another target of the key ${key}`,
          key,
        );
      });
  },
};

function discriminatorOf({ value }: SchemaView) {
  return asObject(value["discriminator"]);
}
