import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuantities } from "../../src/requirements/read-quantities.ts";

function read(text: string): readonly (readonly unknown[])[] {
  return readQuantities(text).map(({ metric, comparator, value }) => [metric, comparator, value]);
}

describe("readQuantities", () => {
  it.each([
    ["It serves up to 10 million concurrent users", [["concurrent-users", "lte", 10_000_000]]],
    [
      "| Concurrent users (peak active sessions) | 50,000+ |",
      [["concurrent-users", "gte", 50_000]],
    ],
    [
      "1M users, 10k concurrent users",
      [
        ["users", "eq", 1_000_000],
        ["concurrent-users", "eq", 10_000],
      ],
    ],
    ["p95 < 200ms", [["latency", "lt", 200]]],
    ["respond within 1.2 seconds in 95% of cases", [["latency", "lte", 1200]]],
    ["at least 99.9% uptime", [["availability", "gte", 99.9]]],
    [
      "600 posts, 1,200 comments, and 24,000 votes per minute",
      [
        ["throughput", "eq", 10],
        ["throughput", "eq", 20],
        ["throughput", "eq", 400],
      ],
    ],
    ["200 orders per second", [["throughput", "eq", 200]]],
    ["100 requests per 15-minute window per IP address", [["rate-limit", "eq", 100]]],
    [
      "a peak factor of 3 and 10x growth",
      [
        ["peak-factor", "eq", 3],
        ["growth", "eq", 10],
      ],
    ],
    ["a read:write ratio of 20:1", [["read-write-ratio", "eq", 20]]],
    ["think time of 5 seconds", [["think-time", "eq", 5]]],
    ["Retain invoices for 7 years", [["retention", "eq", 2555]]],
    ["Recovery Point Objective (RPO): < 15 minutes", [["recovery-point", "lt", 15]]],
    [
      "CPU below 70 %, cache hit rate > 95 %",
      [
        ["cpu", "lt", 70],
        ["cache-hit-rate", "gt", 95],
      ],
    ],
    ["Uploads of up to 50 MB", [["payload", "lte", 50_000_000]]],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    "### 2.1 User Management",
    "The API returns HTTP 400 for unknown users",
    "Must use TLS 1.3 and PostgreSQL 15",
    "Passwords have at least 8 characters",
    "A member pays a fine of 0.50 per day",
    "Founded in 1998 in 2 cities",
  ])("finds no quantity in %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("takes the metric from headings and the percentile from either side", () => {
    const found = readQuantities(
      "## Data retention\n- Logs: 90 days\n## Response time\n- 95th percentile: < 200ms\n- 500 ms (p99)",
    );
    expect(found.map(({ metric, percentile }) => [metric, percentile])).toEqual([
      ["retention", undefined],
      ["latency", 95],
      ["latency", 99],
    ]);
  });

  it("marks what third parties promise", () => {
    expect(readQuantities("Third-party APIs (payment) maintain 99.9% uptime")[0]?.thirdParty).toBe(
      true,
    );
    expect(readQuantities("We maintain 99.9% uptime")[0]?.thirdParty).toBe(false);
  });

  it("never throws and gives finite numbers", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        for (const { value } of readQuantities(text)) expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
