import { expect, test } from "vitest";
import { z } from "zod";
import { contextDesignSchema } from "../../src/design/schema/context-design.ts";
import type { ElementKind } from "../../src/design/schema/element-kind.ts";
import { entity } from "../../src/design/schema/entity.ts";
import { elementKinds, referenceRules } from "../../src/design/schema/identity.ts";
import { systemSchema } from "../../src/design/schema/system.ts";
import { unitDeclarations } from "../../src/design/units.ts";

/** A kind, or a reference to one, with the position of the unit whose section holds it. */
interface Found {
  readonly kinds: readonly ElementKind[];
  readonly unit: number;
  readonly path: string;
}

/** What no unit owns: every unit may add its own. */
const SHARED = ["assumptions", "openQuestions"];

function collect(): { readonly elements: readonly Found[]; readonly references: readonly Found[] } {
  const elements: Found[] = [];
  const references: Found[] = [];
  function walk(schema: z.core.$ZodType, unit: number, path: string): void {
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
      walk(schema.unwrap(), unit, path);
    } else if (schema instanceof z.ZodDefault) {
      walk(schema.unwrap(), unit, path);
    } else if (schema instanceof z.ZodArray) {
      walk(schema.element, unit, `${path}[]`);
    } else if (schema instanceof z.ZodUnion) {
      for (const option of schema.options) walk(option, unit, path);
    } else if (schema instanceof z.ZodObject) {
      const kind = elementKinds.get(schema)?.kind;
      if (kind !== undefined) elements.push({ kinds: [kind], unit, path });
      for (const [key, property] of Object.entries(schema.shape)) {
        walk(property, unit, `${path}.${key}`);
      }
    } else {
      const rule = referenceRules.get(schema);
      if (rule !== undefined) references.push({ kinds: rule.targets, unit, path });
    }
  }
  const documents: readonly (readonly [string, z.ZodObject])[] = [
    ["system", systemSchema],
    ["context", contextDesignSchema],
  ];
  for (const [document, schema] of documents) {
    for (const [section, property] of Object.entries(schema.shape)) {
      const unit = unitDeclarations.findIndex(({ systemSections, contextSections }) =>
        ([...systemSections, ...contextSections] as string[]).includes(section),
      );
      if (unit >= 0) walk(property, unit, `${document}.${section}`);
    }
  }
  return { elements, references };
}

test("every section of the documents belongs to exactly one unit", () => {
  const owned = unitDeclarations.flatMap((unit): readonly string[] => [
    ...unit.systemSections,
    ...unit.contextSections,
  ]);
  expect(new Set(owned).size).toBe(owned.length);
  const sections = [...Object.keys(systemSchema.shape), ...Object.keys(contextDesignSchema.shape)];
  const free = ["$schema", "designVersion", "context", ...SHARED];
  expect([...new Set(sections)].filter((section) => !free.includes(section)).sort()).toEqual(
    [...owned].sort(),
  );
});

test("every reference names an element of the same unit or an earlier one", () => {
  const { elements, references } = collect();
  expect(references.length).toBeGreaterThan(50);
  const owner = new Map(elements.map(({ kinds: [kind], unit }) => [kind, unit]));
  const later = references.flatMap(({ kinds, unit, path }) =>
    kinds
      .filter((kind) => (owner.get(kind) ?? Number.POSITIVE_INFINITY) > unit)
      .map((kind) => `${path} → ${kind}`),
  );
  expect(later).toEqual([]);
});

test("every kind of element is declared by the unit whose section holds it", () => {
  const { elements } = collect();
  for (const { kinds, unit, path } of elements) {
    const isTopLevel = /^\w+\.\w+(?:\.\w+)?\[\]$/.test(path);
    if (isTopLevel) expect(unitDeclarations[unit]?.elements, path).toContain(kinds[0]);
  }
});

test("a relation cannot leave its context: its target is a local id", () => {
  const relation = entity.shape.relations.unwrap().element;
  expect(referenceRules.get(relation.shape.to)).toEqual({ targets: ["entity"], form: "local" });
});
