import type { Entity, Field } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { byId } from "./support/by-id.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";

export const ruleOperand = declareDiagnostic<{
  readonly rule: string;
  readonly problem: string;
  readonly todo: string;
}>({
  code: "design/rule-operand",
  severity: "error",
  message: ({ rule, problem }) => `the rule ${rule} ${problem}`,
  fix: ({ todo }) => todo,
});

const NUMERIC: ReadonlySet<Field["type"]> = new Set(["integer", "bigint", "decimal"]);

/** A rule compares a field with exactly one other thing of its kind. */
export const ruleOperandCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return entitiesOf(design).flatMap(({ entity, subject }) => {
      const fields = byId(entity.fields);
      return entity.rules.flatMap((rule) => {
        const found = problemOf(rule, fields);
        if (found === undefined) return [];
        const words = { rule: `${rule.id} of ${label(entity)}`, ...found };
        return [ruleOperand(`${subject}/rule/${rule.id}`, words)];
      });
    });
  },
};

function problemOf(rule: Entity["rules"][number], fields: ReadonlyMap<string, Field>) {
  const { value, otherField } = rule;
  if ((value === undefined) === (otherField === undefined)) {
    return {
      problem: `compares with ${value === undefined ? "nothing" : "a value and a field at once"}`,
      todo: "give exactly one of value and otherField",
    };
  }
  const field = fields.get(rule.field);
  if (field === undefined) return undefined;
  if (value !== undefined && !NUMERIC.has(field.type)) {
    return {
      problem: `compares ${label(field)}, which is of type ${field.type}, with the number ${value}`,
      todo: "compare a number with a number, or name a field of the same type in otherField",
    };
  }
  const other = fields.get(otherField ?? "");
  if (other === undefined || kindOf(other) === kindOf(field)) return undefined;
  return {
    problem: `compares ${label(field)} (${field.type}) with ${label(other)} (${other.type})`,
    todo: "compare fields of the same type",
  };
}

function kindOf({ type }: Field): string {
  return NUMERIC.has(type) ? "number" : type;
}
