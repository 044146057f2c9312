import { expect, test } from "vitest";
import { statedTargets } from "../../../src/architects/rules/stated-targets.ts";
import { readText } from "./draft-all.ts";

test.each([
  ["- Availability of intake: 99.95 %", "Availability of intake", "Intake"],
  ["- The API is available: 99.9 % per month", "Availability", "The whole system"],
  [
    "- After a failure the API is back (RTO): within 15 minutes",
    "Recovery time",
    "The whole system",
  ],
  ["- Samples that may be lost (RPO): 0 minutes", "Recovery point of samples", "Samples"],
  ["- Share of failed requests: below 0.1 %", "Error rate", "The whole system"],
  [
    "- Opening a chart answers fast: 150 ms at the 95th percentile",
    "Latency of opening a chart",
    "Opening a chart",
  ],
  [
    "- When a sample arrives, the system shall send a label to the ward within 30 seconds.",
    "Latency of “Send a label to the ward”",
    "Send a label to the ward",
  ],
])("%s", async (line, name, scope) => {
  const reading = await readText(`# Ward\n\n## Service levels\n\n${line}\n`);
  const stated = statedTargets(reading, new Set()).filter(({ basis }) => basis === "stated");
  expect(stated.map((target) => [target.name, target.scope])).toEqual([[name, scope]]);
});

test("a rate that was stated per day has no more digits than it is worth", async () => {
  const reading = await readText("# Ward\n\n## Load\n\n- Samples: 100,000 samples per day\n");
  const rates = statedTargets(reading, new Set()).filter(({ measure }) => measure === "throughput");
  expect(rates.map(({ value }) => value)).toEqual([1.16]);
});
