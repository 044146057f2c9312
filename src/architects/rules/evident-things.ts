import { entityName } from "../../requirements/entity-name.ts";
import type { EntityMention } from "../../requirements/entity-mention.ts";
import { NON_ENTITIES } from "../../requirements/non-entities.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { coreOf } from "./core-of.ts";
import { inScope, speaksOf } from "./demand-text.ts";
import type { EntityEvidence } from "./entity-evidence.ts";
import { AGAINST_LISTS, ENOUGH } from "./entity-evidence.ts";
import { isNotAnEntity } from "./not-an-entity.ts";

/** "journal" is "journal entry" where that is what the text speaks of. */
export function wholeName(
  name: string,
  evidence: ReadonlyMap<string, EntityEvidence>,
  reading: RequirementsReading,
): string {
  const [whole] = [...evidence.values()]
    .filter(
      (other) =>
        other.name !== name &&
        other.name.startsWith(`${name} `) &&
        entityName(other.name) === name &&
        isEvident(other) &&
        other.score > (evidence.get(name)?.score ?? 0) &&
        !isSaidAlone(name, other.name, reading),
    )
    .toSorted((a, b) => b.score - a.score);
  return whole?.name ?? name;
}

/** "Add friends, accept friend requests" speaks of friends, too. */
function isSaidAlone(name: string, whole: string, reading: RequirementsReading): boolean {
  const rest = new RegExp(`${RegExp.escape(whole)}\\w*`, "gi");
  return inScope(reading).some(({ text }) => speaksOf(text.replace(rest, " "), name));
}

/** Things of which lists of words know nothing, or that they leave out, with what speaks for them. */
export function evidentThings(
  evidence: ReadonlyMap<string, EntityEvidence>,
  listed: readonly EntityMention[],
): readonly EntityMention[] {
  const known = new Set(listed.flatMap(({ name }) => [name, coreOf(name)]));
  return [...evidence.values()]
    .filter((thing) => isEvident(thing) && !known.has(thing.name))
    .map(({ name, requirementIds }) => ({
      name,
      count: requirementIds.length,
      requirementIds,
      attributes: [],
      relations: [],
      centrality: 0,
    }));
}

/** Whether enough speaks for a thing; words of the lists need more, and something strong. */
export function isEvident(thing: EntityEvidence | undefined): boolean {
  if (thing === undefined) return false;
  const strict = entityName(thing.name);
  const isListed =
    isNotAnEntity(thing.name) ||
    NON_ENTITIES.has(thing.name.split(" ").at(-1) ?? "") ||
    (strict !== undefined && strict !== thing.name);
  // A first word narrows a word of many meanings: "collection case".
  const least = thing.name.includes(" ") ? ENOUGH : AGAINST_LISTS;
  const isStrong = thing.isStrong || (thing.name.includes(" ") && thing.score >= AGAINST_LISTS);
  return isListed ? isStrong && thing.score >= least : thing.score >= ENOUGH;
}
