import { isPerson } from "../../requirements/person-words.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { assumeReference } from "./assume-reference.ts";
import { coreOf } from "./core-of.ts";
import { demandOf, inScope, isRule, speaksOf } from "./demand-text.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { shapeOfVerb } from "./shape-of-verb.ts";

/** A thing that another is made for, in or of: "a video for a lesson". One, not several. */
const BEHIND =
  /\b(?:for|in|of|at|about|on|from|to|against|with)\s+(?:(?:an?|the|my|his|her|their|its|this|each|one of|free|existing)\s+)+(?=((?:[\w-]+\s+){0,2}[\w-]+))/gi;
/** "With a name and a price": a list of what it has. */
const FIELDS =
  /\bwith\s+(?:(?:an?|the|its|their)\s+)?[\w -]+?(?:,|\s+and\s)(?:\s*(?:an?|the|its|their|and)\s)?/i;
const MOST = 3;
const BOOKS = /^(?:book|reserve|rent|hire)$/;
const DEED_ROWS = /^(?:booking|reservation|rental|hire)$/;
/** "When a parcel is lost, the customer can file a claim": what the claim is about. */
const OCCASION =
  /\b(?:when|whenever|if|once|because)\s+(?:an?|the|each|one)\s+([a-z][a-z -]{1,30}?)\s+(?:is|has|was|enters|leaves|gets|becomes|does|stays|reaches|exceeds|fails)\b/i;
const MAKES =
  /\b(?:raises?|files?|opens?|creates?|records?|makes?|issues?|generates?|charges?|reports?|submits?|starts?|prints?|puts?)\s+(?:an?|one)\s+((?:[\w-]+\s){0,2}[\w-]+)/gi;
const IS_MADE =
  /\b(?:an?|one)\s+((?:[\w-]+\s){0,2}?[\w-]+)\s+is\s+(?:stored|recorded|created|raised|made|written|opened|logged|issued|generated)\b/gi;

/**
 * Whoever makes a thing and what it is made for is kept with it: "a patient books an appointment in
 * a slot" gives the appointment a patient and a slot.
 */
export function addStatedReferences(
  drafts: readonly EntityDraft[],
  reading: RequirementsReading,
): void {
  const makers = makersOf(drafts, reading);
  for (const requirement of inScope(reading)) {
    if (requirement.kind !== "functional" || isRule(requirement.text)) continue;
    const story = reading.stories.find(({ requirementId }) => requirementId === requirement.id);
    const made = story?.actions.find(
      ({ verb, object }) =>
        object !== undefined &&
        (shapeOfVerb(verb) === "create" ||
          /^(?:maintain|manage|set|announce|release|publish)$/.test(verb)) &&
        (!/^(?:add|put|place)$/.test(verb) ||
          /\b(?:add|put|place)s? (?:an?|the) [a-z]+ of (?:an?|the|each) /i.test(requirement.text)),
    );
    if (story === undefined || made?.object === undefined) continue;
    const thing = draftOf(made.object, drafts);
    // Who signs in or pays is known to the pattern of that.
    if (thing === undefined || thing.known?.entity.id === "account") continue;
    const deed = BOOKS.test(made.verb)
      ? drafts.find(({ id }) => id !== thing.id && DEED_ROWS.test(id) && mayBe(made.verb, id))
      : undefined;
    if (deed !== undefined && deed !== thing) {
      // Who books a room makes a booking of it, and no room.
      assumeReference(deed, thing, true, drafts);
      const [who] = makers.get(thing) ?? [];
      const by = who === undefined ? undefined : draftOf(who, drafts);
      if (by !== undefined && by !== thing) assumeReference(deed, by, true, drafts);
      continue;
    }
    // What several kinds of people make belongs to none of them.
    const [actor, other] = makers.get(thing) ?? [];
    const maker = actor === undefined || other !== undefined ? undefined : draftOf(actor, drafts);
    const isMade = shapeOfVerb(made.verb) === "create";
    if (isMade && maker !== undefined && maker.known === undefined) {
      assumeReference(thing, maker, true, drafts);
      dropAccountOf(thing, drafts);
    }
    const demand = demandOf(requirement, reading);
    const after = demand.slice(Math.max(0, positionOf(demand, made.object)));
    const list = FIELDS.exec(after)?.index ?? after.length;
    const parts = [...after.slice(0, list).matchAll(BEHIND)].slice(0, MOST);
    for (const [, words = ""] of parts) {
      const target = firstNamed(words, drafts);
      // What a pattern knows has the references of its kind.
      if (thing.known !== undefined && target?.known !== undefined) continue;
      if (target !== undefined && target !== thing) assumeReference(thing, target, true, drafts);
    }
  }
  addOccasions(drafts, reading);
  addPaid(drafts, reading);
}

/** "Pays an invoice by card": the payment says of what it is. */
function addPaid(drafts: readonly EntityDraft[], reading: RequirementsReading): void {
  const payment = drafts.find(({ known }) => known?.entity.id === "payment");
  const live = new Set(inScope(reading).map(({ id }) => id));
  for (const { requirementId, actions } of payment === undefined ? [] : reading.stories) {
    for (const { verb, object } of actions) {
      if (verb !== "pay" || object === undefined || !live.has(requirementId)) continue;
      const paid = draftOf(object, drafts);
      const isThing = paid !== undefined && paid.known?.entity.id !== "account";
      if (
        payment === undefined ||
        !isThing ||
        paid === payment ||
        isPerson(paid.name.toLowerCase())
      )
        continue;
      assumeReference(payment, paid, payment.references.size === 0, drafts);
      payment.requirements.add(requirementId);
    }
  }
}

function mayBe(verb: string, id: string): boolean {
  return id.startsWith(verb.slice(0, 4)) || (verb === "reserve" && id === "booking");
}

/** What is made when something happens to a thing is about that thing. */
function addOccasions(drafts: readonly EntityDraft[], reading: RequirementsReading): void {
  for (const { text, kind } of inScope(reading)) {
    if (kind === "functional") addPurposes(text, drafts);
    const occasion = kind === "functional" ? OCCASION.exec(text)?.[1] : undefined;
    const about = occasion === undefined ? undefined : draftOf(occasion, drafts);
    if (about === undefined || about.known?.entity.id === "account") continue;
    for (const [, words = ""] of [...text.matchAll(MAKES), ...text.matchAll(IS_MADE)]) {
      const made = named(words, drafts);
      if (made === undefined || made.known !== undefined || made === about) continue;
      const isTied = [...made.references.values()].some(({ to }) => to === about.id);
      if (!isTied && !isPerson(about.name.toLowerCase()))
        assumeReference(made, about, true, drafts);
    }
  }
}

/** "Reports a reaction for the component": what is made for one thing, wherever it is said. */
function addPurposes(text: string, drafts: readonly EntityDraft[]): void {
  for (const match of text.matchAll(MAKES)) {
    const made = named(match[1] ?? "", drafts);
    if (made === undefined || made.known !== undefined || isPerson(made.name.toLowerCase()))
      continue;
    const after = text.slice(match.index, match.index + 120).split(/[,;.]|\swith\s/)[0] ?? "";
    for (const [, words = ""] of [...after.matchAll(BEHIND)].slice(0, MOST)) {
      const target = firstNamed(words, drafts);
      if (target !== undefined && target.known?.entity.id !== "account")
        assumeReference(made, target, true, drafts);
    }
  }
}

/** The thing that these words, or the first of them, name: "claim within a week" → claim. */
function named(words: string, drafts: readonly EntityDraft[]): EntityDraft | undefined {
  const core = coreOf(words.toLowerCase());
  return drafts
    .filter((draft) =>
      [...draft.words].some((word) => core === coreOf(word) || core.startsWith(`${coreOf(word)} `)),
    )
    .toSorted((a, b) => b.name.length - a.name.length)[0];
}

/** Where records of the person are kept, a pattern's thing belongs to them and not to a way to sign in. */
function dropAccountOf(thing: EntityDraft, drafts: readonly EntityDraft[]): void {
  const account = drafts.find(({ known }) => known?.entity.id === "account");
  if (account === undefined || thing.known === undefined) return;
  for (const [field, { to, basis }] of thing.references) {
    if (to === account.id && basis === "assumed") thing.references.delete(field);
  }
}

function makersOf(
  drafts: readonly EntityDraft[],
  reading: RequirementsReading,
): ReadonlyMap<EntityDraft, readonly string[]> {
  const makers = new Map<EntityDraft, readonly string[]>();
  for (const { actors, actions } of reading.stories) {
    for (const { verb, object } of actions) {
      const thing =
        object === undefined || shapeOfVerb(verb) !== "create"
          ? undefined
          : draftOf(object, drafts);
      if (thing !== undefined)
        makers.set(thing, [...new Set([...(makers.get(thing) ?? []), ...actors])]);
    }
  }
  return makers;
}

function draftOf(words: string, drafts: readonly EntityDraft[]): EntityDraft | undefined {
  const core = coreOf(words.toLowerCase());
  return (
    drafts.find((draft) => [...draft.words].some((word) => coreOf(word) === core)) ??
    drafts
      .filter((draft) => [...draft.words].some((word) => speaksOf(core, word)))
      .toSorted((a, b) => b.name.length - a.name.length)[0]
  );
}

/** The thing that the longest beginning of the words names: "repair order as soon" → repair order. */
function firstNamed(words: string, drafts: readonly EntityDraft[]): EntityDraft | undefined {
  const all = words.split(/\s+/);
  for (let length = all.length; length > 0; length--) {
    const phrase = all.slice(0, length).join(" ").toLowerCase();
    const found = drafts.find((draft) =>
      [...draft.words].some((word) => coreOf(word) === coreOf(phrase)),
    );
    // A plural ("for campers") ties many, and is no reference.
    if (found !== undefined) return isPlural(phrase) ? undefined : found;
  }
  return undefined;
}

function isPlural(words: string): boolean {
  const last = words.split(" ").at(-1)?.toLowerCase() ?? "";
  return singularPhrase(last) !== last;
}

function positionOf(text: string, phrase: string): number {
  return text.toLowerCase().indexOf((phrase.split(" ").at(-1) ?? phrase).slice(0, 5));
}
