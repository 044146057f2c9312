import type { Context, ContextDesign, Design, Entity } from "../../design/design.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { toKebab } from "../../util/naming.ts";
import { composeDomain } from "./compose-domain.ts";
import type { ContextPlan, DomainModel, EntityPlan } from "./domain-model.ts";
import { speaksOf } from "./demand-text.ts";

/** How what the rules plan is called in what is already accepted. */
export interface AcceptedLinks {
  readonly reading: RequirementsReading;
  readonly domain: DomainModel;
  /** Ids of the accepted requirements that these ids of the reading mean; unknown ones are left out. */
  readonly cite: (ids: readonly string[]) => readonly string[];
  /** Id of the accepted context where an entity of the plan belongs. */
  readonly homeOf: (entity: EntityPlan) => string | undefined;
  /** The accepted entity that an entity of the plan means, in the context's document. */
  readonly entityIn: (context: ContextDesign, entity: EntityPlan) => Entity | undefined;
}

export function linkAccepted(reading: RequirementsReading, accepted: Design): AcceptedLinks {
  const domain = composeDomain(reading);
  const cite = citing(reading, accepted);
  const contexts = matchContexts(domain.contexts, accepted.system.contexts, cite);
  return {
    reading,
    domain,
    cite,
    homeOf: (entity) => homeOf(entity, contexts, accepted, cite),
    entityIn: (context, entity) =>
      context.entities.find(
        ({ id, name }) => id === entity.id || toKebab(name) === toKebab(entity.name),
      ) ?? context.entities.find(({ name }) => entity.words.includes(name.toLowerCase())),
  };
}

function citing(reading: RequirementsReading, accepted: Design): AcceptedLinks["cite"] {
  const ids = new Set(accepted.system.requirements.map(({ id }) => id));
  const byText = new Map(accepted.system.requirements.map(({ id, text }) => [text, id]));
  const known = new Map(
    reading.requirements.flatMap(({ id, text }) => {
      const own = ids.has(id) ? id : byText.get(text);
      return own === undefined ? [] : [[id, own] as const];
    }),
  );
  const nothing = accepted.system.requirements.length === 0;
  return (wanted) => [...new Set(wanted.flatMap((id) => known.get(id) ?? (nothing ? [id] : [])))];
}

/** By id, by name, then by the requirements that both cite. */
function matchContexts(
  plans: readonly ContextPlan[],
  accepted: readonly Context[],
  cite: AcceptedLinks["cite"],
): ReadonlyMap<string, string> {
  const matched = new Map<string, string>();
  for (const plan of plans) {
    const same =
      accepted.find(({ id }) => id === plan.id) ??
      accepted.find(({ name }) => name.toLowerCase() === plan.name.toLowerCase());
    if (same !== undefined) matched.set(plan.id, same.id);
  }
  for (const plan of plans) {
    if (matched.has(plan.id)) continue;
    const taken = new Set(matched.values());
    const cited = new Set(cite(plan.requirements));
    const [best] = accepted
      .filter(({ id }) => !taken.has(id))
      .map(({ id, requirements }) => ({
        id,
        shared: requirements.filter((one) => cited.has(one)).length,
      }))
      .filter(({ shared }) => shared > 0)
      .toSorted((a, b) => b.shared - a.shared);
    if (best !== undefined) matched.set(plan.id, best.id);
  }
  return matched;
}

function homeOf(
  entity: EntityPlan,
  contexts: ReadonlyMap<string, string>,
  accepted: Design,
  cite: AcceptedLinks["cite"],
): string | undefined {
  const drafted = accepted.contexts.find(({ entities }) =>
    entities.some(({ id, name }) => id === entity.id || toKebab(name) === toKebab(entity.name)),
  );
  if (drafted !== undefined) return drafted.context;
  const matched = contexts.get(entity.context);
  if (matched !== undefined) return matched;
  const cited = new Set(cite(entity.requirements));
  const scored = accepted.system.contexts.map((context) => ({
    id: context.id,
    score:
      context.requirements.filter((id) => cited.has(id)).length +
      (speaksOf(`${context.name} ${context.purpose}`, entity.name.toLowerCase()) ? 3 : 0),
  }));
  return scored.toSorted((a, b) => b.score - a.score)[0]?.id;
}
