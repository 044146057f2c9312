import { expect, test } from "vitest";
import { createObjectNames } from "../../src/sql/object-names.ts";

test("the number of a duplicate stands before the ending", () => {
  const names = createObjectNames();
  const made = [1, 2, 3].map(() => names.object(["orders", "customer_id"], "fkey"));
  // PostgreSQL 18 calls what it makes on partitions `orders_customer_id_fkey_1` and so on.
  expect(made).toEqual([
    "orders_customer_id_fkey",
    "orders_customer_id_2_fkey",
    "orders_customer_id_3_fkey",
  ]);
});

test("names that are cut to the same length stay apart, and within 63 bytes", () => {
  const names = createObjectNames();
  const long = "a_very_long_column_name_that_goes_on_and_on_until_nobody_reads_it";
  const made = Array.from({ length: 120 }, (_, index) => names.object([long, `${index}`], "check"));
  expect(new Set(made).size).toBe(120);
  for (const name of made) expect(name.length).toBeLessThanOrEqual(63);
});
