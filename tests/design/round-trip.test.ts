import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../src/design/canonical-json.ts";
import { designDocuments } from "../../src/design/design-documents.ts";
import type { Design } from "../../src/design/design.ts";
import { loadDesign } from "../../src/design/load-design.ts";
import { systemSchema } from "../../src/design/schema/system.ts";
import { arbitraryDesign } from "../support/arbitrary-design.ts";
import { sampleDesign } from "../support/sample-design.ts";

function stored(design: Design): ReadonlyMap<string, string> {
  return new Map(designDocuments(design).map(({ path, text }) => [path, text]));
}

/** The Design without the `$schema` that storing adds. */
function plain({ system, contexts }: Design): Design {
  const { $schema: _system, ...rest } = system;
  return { system: rest, contexts: contexts.map(({ $schema: _context, ...context }) => context) };
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

test("any Design is the same after it was stored and loaded, and so are its bytes", () => {
  fc.assert(
    fc.property(arbitraryDesign(), (design) => {
      const documents = stored(design);
      const loaded = loadDesign(documents);
      expect(loaded.diagnostics).toEqual([]);
      if (loaded.value === undefined) throw new Error("not loaded");
      expect(plain(loaded.value)).toEqual(plain(design));
      expect(stored(loaded.value)).toEqual(documents);
    }),
    { numRuns: 30 },
  );
});

test("the order of keys in memory does not show in the text", () => {
  fc.assert(
    fc.property(arbitraryDesign({ maximumContexts: 1, maximumEntities: 2 }), ({ system }) => {
      expect(canonicalJson(systemSchema, reversed(system))).toBe(
        canonicalJson(systemSchema, system),
      );
    }),
    { numRuns: 30 },
  );
});

const damages: readonly {
  readonly name: string;
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly code: string;
  readonly subject: string;
}[] = [
  {
    name: "a value outside its enum",
    path: "design/system.json",
    from: '"kind": "worker"',
    to: '"kind": "daemon"',
    code: "design/invalid-value",
    subject: "system/deployable/notification-worker",
  },
  {
    name: "a misspelt property of a field",
    path: "design/contexts/lending.json",
    from: '"precision": 6',
    to: '"precison": 6',
    code: "design/invalid-value",
    subject: "lending/entity/loan/field/fine",
  },
  {
    name: "an id that would climb out of the folder",
    path: "design/contexts/catalogue.json",
    from: '"id": "list-copies"',
    to: '"id": "../../etc/passwd"',
    code: "design/invalid-value",
    subject: "catalogue/operation/../../etc/passwd",
  },
  {
    name: "a missing bracket",
    path: "design/contexts/lending.json",
    from: '"entities": [',
    to: '"entities": [[',
    code: "design/not-json",
    subject: "lending",
  },
  {
    name: "a context that is called otherwise than its file",
    path: "design/contexts/lending.json",
    from: '"context": "lending"',
    to: '"context": "catalogue"',
    code: "design/invalid-value",
    subject: "lending",
  },
];

test.each(damages)("$name is reported with file, line and subject", (damage) => {
  const documents = new Map(stored(sampleDesign()));
  const text = documents.get(damage.path) ?? "";
  expect(text).toContain(damage.from);
  documents.set(damage.path, text.replace(damage.from, damage.to));
  const { value, diagnostics } = loadDesign(documents);
  expect(value).toBeUndefined();
  const [found] = diagnostics;
  expect(found?.code).toBe(damage.code);
  expect(found?.subject).toBe(damage.subject);
  expect(found?.artifact?.path).toBe(damage.path);
  const locator = found?.artifact?.locator;
  if (damage.code !== "design/invalid-value" || damage.name.startsWith("a context")) return;
  // The line that is named is the damaged one, or the first of the object that holds it.
  const line = text.slice(0, text.indexOf(damage.from)).split("\n").length;
  expect(locator !== undefined && "line" in locator ? locator.line : 0).toBeGreaterThan(line - 12);
  expect(locator !== undefined && "line" in locator ? locator.line : 0).toBeLessThanOrEqual(line);
});

test("a missing context and a stray one are both named", () => {
  const documents = new Map(stored(sampleDesign()));
  documents.set("design/contexts/other.json", documents.get("design/contexts/lending.json") ?? "");
  documents.delete("design/contexts/lending.json");
  const { diagnostics } = loadDesign(documents);
  expect(diagnostics.map(({ code, artifact }) => [code, artifact?.path])).toEqual([
    ["design/missing-document", "design/contexts/lending.json"],
    ["design/stray-document", "design/contexts/other.json"],
  ]);
});
