import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { inScope, isRule } from "./demand-text.ts";
import { isStaff, servesSomebody } from "./is-staff.ts";
import { shapeOfVerb } from "./shape-of-verb.ts";

/** What is nothing without whoever made it: it is answered, paid or delivered to them. */
const PERSONAL =
  /(?:^|\s)(?:application|request|order|booking|reservation|appeal|claim|complaint|review|subscription|pledge|donation|bid|appointment)$/;

/**
 * The roles that make something which is theirs: where nobody opens an account, they are on record
 * all the same, or an application had no applicant.
 */
export function makersOnRecord(reading: RequirementsReading): ReadonlySet<string> {
  const isEmployed = servesSomebody(reading.actors.map(({ name }) => name));
  const people = new Set(
    reading.actors
      .filter(({ name, kind }) => kind === "person" && !isStaff(name, isEmployed))
      .map(({ name }) => name),
  );
  const live = new Map(inScope(reading).map((requirement) => [requirement.id, requirement]));
  return new Set(
    reading.stories.flatMap(({ requirementId, actors, actions }) => {
      const requirement = live.get(requirementId);
      const [maker, other] = actors;
      if (requirement?.kind !== "functional" || isRule(requirement.text)) return [];
      if (maker === undefined || other !== undefined || !people.has(maker)) return [];
      const makes = actions.some(
        ({ verb, object }) =>
          object !== undefined && shapeOfVerb(verb) === "create" && PERSONAL.test(object),
      );
      return makes && !/^(?:user|employee|admin|person|people)$/.test(maker) ? [maker] : [];
    }),
  );
}
