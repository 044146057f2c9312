import { expect, test } from "vitest";
import { eventDiagrams } from "../../../src/artifacts/mermaid/event-diagrams.ts";
import { mermaidSyntaxCheck } from "../../../src/checks/artifacts/mermaid-syntax.ts";
import { mermaidEmitter } from "../../../src/emitters/mermaid/emitter.ts";
import { checkContext } from "../../support/check-context.ts";
import { editDesign } from "../../support/edit-design.ts";
import { emitOptions } from "../../support/emit-options.ts";
import { sampleDesign } from "../../support/sample-design.ts";

test("producers tell topics, topics tell consumers and subscribers", () => {
  const design = sampleDesign();
  const [diagram, ...more] = eventDiagrams(design);
  expect(more).toEqual([]);
  const [event] = design.system.events;
  if (diagram === undefined || event === undefined) throw new Error("the sample has events");
  const arrows = diagram.text.split("\n").filter((line) => line.includes("-.->"));
  const ends = [event.producer, ...event.consumers, ...event.subscribers];
  expect(arrows.length).toBeGreaterThanOrEqual(ends.length);
  for (const id of ends) expect(arrows.join("\n")).toContain(id.replaceAll("-", "_"));
  expect(diagram.origins.map(({ subject }) => subject)).toContain(`system/event/${event.id}`);
});

test("without events there is none", () => {
  expect(eventDiagrams(editDesign(({ system }) => void (system.events = [])))).toEqual([]);
});

test("many topics are drawn for each producer, in parts that can be read", async () => {
  const design = editDesign(({ system }) => {
    const [event] = system.events;
    if (event === undefined) throw new Error("the sample has events");
    const { entity: _, ...free } = event;
    system.events = Array.from({ length: 20 }, (_unused, index) => ({
      ...free,
      id: `event-${index}`,
      name: `Event ${index} "] --> x`,
    }));
  });
  const diagrams = eventDiagrams(design);
  expect(diagrams.length).toBe(3);
  const topics = diagrams.map(
    ({ text }) => text.split("\n").filter((line) => line.endsWith(":::queue")).length,
  );
  expect(topics).toEqual([8, 8, 4]);
  const artifacts = mermaidEmitter.emit(design, emitOptions()).artifacts;
  const own = artifacts.filter(({ path }) => path.startsWith("diagrams/events-"));
  expect(own.length).toBe(3);
  expect(await mermaidSyntaxCheck.check(own, checkContext())).toEqual([]);
});
