import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unitName, unitsOf } from "../../../src/design/units.ts";
import type { Design } from "../../../src/design/design.ts";
import type { RequirementsReading } from "../../../src/requirements/requirements-reading.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { readingOf } from "../../support/reading-of.ts";
import { renameDesign } from "../../support/rename-design.ts";
import { sampleDesign } from "../../support/sample-design.ts";
import { draftAll, draftOne, faultsOf, readFileAsRequirements } from "./draft-all.ts";

const MARKETPLACE = "examples/marketplace/requirements.md";

function renamed(design: Design): Design {
  let number = 0;
  return renameDesign(design, () => `renamed-${++number}`);
}

async function replaceEach(design: Design, reading: RequirementsReading): Promise<void> {
  for (const unit of unitsOf(design.system.contexts)) {
    const replaced = await draftOne(unit, reading, design);
    expect(faultsOf(replaced), unitName(unit)).toEqual([]);
  }
}

describe("replacing one unit of a Design by the rules' version", () => {
  it("leaves no dangling reference in its own design, renamed", async () => {
    const reading = await readFileAsRequirements(MARKETPLACE);
    await replaceEach(renamed(await draftAll(reading)), reading);
  }, 60_000);

  it("leaves no dangling reference in its own design as it is, and changes nothing", async () => {
    const reading = await readFileAsRequirements(MARKETPLACE);
    const design = await draftAll(reading);
    for (const unit of unitsOf(design.system.contexts)) {
      const replaced = await draftOne(unit, reading, design);
      expect(faultsOf(replaced), unitName(unit)).toEqual([]);
      if (unit.kind === "data" || unit.kind === "api")
        expect(replaced.contexts, unitName(unit)).toEqual(design.contexts);
    }
  }, 60_000);

  it("leaves no dangling reference in a hand-written design, renamed, with a foreign reading", async () => {
    const foreign = await readFileAsRequirements(MARKETPLACE);
    await replaceEach(renamed(sampleDesign()), foreign);
    await replaceEach(sampleDesign(), readingOf(sampleDesign()));
  }, 60_000);

  it("leaves no dangling reference in random designs", async () => {
    const foreign = await readFileAsRequirements(MARKETPLACE);
    await fc.assert(
      fc.asyncProperty(
        arbitraryDesign({ maximumContexts: 3, maximumEntities: 3 }),
        fc.boolean(),
        async (design, isForeign) => {
          await replaceEach(renamed(design), isForeign ? foreign : readingOf(design));
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);
});
