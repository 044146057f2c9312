import fc from "fast-check";
import { expect, test } from "vitest";
import type { Artifact } from "../../../src/artifacts/artifact.ts";
import { subjectAt } from "../../../src/artifacts/subject-at.ts";
import { visibleText } from "../../../src/artifacts/mermaid/safe-label.ts";
import { mermaidDiagramCheck } from "../../../src/checks/artifacts/mermaid-diagram.ts";
import { mermaidSyntaxCheck } from "../../../src/checks/artifacts/mermaid-syntax.ts";
import { indexDesign } from "../../../src/design/design-index.ts";
import type { Design, Entity } from "../../../src/design/design.ts";
import { mermaidEmitter } from "../../../src/emitters/mermaid/emitter.ts";
import { createMemoryHost } from "../../../src/host/memory.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { sampleDesign } from "../../support/sample-design.ts";
import { emitOptions } from "../../support/emit-options.ts";

test("the sample design has every kind of picture", () => {
  expect(emit(sampleDesign()).map(({ path }) => path)).toEqual([
    "diagrams/context.mmd",
    "diagrams/containers.mmd",
    "diagrams/deployment.mmd",
    "diagrams/caching.mmd",
    "diagrams/events.mmd",
    "diagrams/flow-borrow-a-copy.mmd",
    "diagrams/flow-search-the-catalogue.mmd",
    "diagrams/auth-member-token.mmd",
    "diagrams/auth-partner-key.mmd",
    "diagrams/erd-catalogue.mmd",
    "diagrams/lifecycle-catalogue-copy.mmd",
    "diagrams/erd-lending.mmd",
    "diagrams/lifecycle-lending-loan.mmd",
  ]);
});

test("a line is about the element that it draws", () => {
  const artifact = emit(sampleDesign()).find(({ path }) => path === "diagrams/erd-catalogue.mmd");
  if (artifact === undefined) throw new Error("no diagram");
  const line = artifact.text.split("\n").findIndex((text) => text.includes("barcode")) + 1;
  expect(subjectAt(artifact, { line })).toBe("catalogue/entity/copy/field/barcode");
});

test("the diagrams of any design parse, keep the limits and name what they show", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDesign(), async (design) => {
      const artifacts = emit(design);
      const context = { design, host: createMemoryHost() };
      expect(await mermaidSyntaxCheck.check(artifacts, context)).toEqual([]);
      expect(await mermaidDiagramCheck.check(artifacts, context)).toEqual([]);
      expectSubjects(design, artifacts);
      expectLabels(design, artifacts);
      for (const artifact of artifacts) expectNoDuplicateLines(artifact);
      expect(emit(design)).toEqual(artifacts);
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 180_000);

test("a context with many entities has a map and parts of at most 15 tables and 8 columns", async () => {
  const design = withEntities(sampleDesign(), 44);
  const artifacts = emit(design).filter(({ path }) => path.startsWith("diagrams/erd-catalogue"));
  expect(artifacts.length).toBeGreaterThan(3);
  for (const { path, text } of artifacts) {
    const tables = text.match(/^ {2}e_\w+\["/gm)?.length ?? 0;
    if (path !== "diagrams/erd-catalogue.mmd") expect(tables).toBeLessThanOrEqual(15);
    for (const block of text.split("] {").slice(1)) {
      expect(block.slice(0, block.indexOf("  }")).trim().split("\n").length).toBeLessThanOrEqual(8);
    }
  }
  const drawn = new Set(
    artifacts.flatMap(({ text }) => [...text.matchAll(/^ {2}(e_\w+)\["/gm)].map(([, id]) => id)),
  );
  expect(drawn.size).toBe(design.contexts[0]?.entities.length);
  expect(await mermaidSyntaxCheck.check(artifacts, { design, host: createMemoryHost() })).toEqual(
    [],
  );
});

test("a system of many services is an overview and one picture per context", () => {
  const design = manyServices(sampleDesign(), 14);
  const artifacts = emit(design).filter(({ path }) => path.startsWith("diagrams/containers"));
  expect(artifacts.length).toBe(15);
  for (const { path, text } of artifacts) {
    const nodes = text.match(/:::\w+$/gm)?.length ?? 0;
    expect(nodes, path).toBeLessThanOrEqual(20);
    expect(nodes, path).toBeGreaterThan(1);
    expect(text.match(/-->|-\.->/g)?.length ?? 0, path).toBeLessThanOrEqual(40);
  }
});

test("a long flow is cut into parts and no message is lost", () => {
  const design = sampleDesign();
  const [flow] = design.system.flows;
  const [step] = flow?.steps ?? [];
  if (flow === undefined || step === undefined) throw new Error("no flow");
  const steps = Array.from({ length: 60 }, (_, index) => ({
    ...step,
    id: `step-${index}`,
    name: `Message ${index}`,
  }));
  const artifacts = emit({ ...design, system: { ...design.system, flows: [{ ...flow, steps }] } });
  const parts = artifacts.filter(({ path }) => path.startsWith("diagrams/flow-"));
  expect(parts).toHaveLength(3);
  const text = parts.map((part) => part.text).join("\n");
  for (const { name } of steps) expect(text).toContain(`: ${name}<br/>`);
  for (const part of parts) expect(part.text.match(/->>|-\)/g)?.length).toBeLessThanOrEqual(25);
});

test("nothing to draw gives no diagram", () => {
  const { system } = sampleDesign();
  const bare = {
    ...system,
    actors: [],
    deployables: [],
    stores: [],
    flows: [],
    events: [],
    deployment: { ...system.deployment, nodes: [], links: [] },
  };
  expect(emit({ system: bare, contexts: [] })).toEqual([]);
});

function emit(design: Design): readonly Artifact[] {
  return mermaidEmitter.emit(design, emitOptions()).artifacts;
}

function expectSubjects(design: Design, artifacts: readonly Artifact[]): void {
  const { elements } = indexDesign(design);
  for (const { origins } of artifacts) {
    for (const { subject } of origins) {
      if (subject !== "package") expect(elements.has(subject), subject).toBe(true);
    }
  }
}

/** Every deployable, entity and actor stands in some picture under its own name. */
function expectLabels(design: Design, artifacts: readonly Artifact[]): void {
  const all = flattened(artifacts.map(({ text }) => text).join("\n"));
  const names = [
    ...design.system.actors.slice(0, 18),
    ...design.system.deployables,
    ...design.contexts.flatMap(({ entities }) => entities),
  ];
  for (const { name } of names) {
    const wanted = visibleText(name).replace(/\s/gu, "");
    if (Array.from(wanted).length <= 60) expect(all).toContain(wanted);
  }
}

function flattened(text: string): string {
  return text
    .replaceAll("<br/>", "")
    .replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/\s/gu, "");
}

function expectNoDuplicateLines({ path, text }: Artifact): void {
  const edges = text
    .split("\n")
    .filter((line) => /-->|-\.->/.test(line) && path.includes("containers"));
  const pairs = edges.map((line) => line.trim().replace(/\|"[^"]*"\|/, ""));
  expect(new Set(pairs).size, path).toBe(pairs.length);
}

function withEntities(design: Design, count: number): Design {
  const [first, ...others] = design.contexts;
  const [entity] = first?.entities ?? [];
  const [field] = entity?.fields ?? [];
  if (first === undefined || entity === undefined || field === undefined)
    throw new Error("no entity");
  const added = Array.from({ length: count }, (_, index): Entity => ({
    ...entity,
    id: `extra-${index}`,
    name: `Extra ${index}`,
    fields: [
      field,
      ...Array.from({ length: 12 }, (__, column) => ({
        ...field,
        id: `column-${column}`,
        name: `Column ${column}`,
      })),
    ],
    primaryKey: [field.id],
    uniqueKeys: [],
    indexes: [],
    relations:
      index === 0
        ? []
        : [
            {
              id: "parent",
              name: "Parent",
              field: "column-0",
              to: `extra-${Math.floor(index / 3)}`,
              cardinality: "many-to-one",
              onDelete: "restrict",
            },
          ],
  }));
  return {
    ...design,
    contexts: [{ ...first, entities: [...first.entities, ...added] }, ...others],
  };
}

function manyServices(design: Design, count: number): Design {
  const { system } = design;
  const [context] = system.contexts;
  const [deployable] = system.deployables;
  const store = system.stores.find(({ kind }) => kind === "relational");
  if (context === undefined || deployable === undefined || store === undefined)
    throw new Error("sample");
  const ids = Array.from({ length: count }, (_, index) => `area-${index}`);
  return {
    contexts: [],
    system: {
      ...system,
      flows: [],
      events: [],
      governance: { ...system.governance, pipelines: [] },
      contexts: ids.map((id) => ({ ...context, id, name: id })),
      stores: ids.map((id) => ({
        ...store,
        id: `${id}-db`,
        name: `${id} database`,
        contexts: [id],
      })),
      deployables: ids.map((id, index) => ({
        ...deployable,
        id: `${id}-service`,
        name: `${id} service`,
        contexts: [id],
        dependencies: [1, 3, 5].map((offset) => ({
          on: `area-${(index + offset) % count}-service`,
          mode: "sync" as const,
          purpose: "Ask",
          degradable: true,
          reason: "Answers with less",
        })),
      })),
      deployment: { ...system.deployment, nodes: [], links: [] },
    },
  };
}
