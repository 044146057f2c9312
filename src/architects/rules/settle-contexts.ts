import type { Design } from "../../design/design.ts";
import { toKebab, toTitle } from "../../util/naming.ts";
import type { ContextPlan, DomainModel } from "./domain-model.ts";

/**
 * The plan with the contexts whose documents are already drafted: their boundaries stand, so the
 * plan's contexts take their ids, and what only the documents know gets a place.
 */
export function settleContexts(domain: DomainModel, accepted: Design): DomainModel {
  const drafted = accepted.contexts.filter(
    ({ entities, operations, schemas }) => entities.length + operations.length + schemas.length > 0,
  );
  const [first] = drafted;
  if (first === undefined) return domain;
  const homes = new Map<string, string>();
  const contexts = drafted.map(({ context, entities }): ContextPlan => {
    const names = new Set(entities.flatMap(({ id, name }) => [id, toKebab(name)]));
    const [best] = domain.contexts
      .filter(({ id }) => !homes.has(id))
      .map((plan) => ({
        plan,
        shared:
          domain.entities.filter((entity) => entity.context === plan.id && names.has(entity.id))
            .length + (plan.id === context ? 1 : 0),
      }))
      .filter(({ shared }) => shared > 0)
      .toSorted((a, b) => b.shared - a.shared);
    if (best !== undefined) {
      homes.set(best.plan.id, context);
      return { ...best.plan, id: context };
    }
    const held = entities.slice(0, 5).map(({ name }) => name.toLowerCase());
    return {
      id: context,
      name: toTitle(context),
      purpose:
        held.length === 0
          ? "Answers the operations that are drafted for it."
          : `Owns ${held.join(", ")}.`,
      classification: "supporting",
      requirements: [],
    };
  });
  const homeOf = (id: string): string => homes.get(id) ?? first.context;
  return {
    ...domain,
    contexts,
    entities: domain.entities.map((entity) => ({ ...entity, context: homeOf(entity.context) })),
    events: domain.events.map((event) => ({
      ...event,
      consumers: [...new Set(event.consumers.map(homeOf))],
    })),
    needs: domain.needs.map((need) => ({
      ...need,
      contexts: [...new Set(need.contexts.map(homeOf))],
    })),
  };
}
