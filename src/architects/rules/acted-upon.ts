import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { coreOf } from "./core-of.ts";
import { CONTAINER, demandOf, inScope, isRule, speaksOf } from "./demand-text.ts";
import { shapeOfVerb } from "./shape-of-verb.ts";

/** Whether somebody does something to it that a backend has to remember. */
export function isActedUpon(name: string, reading: RequirementsReading): boolean {
  const holds = inScope(reading).some((requirement) => {
    const words = CONTAINER.exec(demandOf(requirement, reading))?.[1];
    return requirement.kind === "functional" && words !== undefined && speaksOf(words, name);
  });
  // What is only spent or earned is a measure of something else: gold, points.
  return (
    holds ||
    actionsOn(name, reading).some(
      (verb) => shapeOfVerb(verb) !== undefined && !/^(?:spend|cost|earn|pay)$/.test(verb),
    )
  );
}

/** Whether somebody makes, changes or deletes it. */
export function isWritten(name: string, reading: RequirementsReading): boolean {
  return actionsOn(name, reading).some((verb) => {
    const shape = shapeOfVerb(verb);
    return shape === "create" || shape === "update" || shape === "delete" || shape === "command";
  });
}

function actionsOn(name: string, reading: RequirementsReading): readonly string[] {
  const demands = new Map(
    inScope(reading)
      .filter(({ kind, text }) => kind === "functional" && !isRule(text))
      .map((requirement) => [requirement.id, demandOf(requirement, reading)]),
  );
  const named = new Set(reading.entities.map((entity) => entity.name));
  return reading.stories.flatMap(({ requirementId, actions: own, joined = [] }) => {
    const actions = [...own, ...joined];
    const demand = demands.get(requirementId);
    if (demand === undefined) return [];
    return actions
      .filter(
        ({ object }) =>
          object !== undefined &&
          (coreOf(object) === coreOf(name) ||
            (coreOf(object).endsWith(` ${coreOf(name)}`) && !named.has(object))) &&
          speaksOf(demand, object),
      )
      .map(({ verb }) => verb);
  });
}
