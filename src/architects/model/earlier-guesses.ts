import type { Design } from "../../design/design.ts";
import { unitName, unitsOf } from "../../design/units.ts";
import type { Unit } from "../../design/units.ts";

/** What the units before this one assumed or left open, in the words of the answers. */
export function earlierGuesses({ system }: Design, unit: Unit): readonly unknown[] {
  const order = unitsOf(system.contexts).map(unitName);
  const earlier = new Set(order.slice(0, order.indexOf(unitName(unit))));
  const guesses = [
    ...system.openQuestions.map(({ meanwhile, ...guess }) => ({
      kind: "question",
      ...guess,
      reason: meanwhile,
    })),
    ...system.assumptions.map((guess) => ({ kind: "assumption", ...guess })),
  ];
  return guesses
    .filter((guess) => earlier.has(guess.unit))
    .map(({ unit: by, kind, text, reason, requirement }) => ({
      by,
      kind,
      text,
      reason,
      requirement,
    }));
}
