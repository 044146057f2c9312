import fc from "fast-check";
import { expect, test } from "vitest";
import { midnight } from "../../src/util/midnight.ts";

test("a day begins as the calendar of the platform says", () => {
  const days = fc.date({
    min: new Date("1900-01-01"),
    max: new Date("2400-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (moment) => {
      const date = moment.toISOString().slice(0, 10);
      const begin = new Date(`${date}T00:00:00Z`);
      expect(midnight(date)).toEqual({
        seconds: begin.getTime() / 1000,
        httpDate: begin.toUTCString(),
      });
    }),
    { numRuns: 500 },
  );
});
