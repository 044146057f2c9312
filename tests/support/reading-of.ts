import type { Design } from "../../src/design/design.ts";
import type { RequirementsReading } from "../../src/requirements/requirements-reading.ts";

/** The reading that a document with these requirements would give. */
export function readingOf({ system }: Design): RequirementsReading {
  return {
    title: system.title,
    summary: system.summary,
    requirements: system.requirements.map(({ id, kind, name, text, priority, scope }, index) => ({
      id,
      kind,
      name,
      text,
      priority,
      source: { path: "requirements.md", line: index + 3, endLine: index + 3 },
      headings: ["Requirements"],
      outOfScope: scope === "out",
    })),
    stories: [],
    glossary: [],
    entities: [],
    actors: [],
    quantities: [],
    language: "en",
  };
}
