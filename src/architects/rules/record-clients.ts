import { isPerson } from "../../requirements/person-words.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { toKebab, toTitle } from "../../util/naming.ts";
import { archetypeOf } from "./archetypes.ts";
import { inScope, speaksOf } from "./demand-text.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { entityDraft } from "./entity-draft.ts";
import { fieldNamed } from "./field-named.ts";
import { shapeOfVerb } from "./shape-of-verb.ts";

/** People for whom a business works; those who work for it sign in, and are no rows of the domain. */
const CLIENT =
  /^(?:customer|client|rider|passenger|patient|policyholder|borrower|applicant|donor|tenant|guest|shopper|buyer|seller|member|subscriber|player|student|learner|citizen|pet owner|visitor|shipper|sender)$/;

/** Whoever outside makes several things, where no accounts are kept, is on record with them. */
export function recordClients(drafts: EntityDraft[], reading: RequirementsReading): void {
  if (drafts.some(({ known }) => known?.entity.id === "account")) return;
  const live = new Set(inScope(reading).map(({ id }) => id));
  for (const { name, kind } of reading.actors) {
    if (kind !== "person" || !CLIENT.test(name) || !isPerson(name)) continue;
    if (drafts.some(({ words, id }) => words.has(name) || id === toKebab(name))) continue;
    const made = new Set<EntityDraft>();
    const ids = new Set<string>();
    for (const { requirementId, actors, actions } of reading.stories) {
      if (!actors.includes(name) || !live.has(requirementId)) continue;
      for (const { verb, object } of actions) {
        const isMade = shapeOfVerb(verb) === "create" || /^(?:file|submit|order)$/.test(verb);
        const thing =
          isMade && object !== undefined
            ? drafts.find(({ words }) => [...words].some((word) => speaksOf(object, word)))
            : undefined;
        if (thing === undefined) continue;
        made.add(thing);
        ids.add(requirementId);
      }
    }
    if (made.size < 2) continue;
    const draft = entityDraft(toKebab(name), toTitle(name));
    draft.words.add(name);
    for (const id of ids) draft.requirements.add(id);
    draft.isEvident = true;
    draft.description = `A ${name} as the requirements speak of one.`;
    const { fields, optional } = archetypeOf(name);
    for (const field of fields.map((words) => fieldNamed(words, { basis: "assumed" })))
      draft.fields.set(field.id, field);
    for (const field of optional.map((words) =>
      fieldNamed(words, { basis: "assumed" }, { nullable: true }),
    ))
      draft.fields.set(field.id, field);
    drafts.push(draft);
    // "Business customer" beside "customer": each of the first is one of the second.
    for (const narrow of drafts.filter(
      ({ id, known }) => known === undefined && id.endsWith(`-${draft.id}`),
    )) {
      const field = toKebab(`${draft.id}-id`);
      narrow.references.set(field, {
        field,
        to: draft.id,
        required: true,
        one: true,
        owned: false,
        basis: "assumed",
      });
      for (const person of ["first-name", "last-name", "email", "phone"])
        if (narrow.fields.get(person)?.basis === "assumed") narrow.fields.delete(person);
    }
  }
}
