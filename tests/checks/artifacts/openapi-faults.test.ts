import { describe, expect, test } from "vitest";
import { checkContext } from "../../support/check-context.ts";
import { isNear, withFault } from "../../support/inject-faults.ts";
import { openapiChecks } from "../../support/openapi-checks.ts";
import { openapiFaults } from "./openapi-faults.ts";

const VERSIONS = ["3.0", "3.1"] as const;

/** What needs no engine first: most faults are found before one has to look. */
const checks = await openapiChecks();

test("there are enough kinds of defects, each with a name of its own", () => {
  expect(new Set(openapiFaults.map(({ name }) => name)).size).toBe(openapiFaults.length);
  for (const version of VERSIONS) {
    const held = openapiFaults.filter((fault) => (fault.version ?? version) === version);
    expect(held.length).toBeGreaterThanOrEqual(50);
  }
});

describe.each(VERSIONS)("a document of %s", (version) => {
  test.each(["lending", "gateway"] as const)("is clean before: %s", async (document) => {
    const nothing = { name: "nothing", at: [], document, inject: () => undefined };
    const artifact = withFault(nothing, version);
    const context = checkContext();
    for (const check of checks) expect(await check.check([artifact], context)).toEqual([]);
  });

  const faults = openapiFaults.filter((fault) => (fault.version ?? version) === version);
  test.each(faults)("is caught: $name", async (fault) => {
    const artifact = withFault(fault, version);
    const context = checkContext();
    for (const check of checks) {
      const found = await check.check([artifact], context);
      if (found.some((diagnostic) => isNear(diagnostic, fault))) return;
    }
    expect.fail("nothing was found near it");
  });
});
