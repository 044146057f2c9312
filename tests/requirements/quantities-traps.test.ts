import { describe, expect, test } from "vitest";
import { readQuantities } from "../../src/requirements/read-quantities.ts";

describe("numbers that are no targets", () => {
  test.each([
    "Strong authentication is required for every customer transfer above EUR 30.",
    "A match starts when 60 players are found or after 45 seconds.",
    "The leaderboard is at most 10 seconds stale.",
    "A tracker sends a position every 10 seconds.",
    "A party has up to 40 players.",
  ])("%s", (text) => {
    expect(readQuantities(text)).toEqual([]);
  });

  test("what is stored in all is storage, not the size of an answer", () => {
    expect(readQuantities("Videos stored: 4 TB").map(({ metric }) => metric)).toEqual(["storage"]);
  });

  test("a labelled rate is a throughput, people online are concurrent", () => {
    expect(readQuantities("Positions: 2,500 per second")).toMatchObject([
      { metric: "throughput", value: 2500, unit: "per-second" },
    ]);
    expect(readQuantities("Dispatchers online: 400")).toMatchObject([
      { metric: "concurrent-users", value: 400 },
    ]);
  });

  test("what comes in a day is a rate, not a number of rows", () => {
    expect(readQuantities("On an average day 864,000 transfers are initiated.")).toMatchObject([
      { metric: "throughput", value: 10, scope: "transfers" },
    ]);
  });
});
