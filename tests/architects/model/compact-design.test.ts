import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compactDesign } from "../../../src/architects/model/compact-design.ts";
import { extractJson } from "../../../src/architects/model/extract-json.ts";
import { unitsOf } from "../../../src/design/units.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { sampleDesign } from "../../support/sample-design.ts";

describe("what a model is told of the design", () => {
  it("is JSON within the limit, whatever the limit", () => {
    fc.assert(
      fc.property(arbitraryDesign(), fc.integer({ min: 20_000, max: 200_000 }), (design, limit) => {
        for (const unit of unitsOf(design.system.contexts)) {
          const text = compactDesign(design, unit, limit);
          expect(text.length).toBeLessThanOrEqual(limit);
          expect(text).not.toContain("<");
          JSON.parse(text);
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it("holds the ids that a unit refers to, and nothing of a later unit", () => {
    const design = sampleDesign();
    const [context, other] = design.contexts;
    if (context === undefined || other === undefined) throw new Error("no contexts");
    const unit = { kind: "api", context: context.context } as const;
    const shown = JSON.parse(compactDesign(design, unit, 100_000));
    expect(shown.system.flows).toBeUndefined();
    expect(shown.system.auth.permissions).toHaveLength(design.system.auth.permissions.length);
    const entities = shown.contexts[context.context].entities;
    expect(entities[0].fields[0].type).toBe(context.entities[0]?.fields[0]?.type);
    expect(shown.contexts[other.context].entities[0].id).toBe(other.entities[0]?.id);
    expect(shown.contexts[context.context].operations).toBeUndefined();
    const small = compactDesign(design, unit, 9_000);
    expect(small.length).toBeLessThanOrEqual(9_000);
    for (const { id } of context.entities) expect(small).toContain(`"${id}"`);
  });
});

describe("the JSON in an answer", () => {
  it.each([
    ["alone", '{"a":1}'],
    ["in a fence", 'Here:\n```json\n{"a":1}\n```\nDone.'],
    ["between words", 'Sure! {"a":1} Anything else?'],
  ])("is found %s", (_, text) => {
    expect(extractJson(text)).toEqual({ a: 1 });
  });

  it.each([
    ["a list", "[1]"],
    ["half of it", '{"a":'],
    ["nothing", ""],
    ["null", "null"],
  ])("is not found where there is %s", (_, text) => {
    expect(extractJson(text)).toBeUndefined();
  });
});
