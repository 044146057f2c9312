import { contextDesignSchema } from "../../design/schema/context-design.ts";
import { systemSchema } from "../../design/schema/system.ts";
import type { UnitPart } from "../../design/unit-part.ts";
import type { UnitKind } from "../../design/units.ts";
import { coerceAnswer } from "./coerce-answer.ts";
import type { SystemAndContext } from "./wire/wire-unit.ts";
import { wireUnits } from "./wire/wire-units.ts";

/**
 * The answer that would give this part, as far as the wire form can carry it: a model sees what it
 * may keep in the very form in which it has to answer.
 */
export function fromPart(kind: UnitKind, part: UnitPart): unknown {
  const wire = wireUnits[kind];
  const sections = { ...part.system, ...part.context } as SystemAndContext;
  const answer = wire.fromSections(sections);
  const guesses = [
    ...part.assumptions.map((guess) => ({ ...guess, kind: "assumption" })),
    ...part.openQuestions.map((guess) => ({
      ...guess,
      kind: "question",
      reason: guess.meanwhile,
    })),
  ];
  return coerceAnswer(wire.schema, { ...Object(shorten(answer, 0)), guesses });
}

const SECTIONS = new Set([
  ...Object.keys(systemSchema.shape),
  ...Object.keys(contextDesignSchema.shape),
]);

/** `requirements` of an element is `reqs` in an answer; the section keeps its name. */
function shorten(value: unknown, depth: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shorten(item, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const isSection = depth === 0 && SECTIONS.has(key);
      const name = key === "requirements" && !isSection ? "reqs" : key;
      return [name, shorten(item, depth + 1)];
    }),
  );
}
