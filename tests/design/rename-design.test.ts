import fc from "fast-check";
import { expect, test } from "vitest";
import { indexDesign, resolveReference } from "../../src/design/design-index.ts";
import type { Design } from "../../src/design/design.ts";
import { contextDesignSchema } from "../../src/design/schema/context-design.ts";
import { systemSchema } from "../../src/design/schema/system.ts";
import { arbitraryDesign } from "../support/arbitrary-design.ts";
import { renameDesign } from "../support/rename-design.ts";
import { sampleDesign } from "../support/sample-design.ts";

function counted(): (subject: string) => string {
  let count = 0;
  return () => `renamed${String.fromCharCode(97 + (count++ % 26))}-x${count}`;
}

function dangling(design: Design): readonly string[] {
  const index = indexDesign(design);
  return index.references
    .filter((visit) => resolveReference(index, visit) === undefined)
    .map(({ subject, text }) => `${subject} → ${text}`);
}

test("a renamed sample keeps its form, and keeps no id", () => {
  const design = sampleDesign();
  const renamed = renameDesign(design, counted());
  expect(systemSchema.parse(renamed.system)).toEqual(renamed.system);
  for (const context of renamed.contexts) {
    expect(contextDesignSchema.parse(context)).toEqual(context);
  }
  const before = new Set([...indexDesign(design).elements.values()].map(({ id }) => id));
  const after = [...indexDesign(renamed).elements.values()].map(({ id }) => id);
  expect(after.filter((id) => before.has(id))).toEqual([]);
  expect(dangling(renamed)).toEqual([]);
  expect(JSON.stringify(renamed)).not.toContain("http_request_duration_seconds");
  expect(JSON.stringify(renamed)).not.toContain("{bookId}");
  expect(renamed.system.reviews[0]?.findings[0]?.subject).toMatch(/^renamed.*\/entity\/renamed/);
  expect(design).toEqual(sampleDesign());
});

test("no reference dangles in any renamed Design, and as many resolve as before", () => {
  fc.assert(
    fc.property(arbitraryDesign(), (design) => {
      const renamed = renameDesign(design, counted());
      expect(dangling(design)).toEqual([]);
      expect(dangling(renamed)).toEqual([]);
      const [before, after] = [indexDesign(design), indexDesign(renamed)];
      expect(after.elements.size).toBe(before.elements.size);
      expect(after.references.length).toBe(before.references.length);
      expect(after.duplicates).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
