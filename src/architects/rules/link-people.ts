import { isPerson } from "../../requirements/person-words.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { toKebab, toTitle } from "../../util/naming.ts";
import { archetypeOf } from "./archetypes.ts";
import { deedNoun } from "./deed-noun.ts";
import { demandOf, inScope, isRule, speaksOf } from "./demand-text.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { fieldNamed } from "./field-named.ts";
import { addUnique, entityDraft } from "./entity-draft.ts";
import { addPersonRoles } from "./person-roles.ts";

/** Deeds after which somebody has something for a while, so that a row says who has what. */
const HANDS_OVER = /^(?:lend|borrow|reserve|rent|hand in|dispute|redeem|top up)$/;
/** Nouns that say little without what they are of: "quiz attempt". */
const OF_THING = /^(?:attempt|submission)$/;
/** Things that one person makes for others to decide upon or to count. */
const PERSONAL =
  /(?:request|invitation|application|contribution|withdrawal|deposit|bid|claim|dispute|complaint|reservation|loan|fine|submission|attempt|absence|attendance|deferral|ban|mute|badge)$/;
const MEMBERS =
  /\b([a-z]+?)(?:e?s)? (?:of|has|have) (?:up to \w+ |at most \w+ |many |several |\d+ )?(?:members|participants)\b|\b(?:members|participants) of (?:the|an?|their|each|every) (?:[a-z]+ing )?([a-z]+)\b/gi;

const GROUPS =
  /^(?:[\d.]+ )?(?:guilds?|clans?|clubs?|teams?|groups?|parties|communities|associations?|households?|families|societies)$/;

/**
 * Ties people to what they do: who lent what to whom, who belongs to which group, whose request it
 * is. A deed without a noun in the text ("reserve a tool") gets the row that it leaves behind.
 */
export function linkPeople(drafts: EntityDraft[], reading: RequirementsReading): void {
  const actors = new Set(
    reading.actors.filter(({ kind }) => kind === "person").map(({ name }) => toKebab(name)),
  );
  const people = drafts
    .filter((draft) => isPersonDraft(draft) || (draft.known === undefined && actors.has(draft.id)))
    .toSorted((a, b) => b.centrality - a.centrality);
  const main = mainPerson(people);
  addDeeds(drafts, people, main, reading);
  if (main === undefined) return;
  addMembers(drafts, main, reading);
  addPersonRoles(drafts, [main]);
  for (const draft of drafts) {
    if (draft.known !== undefined || people.includes(draft)) continue;
    if (/^(?:friend|follower)$/.test(draft.id) && !hasContent(draft)) {
      refer(draft, main, `${main.id}-id`, true);
      refer(draft, main, `${draft.id}-${main.id}-id`, true);
      addUnique(draft, [`${main.id}-id`, `${draft.id}-${main.id}-id`]);
      draft.description = `Who is a ${draft.id} of whom.`;
    } else if (PERSONAL.test(draft.id) && !refersToAny(draft, people)) {
      const maker = /(?:absence|attendance|deferral)$/.test(draft.id)
        ? (whoseOf(draft, drafts, reading) ?? main)
        : makerOf(draft, people, reading);
      if (maker !== undefined) refer(draft, maker, `${maker.id}-id`, true);
    }
  }
}

/** Whoever most of the text is about: a kind of person that is kept, before the way to sign in. */
function mainPerson(people: readonly EntityDraft[]): EntityDraft | undefined {
  const own = people.filter(({ known, id }) => known === undefined && !isGroupWord(id));
  return (
    own.find(({ fields }) => fields.size > 0) ??
    own[0] ??
    people.find(({ known }) => known !== undefined)
  );
}

function isGroupWord(id: string): boolean {
  return /^(?:member|participant|friend)$/.test(id);
}

/** "A librarian lends a tool to a member", "members reserve a tool". */
function addDeeds(
  drafts: EntityDraft[],
  people: readonly EntityDraft[],
  main: EntityDraft | undefined,
  reading: RequirementsReading,
): void {
  for (const requirement of inScope(reading)) {
    if (requirement.kind !== "functional" || isRule(requirement.text)) continue;
    const story = reading.stories.find(({ requirementId }) => requirementId === requirement.id);
    for (const { verb, object } of story?.actions ?? []) {
      const noun = deedNoun(verb);
      const whom = object === undefined ? undefined : draftOf(object, people);
      if (noun !== undefined && whom !== undefined)
        for (const deed of drafts.filter((draft) => draft.id === noun && draft.known === undefined))
          if (!refersToAny(deed, [whom])) refer(deed, whom, `${whom.id}-id`, true);
      const thing =
        object === undefined
          ? undefined
          : draftOf(
              object,
              drafts.filter((draft) => !people.includes(draft)),
            );
      if (noun === undefined || thing === undefined || thing.id.endsWith(noun)) continue;
      const known = drafts.find(({ id, words }) => id === noun || words.has(noun));
      // A pattern knows what its own deeds leave: an appointment of a slot, a reservation of stock.
      const taken = drafts.some(({ id }) => id.endsWith(`-${noun}`));
      const isNamed = inScope(reading).some(
        ({ id, text }) => speaksOf(text, noun) && (!OF_THING.test(noun) || id === requirement.id),
      );
      if (
        (known === undefined && !isNamed && !HANDS_OVER.test(verb)) ||
        taken ||
        known?.known !== undefined
      )
        continue;
      const deed = known ?? deedDraft(noun, thing);
      deed.requirements.add(requirement.id);
      if (known === undefined) {
        deed.basis = "assumed";
        deed.isEvident = true;
        deed.words.add(noun);
        deed.description = `Who ${verb}s which ${thing.name.toLowerCase()}.`;
        deed.rowsPerUser = 10;
        drafts.push(deed);
      }
      if (!refersToAny(deed, [thing])) refer(deed, thing, `${thing.id}-id`, true);
      const demand = demandOf(requirement, reading);
      const receiver = people.find(({ name }) =>
        new RegExp(
          `\\b(?:to|for) (?:an?|the|each|another) (?:[a-z]+ed )?${RegExp.escape(name.toLowerCase())}\\b`,
          "i",
        ).test(demand),
      );
      const actor = (story?.actors ?? []).flatMap((name) => draftOf(name, people) ?? [])[0];
      // "Members contribute": those whom the text mostly calls something else.
      const names = story?.actors ?? [];
      const account = people.find(({ known: own }) => own?.entity.id === "account");
      const somebody = names.some(isGroupWord) ? main : names.length > 0 ? account : undefined;
      const holder = receiver ?? actor ?? somebody;
      if (holder !== undefined && !refersToAny(deed, [holder]))
        refer(deed, holder, `${holder.id}-id`, true);
    }
  }
}

function deedDraft(noun: string, thing: EntityDraft): EntityDraft {
  const id = OF_THING.test(noun) ? toKebab(`${thing.id}-${noun}`) : noun;
  const draft = entityDraft(id, toTitle(id));
  const { fields, optional } = archetypeOf(noun);
  for (const name of fields) {
    const field = fieldNamed(name, { basis: "assumed" });
    draft.fields.set(field.id, field);
  }
  for (const name of optional) {
    const field = fieldNamed(name, { basis: "assumed" }, { nullable: true });
    draft.fields.set(field.id, field);
  }
  return draft;
}

/** "Clans of up to 50 members": who belongs to which clan. */
function addMembers(drafts: EntityDraft[], main: EntityDraft, reading: RequirementsReading): void {
  for (const { id, text, headings } of inScope(reading)) {
    const heading = (headings.at(-1) ?? "").toLowerCase();
    const named = [...text.matchAll(MEMBERS)].map((match) => match[1] ?? match[2] ?? "");
    // "Members pay into the bank", below "Guilds".
    const groups = /\bmembers\b/i.test(text) && GROUPS.test(heading) ? [...named, heading] : named;
    for (const words of groups) {
      const group = draftOf(words.toLowerCase(), drafts);
      if (
        group === undefined ||
        group === main ||
        group.known !== undefined ||
        isPersonDraft(group)
      )
        continue;
      const bare = drafts.find(
        ({ id: own, fields }) =>
          own === "member" && ![...fields.values()].some(({ basis }) => basis === "stated"),
      );
      const at = bare === undefined ? -1 : drafts.indexOf(bare);
      if (bare !== undefined && bare !== main && isOnlyPartOf(bare, drafts)) drafts.splice(at, 1);
      const own = toKebab(`${group.id}-member`);
      if (drafts.some((draft) => draft.id === own)) continue;
      const link = entityDraft(own, toTitle(own));
      link.description = `Which ${main.name.toLowerCase()} belongs to which ${group.name.toLowerCase()}.`;
      link.words.add(`${group.name.toLowerCase()} member`);
      link.requirements.add(id);
      link.isEvident = true;
      refer(link, group, `${group.id}-id`, true, true);
      refer(link, main, `${main.id}-id`, true, true);
      addUnique(link, [`${group.id}-id`, `${main.id}-id`]);
      drafts.push(link);
    }
  }
}

function isOnlyPartOf(bare: EntityDraft, drafts: readonly EntityDraft[]): boolean {
  return drafts.every((draft) => !refersToAny(draft, [bare]));
}

/** "The attendance of campers": campers, whatever lists of words call a person. */
function whoseOf(
  draft: EntityDraft,
  drafts: readonly EntityDraft[],
  reading: RequirementsReading,
): EntityDraft | undefined {
  const whose = new RegExp(
    `\\b${draft.name} (?:of|for) (?:(?:the|an?|each|my|all) )?([a-z]+)`,
    "i",
  );
  const [said] = inScope(reading).flatMap(({ text }) => whose.exec(text)?.[1] ?? []);
  return said === undefined ? undefined : draftOf(singularPhrase(said), drafts);
}

/** Who makes or decides it: the only kind of person in the statements about it. */
function makerOf(
  draft: EntityDraft,
  people: readonly EntityDraft[],
  reading: RequirementsReading,
): EntityDraft | undefined {
  const found = new Set<EntityDraft>();
  for (const { requirementId, actors } of reading.stories) {
    if (!draft.requirements.has(requirementId)) continue;
    for (const actor of actors) {
      const person = draftOf(actor, people);
      if (person !== undefined) found.add(person);
    }
  }
  if (found.size === 0) {
    const spoken = people.filter((person) =>
      inScope(reading).some(
        ({ id, text }) =>
          draft.requirements.has(id) && [...person.words].some((word) => speaksOf(text, word)),
      ),
    );
    return spoken.length === 1 ? spoken[0] : undefined;
  }
  return found.size === 1 ? [...found][0] : undefined;
}

function draftOf(words: string, drafts: readonly EntityDraft[]): EntityDraft | undefined {
  const text = words.toLowerCase();
  return (
    drafts.find((draft) => draft.words.has(text)) ??
    drafts
      .filter((draft) => [...draft.words].some((word) => speaksOf(text, word)))
      .toSorted((a, b) => b.name.length - a.name.length)[0]
  );
}

function isPersonDraft({ id, known }: EntityDraft): boolean {
  return known?.entity.id === "account" || isPerson(id.replaceAll("-", " "));
}

function hasContent({ fields }: EntityDraft): boolean {
  return [...fields.values()].some(({ basis }) => basis === "stated");
}

function refersToAny(draft: EntityDraft, others: readonly EntityDraft[]): boolean {
  return [...draft.references.values()].some(({ to }) => others.some(({ id }) => id === to));
}

function refer(
  from: EntityDraft,
  to: EntityDraft,
  field: string,
  required: boolean,
  owned = false,
): void {
  from.references.set(field, {
    field,
    to: to.id,
    required,
    one: false,
    owned,
    basis: "assumed",
  });
}
