import fc from "fast-check";
import { expect, test } from "vitest";
import type { Artifact } from "../../../src/artifacts/artifact.ts";
import type { Design } from "../../../src/design/design.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { openapiCornerDesign } from "../../support/openapi-corner-design.ts";
import { openapiChecks } from "../../support/openapi-checks.ts";
import { openapiPackage } from "../../support/openapi-package.ts";
import { sampleDesign } from "../../support/sample-design.ts";
import { checkContext } from "../../support/check-context.ts";

/** What a Design promises is its own affair: those made at random, or for corners, promise little. */
const PROMISES = new Set(["openapi/missing-error", "openapi/unpaged-list"]);

const checks = await openapiChecks();

test.each([
  ["the sample", "3.0", sampleDesign],
  ["the sample", "3.1", sampleDesign],
  ["the corners", "3.0", openapiCornerDesign],
  ["the corners", "3.1", openapiCornerDesign],
] as const)("no engine finds anything in %s, %s", async (_, version, make) => {
  const design = make();
  const { artifacts, diagnostics } = openapiPackage(design, version);
  expect(diagnostics).toEqual([]);
  expect(await findAll(artifacts, design)).toEqual([]);
});

test.each(["3.0", "3.1"] as const)(
  "no engine finds anything in random designs, %s",
  async (version) => {
    await fc.assert(
      fc.asyncProperty(arbitraryDesign({ maximumContexts: 2 }), async (design) => {
        const { artifacts, diagnostics } = openapiPackage(design, version);
        expect(diagnostics).toEqual([]);
        expect(await findAll(artifacts, design)).toEqual([]);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  },
  120_000,
);

async function findAll(
  artifacts: readonly Artifact[],
  design: Design,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  const context = { ...checkContext(), design };
  for (const check of checks) found.push(...(await check.check(artifacts, context)));
  return found.filter(({ code }) => !PROMISES.has(code));
}
