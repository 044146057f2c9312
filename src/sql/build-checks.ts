import type { Entity, Field } from "../design/design.ts";
import { sortedBy } from "../util/order.ts";
import { uniqueById } from "../util/unique-by-id.ts";
import { valueRulesOf } from "./column-rules.ts";
import { isImplied } from "./is-implied.ts";
import type { CheckRule, TableCheck } from "./relational-model.ts";

/** What fields and rules of an entity demand of each row, as checks of its table. */
export function buildChecks(
  entity: Entity,
  fields: readonly Field[],
  subject: string,
  isKnown: (id: string) => boolean,
  named: (ids: readonly string[], ending: string) => string,
): readonly TableCheck[] {
  const values = sortedBy(fields, ({ id }) => id).flatMap((field) =>
    valueRulesOf(field).map((rule) => ({
      id: `${rule.kind}:${field.id}`,
      subject: `${subject}/field/${field.id}`,
      name: named([field.id], "check"),
      rule,
    })),
  );
  const rules = sortedBy(uniqueById(entity.rules), ({ id }) => id).flatMap((declared) => {
    const { id, field, operator, value, otherField } = declared;
    const to = value ?? (otherField === undefined ? undefined : { column: otherField });
    if (to === undefined || !isKnown(field)) return [];
    const own = fields.find((candidate) => candidate.id === field);
    if (isImplied(declared, own)) return [];
    if (typeof to === "object" && !isKnown(to.column)) return [];
    const rule: CheckRule = { kind: "compare", column: field, operator, to };
    return [{ id, subject: `${subject}/rule/${id}`, name: named([field], "check"), rule }];
  });
  return [...values, ...rules];
}
