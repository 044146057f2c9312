import { expect, test } from "vitest";
import type { Field } from "../../src/design/design.ts";
import { isImplied } from "../../src/sql/is-implied.ts";

const quantity: Field = {
  id: "quantity",
  name: "Quantity",
  type: "integer",
  nullable: false,
  classification: "internal",
  readOnly: false,
  basis: "stated",
  samples: [],
  minimum: 1,
  maximum: 99,
};

test.each([
  ["gt", 0, true],
  ["gt", 1, false],
  ["gte", 1, true],
  ["gte", 2, false],
  ["lt", 100, true],
  ["lt", 99, false],
  ["lte", 99, true],
  ["lte", 98, false],
  ["ne", 0, false],
] as const)("a rule %s %d beside 1 to 99: implied %s", (operator, value, implied) => {
  expect(isImplied({ id: "rule", field: "quantity", operator, value }, quantity)).toBe(implied);
});

test("a rule against another field, or of an unknown field, is never implied", () => {
  const rule = { id: "rule", field: "quantity", operator: "gte", otherField: "minimum" } as const;
  expect(isImplied(rule, quantity)).toBe(false);
  expect(isImplied({ ...rule, value: 0 }, undefined)).toBe(false);
});
