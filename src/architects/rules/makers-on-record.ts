import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { inScope, isRule } from "./demand-text.ts";
import { isStaff, servesSomebody } from "./is-staff.ts";
import { pluralize } from "./plural.ts";
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
  const counted = [...people].filter((name) => isCounted(name, reading));
  return new Set([
    ...counted,
    ...reading.stories.flatMap(({ requirementId, actors, actions }) => {
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
  ]);
}

/** "12,000 crew members": of whom there are so many, there is a list. */
function isCounted(name: string, reading: RequirementsReading): boolean {
  const said = new RegExp(
    `\\d\\s+(?:(?:thousand|million|registered|active)\\s+)?${RegExp.escape(pluralize(name))}\\b(?! (?:at|in|on) )`,
    "i",
  );
  const actor = reading.actors.find((other) => other.name === name);
  return (
    (actor?.requirementIds.length ?? 0) > 1 &&
    !/^(?:user|employee|visitor|admin|person|people)$/.test(name) &&
    inScope(reading).some(({ text }) => said.test(text))
  );
}
