import fc from "fast-check";
import { expect, test } from "vitest";
import type { Artifact } from "../../../src/artifacts/artifact.ts";
import { openapiContradictingBoundsCheck } from "../../../src/checks/artifacts/openapi-contradicting-bounds.ts";
import { openapiExternalReferenceCheck } from "../../../src/checks/artifacts/openapi-external-reference.ts";
import { openapiInvalidExampleCheck } from "../../../src/checks/artifacts/openapi-invalid-example.ts";
import { openapiInvalidMediaTypeCheck } from "../../../src/checks/artifacts/openapi-invalid-media-type.ts";
import { openapiInvalidStructureCheck } from "../../../src/checks/artifacts/openapi-invalid-structure.ts";
import { openapiRedoclyCheck } from "../../../src/checks/artifacts/openapi-redocly.ts";
import { openapiSpectralCheck } from "../../../src/checks/artifacts/openapi-spectral.ts";
import { openapiUndefinedDiscriminatorCheck } from "../../../src/checks/artifacts/openapi-undefined-discriminator.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { openapiCornerDesign } from "../../support/openapi-corner-design.ts";
import { openapiPackage } from "../../support/openapi-package.ts";
import { sampleDesign } from "../../support/sample-design.ts";
import { checkContext } from "../../support/check-context.ts";

const checks = [
  openapiExternalReferenceCheck,
  openapiContradictingBoundsCheck,
  openapiInvalidMediaTypeCheck,
  openapiUndefinedDiscriminatorCheck,
  openapiInvalidExampleCheck,
  openapiInvalidStructureCheck,
  openapiRedoclyCheck,
  openapiSpectralCheck,
];

test.each([
  ["the sample", "3.0", sampleDesign],
  ["the sample", "3.1", sampleDesign],
  ["the corners", "3.0", openapiCornerDesign],
  ["the corners", "3.1", openapiCornerDesign],
] as const)("no engine finds anything in %s, %s", async (_, version, make) => {
  const { artifacts, diagnostics } = openapiPackage(make(), version);
  expect(diagnostics).toEqual([]);
  expect(await findAll(artifacts)).toEqual([]);
});

test.each(["3.0", "3.1"] as const)(
  "no engine finds anything in random designs, %s",
  async (version) => {
    await fc.assert(
      fc.asyncProperty(arbitraryDesign({ maximumContexts: 2 }), async (design) => {
        const { artifacts, diagnostics } = openapiPackage(design, version);
        expect(diagnostics).toEqual([]);
        expect(await findAll(artifacts)).toEqual([]);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  },
  120_000,
);

async function findAll(artifacts: readonly Artifact[]): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const check of checks) found.push(...(await check.check(artifacts, checkContext())));
  return found;
}
