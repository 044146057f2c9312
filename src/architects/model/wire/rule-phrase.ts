import type { Entity } from "../../../design/design.ts";
import { toKebab } from "../../../util/naming.ts";

type Rule = Entity["rules"][number];

const SIGNS = { "<": "lt", "<=": "lte", ">": "gt", ">=": "gte", "!=": "ne" } as const;

/** A row check from its phrase: `total >= 0`, `ends-at > starts-at`; a phrase that is none stays. */
export function parseRule(phrase: string): unknown {
  const [, field, sign, right] = /^\s*(\S+)\s*(<=|>=|!=|<|>)\s*(\S+)\s*$/.exec(phrase) ?? [];
  if (field === undefined || sign === undefined || right === undefined) return phrase;
  const operator = SIGNS[sign as keyof typeof SIGNS];
  const number = Number(right);
  const compared = Number.isFinite(number) ? { value: number } : { otherField: right };
  const id = toKebab(`${field} ${operator} ${right.replace("-", "minus-").replaceAll(".", "-")}`);
  return { id, field, operator, ...compared };
}

/** The other way round. */
export function formatRule({ field, operator, value, otherField }: Rule): string {
  const sign = Object.entries(SIGNS).find(([, name]) => name === operator)?.[0] ?? "!=";
  return `${field} ${sign} ${value ?? otherField ?? ""}`;
}
