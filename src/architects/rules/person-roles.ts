import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { toKebab, toTitle } from "../../util/naming.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { addUnique, entityDraft } from "./entity-draft.ts";
import { isRoleWord } from "./role-word.ts";

/**
 * "A team has a captain and two substitutes": these are people who are on record, so that the team
 * refers to them and holds no name of theirs.
 */
export function addPersonRoles(drafts: EntityDraft[], people: readonly EntityDraft[]): void {
  const main = people.find(({ id }) => !isRoleWord(id.replaceAll("-", " ")));
  if (main === undefined) return;
  for (const draft of drafts.slice()) {
    if (draft.known !== undefined) continue;
    for (const [id, { name, type, nullable }] of draft.fields) {
      const words = name.toLowerCase();
      const role = singularPhrase(words);
      if (!isRoleWord(role) || type !== "string") continue;
      draft.fields.delete(id);
      if (role === words) refer(draft, main, `${role} ${main.id} id`, !nullable, false);
      else addSeveral(drafts, draft, role, main);
    }
  }
  for (const draft of drafts.slice()) {
    const role = draft.name.toLowerCase();
    const [whole, ...others] = [...draft.references.values()];
    const isStated = [...draft.fields.values()].some(({ basis }) => basis === "stated");
    const isReferred = drafts.some(({ references }) =>
      [...references.values()].some(({ to }) => to === draft.id),
    );
    const owner = drafts.find(({ id }) => id === whole?.to);
    if (!isRoleWord(role) || draft.known !== undefined || isStated || isReferred) continue;
    if (owner === undefined || owner === main || others.length > 0) continue;
    drafts.splice(drafts.indexOf(draft), 1);
    addSeveral(drafts, owner, role, main);
  }
}

function addSeveral(
  drafts: EntityDraft[],
  whole: EntityDraft,
  role: string,
  person: EntityDraft,
): void {
  const id = toKebab(`${whole.id}-${role}`);
  if (drafts.some((draft) => draft.id === id)) return;
  const row = entityDraft(id, toTitle(id));
  row.description = `Which ${person.name.toLowerCase()} is ${role} of which ${whole.name.toLowerCase()}.`;
  row.words.add(`${whole.name.toLowerCase()} ${role}`);
  row.words.add(role);
  for (const requirement of whole.requirements) row.requirements.add(requirement);
  row.isEvident = true;
  refer(row, whole, `${whole.id}-id`, true, true);
  refer(row, person, `${person.id}-id`, true, true);
  addUnique(row, [`${whole.id}-id`, `${person.id}-id`]);
  drafts.push(row);
}

function refer(
  from: EntityDraft,
  to: EntityDraft,
  name: string,
  required: boolean,
  owned: boolean,
): void {
  const field = toKebab(name, 60);
  from.references.set(field, { field, to: to.id, required, one: false, owned, basis: "stated" });
}
