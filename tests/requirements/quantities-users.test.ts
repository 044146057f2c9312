import { expect, test } from "vitest";
import { readQuantities } from "../../src/requirements/read-quantities.ts";

test.each([
  [
    "1 million concurrent users at peak, 12 million registered users.",
    ["concurrent-users 1000000", "users 12000000"],
  ],
  [
    "12 million registered users, of whom 1 million are online at the same time.",
    ["users 12000000"],
  ],
  ["5,000 daily active users and 300 simultaneous users", ["users 5000", "concurrent-users 300"]],
])("%s", (text, expected) => {
  const found = readQuantities(text).map(({ metric, value }) => `${metric} ${value}`);
  expect(found).toEqual(expect.arrayContaining(expected));
  expect(found.filter((entry) => entry.startsWith("concurrent-users 12"))).toEqual([]);
});

test("the pause between two requests of one user is no latency", () => {
  expect(
    readQuantities("An active user sends one request every 20 seconds on average."),
  ).toMatchObject([{ metric: "think-time", value: 20, unit: "seconds" }]);
});
