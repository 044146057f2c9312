import { isPerson } from "../../requirements/person-words.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { toKebab, toTitle } from "../../util/naming.ts";
import { isWritten } from "./archetypes.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { addUnique, entityDraft } from "./entity-draft.ts";
import { CONTAINER, demandOf, inScope, speaksOf } from "./demand-text.ts";

/** Verbs that tie a person to a thing, and how the tie is called. */
const TIES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:un)?favou?rit(?:e|es|ed|ing)\b/i, "favorite"],
  [
    /\b(?:un)?follow(?:s|ing)?\s+(?:(?:an?|the|other|another)\s+)*(?:users?|accounts?|profiles?|people|authors?|friends?|members?|shops?|channels?|artists?|shows?|topics?|projects?)\b|\/follow\b/i,
    "follow",
  ],
  [/\benrol(?:l|s|ls|led|ling)?\s+(?:in|on|for)\b/i, "enrolment"],
  [/\b(?:un)?bookmark(?:s|ed|ing)?\b/i, "bookmark"],
  [/\b(?:un)?like[sd]?\b(?= (?:an?|the|other|posts?|articles?|photos?|comments?))/i, "like"],
];
/** Verbs that put several things together: "add campers to the groups". */
const JOINS =
  /\b(?:add|admit(?!ted)|assign|schedule|enrol?l|invite|allocate|book|link|attach|tag)\w*\s+((?:\w+\s+){0,3}?\w+)\s+(?:to|for|in|into|with)\s+(?:(?:the|a|an|my|their|specific|our|all|each)\s+)*((?:\w+\s+){0,2}?\w+)/i;

/** Rows that only tie two others: who favours what, which camper is in which group. */
export function addAssociations(drafts: EntityDraft[], reading: RequirementsReading): void {
  const account = drafts.find(({ known }) => known?.entity.id === "account");
  const named = (words: string): EntityDraft | undefined =>
    drafts
      .filter((draft) => [...draft.words].some((word) => speaksOf(words, word)))
      .toSorted((a, b) => b.name.length - a.name.length)[0];
  addAuthors(drafts, account);
  for (const requirement of inScope(reading)) {
    addOwner(drafts, requirement.text, reading);
    if (requirement.kind !== "functional") continue;
    const demand = demandOf(requirement, reading);
    const story = reading.stories.find(({ requirementId }) => requirementId === requirement.id);
    // Where nobody opens an account, whoever does it may be on record all the same.
    const who =
      account ?? drafts.find(({ words }) => story?.actors.some((name) => words.has(name)) === true);
    if (who !== undefined) {
      for (const [pattern, noun] of TIES) {
        // "Favourite places with a label" are somebody's own places.
        if (!pattern.test(demand) || /\bfavou?rite [a-z]+ with\b/i.test(demand)) continue;
        const target =
          noun === "follow"
            ? (drafts.find(
                (draft) =>
                  draft !== who &&
                  /(?:shop|channel|topic|page|show|project)$/.test(draft.id) &&
                  speaksOf(demand, draft.name.toLowerCase()),
              ) ?? who)
            : drafts.find(
                (draft) => draft !== who && [...draft.words].some((word) => speaksOf(demand, word)),
              );
        const isKnown = drafts.some(({ known }) => known?.entity.id === noun);
        if (target !== undefined && !isKnown) tie(drafts, who, target, noun, requirement.id);
      }
    }
    const held = CONTAINER.exec(demand);
    const container = named(held?.[1] ?? "");
    const content = named(
      demand.slice(held?.index ?? demand.length, demand.length).split(/\b(?:to|in|into|on)\b/)[0] ??
        "",
    );
    if (
      container !== undefined &&
      content !== undefined &&
      container !== content &&
      container.known === undefined &&
      !isTied(content, container)
    ) {
      if (isMadeElsewhere(content, requirement.id, reading))
        join(drafts, content, container, requirement.id, true);
      else {
        const before = demand.slice(0, (held?.index ?? 0) + (held?.[0].length ?? 0));
        for (const part of drafts.filter(
          (draft) =>
            draft !== container &&
            draft.known === undefined &&
            !isTied(draft, container) &&
            [...draft.words].some((word) => speaksOf(before, word)) &&
            !isMadeElsewhere(draft, requirement.id, reading),
        ))
          belong(part, container);
      }
      continue;
    }
    const joined = JOINS.exec(demand);
    const what = named(joined?.[1] ?? "");
    const where = named(joined?.[2] ?? "");
    if (what === undefined || where === undefined || what === where || isTied(what, where))
      continue;
    if (what.known !== undefined || where.known !== undefined) continue;
    const holder = joined?.[2] ?? "";
    join(drafts, what, where, requirement.id, singularPhrase(holder) !== holder.toLowerCase());
  }
}

/** People, and what another statement makes or manages, are put together; the rest is made there. */
function isMadeElsewhere(
  content: EntityDraft,
  here: string,
  reading: RequirementsReading,
): boolean {
  if ([...content.words].some((word) => isPerson(word))) return true;
  if (content.known !== undefined) return true;
  return reading.stories.some(
    ({ requirementId, actions }) =>
      requirementId !== here &&
      actions.some(
        ({ verb, object }) =>
          object !== undefined &&
          /^(?:add|create|define|publish|upload|write|import|manage|maintain|scan|sell|buy|purchase|order|search|browse|see|view|find|filter)$/.test(
            verb,
          ) &&
          [...content.words].some((word) => speaksOf(object, word)),
      ),
  );
}

/** "Add modules to a course": a module is part of one course. */
function belong(part: EntityDraft, whole: EntityDraft): void {
  const field = toKebab(`${whole.id}-id`);
  part.references.set(field, {
    field,
    to: whole.id,
    required: true,
    one: false,
    owned: true,
    basis: "assumed",
  });
}

/** What people write has an author, where people have accounts. */
function addAuthors(drafts: readonly EntityDraft[], account: EntityDraft | undefined): void {
  if (account === undefined) return;
  for (const draft of drafts) {
    const has = [...draft.references.values()].some(({ to }) => to === account.id);
    if (draft.known !== undefined || has || !isWritten(draft.name.toLowerCase())) continue;
    const field = toKebab(`author-${account.id}-id`);
    draft.references.set(field, {
      field,
      to: account.id,
      required: true,
      one: false,
      owned: false,
      basis: "assumed",
    });
  }
}

/** "As a parent, I want to enrol my children": children belong to parents. */
function addOwner(
  drafts: readonly EntityDraft[],
  text: string,
  reading: RequirementsReading,
): void {
  const match =
    /^\W*as\s+(?:an?\s+)?([a-z -]{3,40}?),?\s+I\b.*?\bmy\s+([a-z]+(?:\s+[a-z]+)?)/i.exec(text);
  if (match === null) return;
  const owner = drafts.find(
    ({ words, known }) => known === undefined && words.has((match[1] ?? "").toLowerCase()),
  );
  const owned = drafts.find(
    (draft) =>
      draft !== owner &&
      draft.known === undefined &&
      [...draft.words].some((word) => speaksOf(match[2] ?? "", word)),
  );
  if (owner === undefined || owned === undefined || isTied(owner, owned)) return;
  // The two are tied by rows of their own, or it is "the timetable of a class".
  const isLinked = drafts.some(({ references }) =>
    [owner, owned].every(({ id }) =>
      [...references.values()].some(({ to, owned: part }) => part && to === id),
    ),
  );
  const isOfOther = drafts.some(
    (other) =>
      other !== owner &&
      other !== owned &&
      inScope(reading).some(({ text: said }) =>
        new RegExp(`\\b${owned.name} of (?:an?|the|each) ${other.name}\\b`, "i").test(said),
      ),
  );
  if (isLinked || isOfOther) return;
  const field = toKebab(`${owner.id}-id`);
  owned.references.set(field, {
    field,
    to: owner.id,
    required: false,
    one: false,
    owned: false,
    basis: "assumed",
  });
}

function tie(
  drafts: EntityDraft[],
  account: EntityDraft,
  target: EntityDraft,
  noun: string,
  requirement: string,
): void {
  const id = toKebab(`${target.id}-${noun}`);
  const known = drafts.find((draft) => draft.id === id);
  const draft = known ?? entityDraft(id, toTitle(id));
  draft.requirements.add(requirement);
  if (known !== undefined) return;
  const self = target === account;
  const who = self ? "follower-id" : `${account.id}-id`;
  const what = self ? "followed-id" : `${target.id}-id`;
  draft.description = self
    ? `Who follows whom.`
    : `Which ${account.name.toLowerCase()} ${noun === "enrolment" ? "is enrolled in" : "marked"} which ${target.name.toLowerCase()}.`;
  draft.basis = "assumed";
  draft.rowsPerUser = 10;
  draft.references.set(who, {
    field: who,
    to: account.id,
    required: true,
    one: false,
    owned: true,
    basis: "assumed",
  });
  draft.references.set(what, {
    field: what,
    to: target.id,
    required: true,
    one: false,
    owned: true,
    basis: "assumed",
  });
  addUnique(draft, [who, what]);
  drafts.push(draft);
}

/** Many to many where the text has both in the plural, else a reference that may be empty. */
function join(
  drafts: EntityDraft[],
  what: EntityDraft,
  where: EntityDraft,
  requirement: string,
  isMany: boolean,
): void {
  const field = toKebab(`${where.id}-id`);
  if (!isMany) {
    what.references.set(field, {
      field,
      to: where.id,
      required: false,
      one: false,
      owned: false,
      basis: "assumed",
    });
    return;
  }
  const id = toKebab(`${where.id}-${what.id}`);
  if (drafts.some((draft) => draft.id === id)) return;
  const draft = entityDraft(id, toTitle(id));
  draft.description = `Which ${what.name.toLowerCase()} belongs to which ${where.name.toLowerCase()}.`;
  draft.basis = "assumed";
  draft.rowsPerUser = 2;
  draft.requirements.add(requirement);
  for (const side of [where, what]) {
    const own = toKebab(`${side.id}-id`);
    draft.references.set(own, {
      field: own,
      to: side.id,
      required: true,
      one: false,
      owned: true,
      basis: "assumed",
    });
  }
  addUnique(draft, [field, toKebab(`${what.id}-id`)]);
  drafts.push(draft);
}

function isTied(a: EntityDraft, b: EntityDraft): boolean {
  return (
    [...a.references.values()].some(({ to }) => to === b.id) ||
    [...b.references.values()].some(({ to }) => to === a.id)
  );
}
