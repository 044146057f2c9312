import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import type { Pattern } from "./pattern.ts";
import { patterns } from "./patterns.generated.ts";
import { starEntities } from "./star-entities.ts";

/** The patterns in the order of their priority, with the star schema that the text spells out. */
export function patternsFor(reading: RequirementsReading): readonly Pattern[] {
  const stars = starEntities(reading);
  return patterns
    .toSorted((a, b) => a.priority - b.priority)
    .map((pattern) =>
      pattern.holdsStarSchema === true && stars.length > 0
        ? { ...pattern, entities: [...pattern.entities, ...stars] }
        : pattern,
    );
}
