import fc from "fast-check";
import { expect, test } from "vitest";
import { designChecks } from "../../../src/checks/registry.generated.ts";
import { indexDesign } from "../../../src/design/design-index.ts";
import type { Design } from "../../../src/design/design.ts";
import { emptyDesign } from "../../../src/design/empty-design.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { editDesign } from "../../support/edit-design.ts";
import { renameDesign } from "../../support/rename-design.ts";
import { sampleDesign } from "../../support/sample-design.ts";

function findings(design: Design): readonly string[] {
  const index = indexDesign(design);
  return designChecks.flatMap((one) =>
    one.check(design, index).map(({ code, subject, message }) => `${code} ${subject}: ${message}`),
  );
}

test("the sample keeps every rule, whatever its elements are called", () => {
  let count = 0;
  expect(findings(sampleDesign())).toEqual([]);
  expect(findings(renameDesign(sampleDesign(), () => `new-${count++}x`))).toEqual([]);
});

test("every random Design keeps every rule", () => {
  fc.assert(
    fc.property(arbitraryDesign(), (design) => {
      expect(findings(design)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("no check throws over a Design whose references dangle everywhere", () => {
  const arbitrary = fc.tuple(arbitraryDesign({ maximumContexts: 2, maximumEntities: 3 }), fc.nat());
  fc.assert(
    fc.property(arbitrary, ([design, seed]) => {
      const broken = withoutElements(design, seed);
      const index = indexDesign(broken);
      for (const one of designChecks) {
        for (const { message, fix } of one.check(broken, index)) {
          expect(`${message} ${fix}`).not.toMatch(/undefined|\[object|NaN/);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test("an empty Design has no finding about what is not drafted yet", () => {
  const design = emptyDesign();
  const index = indexDesign(design);
  const early = designChecks.filter(({ after }) => after.length === 0);
  expect(early.flatMap((one) => one.check(design, index))).toEqual([]);
});

test("each check is done with 1,000 operations and 1,000 entities", () => {
  const design = editDesign((draft) => {
    for (const context of draft.contexts) {
      for (const list of [context.operations, context.entities, context.schemas]) {
        grow(list);
      }
      for (const operation of context.operations) {
        if (operation.http) operation.http.path = `/${operation.id}${operation.http.path}`;
      }
    }
  });
  const index = indexDesign(design);
  expect(design.contexts.flatMap(({ operations }) => operations).length).toBeGreaterThanOrEqual(
    1_000,
  );
  expect(
    new Set(designChecks.flatMap((one) => one.check(design, index)).map(({ code }) => code)),
  ).toEqual(new Set());
});

test("a reference that dangles a thousand times is reported a thousand times", () => {
  const design = editDesign((draft) => {
    for (const context of draft.contexts) {
      grow(context.operations);
      for (const operation of context.operations) operation.errors = ["no-such-error"];
    }
  });
  const index = indexDesign(design);
  const found = designChecks.flatMap((one) => one.check(design, index));
  expect(found.length).toBeGreaterThanOrEqual(1_000);
});

/** Copies of each item under new ids and names, until there are 500 of them. */
function grow(items: { id: string; name: string }[]): void {
  const originals = structuredClone(items);
  for (let round = 0; items.length < 500; round++) {
    for (const item of structuredClone(originals)) {
      items.push({ ...item, id: `${item.id}-${round}`, name: `${item.name} copy ${round}th` });
    }
  }
}

/** Every third element of every list is gone, so that whatever named it dangles. */
function withoutElements(design: Design, seed: number): Design {
  let count = seed;
  function thin(value: unknown): unknown {
    if (Array.isArray(value)) {
      return value.filter((_, index) => index === 0 || count++ % 3 > 0).map(thin);
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, thin(item)]));
  }
  return { system: thin(design.system), contexts: design.contexts.map(thin) } as Design;
}
