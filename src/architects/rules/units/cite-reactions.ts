import type { Design, DesignRequirement, System } from "../../../design/design.ts";
import { entitiesOf } from "../../../design/entities-of.ts";
import { unsatisfied } from "./unsatisfied.ts";

type Behaviour = Pick<System, "events" | "flows" | "consistency">;

/**
 * Statements about what happens when something else happens ("the stock must be reserved when an
 * order is placed") are cited by the event, flow or decision that they are about; one that fits
 * none stays uncited, so that it becomes an open question.
 */
export function citeReactions(behaviour: Behaviour, design: Design): Behaviour {
  const own = new Set(
    [...behaviour.events, ...behaviour.flows, ...behaviour.consistency].flatMap(
      ({ requirements }) => requirements,
    ),
  );
  const left = unsatisfied(design).filter(({ id, kind }) => kind === "functional" && !own.has(id));
  return left.reduce((current, requirement) => cite(current, requirement, design), behaviour);
}

function cite(behaviour: Behaviour, requirement: DesignRequirement, design: Design): Behaviour {
  const words = stems(requirement.text);
  const mentioned = entitiesOf(design).filter(({ entity }) =>
    stems(entity.name).every((stem) => words.includes(stem)),
  );
  if (mentioned.length === 0) return behaviour;
  const keys = new Set(mentioned.map(({ key }) => key));
  const contexts = new Set(mentioned.map(({ context }) => context.context));

  const events = behaviour.events.map((event) => {
    const state = stems(event.name).at(-1) ?? "";
    const isMeant = event.entity !== undefined && keys.has(event.entity) && words.includes(state);
    return isMeant ? withRequirement(event, requirement.id) : event;
  });
  const flows = behaviour.flows.map((flow) => {
    const [verb = ""] = stems(flow.name);
    const operation = flow.steps.find((step) => step.operation !== undefined)?.operation;
    const isMeant =
      operation !== undefined &&
      contexts.has(operation.split("/")[0] ?? "") &&
      words.includes(verb) &&
      stems(flow.name)
        .slice(1)
        .some((stem) => words.includes(stem));
    return isMeant ? withRequirement(flow, requirement.id) : flow;
  });
  const meant = new Set(
    flows.filter(({ requirements }) => requirements.includes(requirement.id)).map(({ id }) => id),
  );
  const consistency = behaviour.consistency.map((decision) =>
    meant.has(decision.id.replace(/^saga-/, ""))
      ? withRequirement(decision, requirement.id)
      : decision,
  );
  return { events, flows, consistency };
}

function withRequirement<T extends { readonly requirements: readonly string[] }>(
  element: T,
  id: string,
): T {
  return { ...element, requirements: [...new Set([...element.requirements, id])] };
}

/** Words without their endings, so that "place", "placed" and "places" are one. */
function stems(text: string): readonly string[] {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) =>
    word.length < 4
      ? word
      : word.replace(/(?:ies|y)$/, "i").replace(/(?:led|ling|ed|ing|es|e|s)$/, ""),
  );
}
