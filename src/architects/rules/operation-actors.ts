import { readGrant } from "../../requirements/read-grant.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import type { ActorPlan, OperationPlan } from "./domain-model.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { isRule, speaksOf } from "./demand-text.ts";
import { inheritedRoles } from "./inherited-roles.ts";
import { isDoneWith } from "./is-done-with.ts";
import { machineGrant } from "./machine-grant.ts";

type Planned = Pick<OperationPlan, "id" | "command" | "shape" | "entity" | "assumed">;

/** Who does it, as the statements say that call for it; who may do all that they may does it too. */
export function createOperationActors(
  actors: readonly ActorPlan[],
  drafts: readonly EntityDraft[],
  reading: RequirementsReading,
): (operation: Planned, requirements: Iterable<string>) => readonly string[] {
  const heirs = inheritedRoles(actors, reading);
  const callers = actors.filter(({ kind, clients }) => kind === "person" || clients.length > 0);
  const namedIn = (words: string) => {
    const named = callers.filter(({ name }) => speaksOf(words, name.toLowerCase()));
    // "The manager" is the practice manager where there is no other.
    const ending = callers.filter(({ name }) =>
      speaksOf(words, name.toLowerCase().split(" ").at(-1) ?? ""),
    );
    const meant = named.length === 0 && ending.length === 1 ? ending : named;
    return meant.map(({ id }) => id);
  };
  return (operation, requirements) => {
    const found = new Set<string>();
    for (const id of requirements) {
      for (const actor of namedIn(doerOf(operation, id, reading))) found.add(actor);
    }
    if (operation.assumed && operation.shape === "create" && found.size === 0) {
      const draft = drafts.find(({ id }) => id === operation.entity);
      for (const who of sendersOf(draft, reading)) for (const id of namedIn(who)) found.add(id);
    }
    // Where nobody is named, nobody is kept out.
    const isRead = operation.shape === "list" || operation.shape === "read";
    if (isRead && (operation.assumed || found.size > 0)) {
      const draft = drafts.find(({ id }) => id === operation.entity);
      for (const who of readersOf(draft, reading)) for (const id of namedIn(who)) found.add(id);
    }
    for (const [heir, roles] of heirs) {
      if ([...roles].some((role) => found.has(role))) found.add(heir);
    }
    return actors.flatMap(({ id }) => (found.has(id) ? [id] : []));
  };
}

function doerOf(operation: Planned, requirement: string, reading: RequirementsReading): string {
  const text = reading.requirements.find(({ id }) => id === requirement)?.text ?? "";
  const spoken =
    reading.stories.find(({ requirementId }) => requirementId === requirement)?.actors ?? [];
  const verb = (operation.command ?? operation.id).split("-")[0] ?? "";
  const granted = text.split(/;\s+/).flatMap((clause) => {
    const grant = machineGrant(clause) ?? readGrant(clause);
    return grant === undefined ? [] : [grant];
  });
  const persona =
    (granted.find(({ means }) => isDoneWith(means, verb)) ?? granted[0])?.actor ??
    /^\W*as\s+(?:an?|the)?\s*([^,]{2,60}?),?\s+(?:i|we)\b/i.exec(text)?.[1] ??
    /\bonly (?:an? |the )?([a-z ]{3,40}?)s? (?:may|can)\b/i.exec(text)?.[1] ??
    /^([A-Z][a-z]+(?: [a-z]+){0,2}): /.exec(text)?.[1];
  return persona ?? (isRule(text) ? "" : spoken.join(", "));
}

/** "A tracker in each van sends a position": said of the whole, by no statement of its own. */
function sendersOf(
  draft: EntityDraft | undefined,
  { summary }: RequirementsReading,
): readonly string[] {
  return summary.split(/[.;]\s+/).flatMap((sentence) => {
    const grant = machineGrant(sentence);
    const isMeant =
      grant !== undefined && [...(draft?.words ?? [])].some((word) => speaksOf(grant.means, word));
    return isMeant ? [grant.actor] : [];
  });
}

/** Whose statements speak of a thing has to see it: who enrols in a course looks at courses. */
function readersOf(
  draft: EntityDraft | undefined,
  { stories, requirements }: RequirementsReading,
): readonly string[] {
  if (draft === undefined) return [];
  const live = new Set(requirements.flatMap(({ id, outOfScope }) => (outOfScope ? [] : [id])));
  return stories
    .filter(
      ({ requirementId, actions, joined = [] }) =>
        live.has(requirementId) &&
        [...actions, ...joined].some(
          ({ object }) => object !== undefined && draft.words.has(object),
        ),
    )
    .flatMap(({ actors }) => actors);
}
