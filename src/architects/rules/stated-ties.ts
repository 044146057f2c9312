import { isPerson } from "../../requirements/person-words.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { toKebab } from "../../util/naming.ts";
import { assumeReference, ledTo } from "./assume-reference.ts";
import { coreOf } from "./core-of.ts";
import { inScope, speaksOf } from "./demand-text.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { pluralize } from "./plural.ts";

const NAME = String.raw`([a-z]+(?: [a-z]+){0,2}?)`;
const END = String.raw`(?=[.,;]|\s+(?:when|if|which|that|who|with|and|by|at|on|in|after|before|for|until|so|such|is|are)\b|$)`;
/** "A late fee is charged for each late instalment". */
const MADE_FOR = new RegExp(
  String.raw`\b(?:an?|each|every)\s+${NAME}(?:\s+of\s+[^,.;]{1,20})?\s+is\s+(?:made|charged|issued|created|generated|opened|recorded|written|kept|stored|booked|raised|printed|sent|drawn)\s+(?:automatically\s+)?(?:for|per|against|with|from)\s+(?:each|every|an?)\s+${NAME}${END}`,
  "gi",
);
/** "Each attempt against an invoice is recorded". */
const MADE_OF = new RegExp(
  String.raw`\b(?:an?|each|every)\s+${NAME}\s+(?:against|for|of|on)\s+(?:an?|the|each|every)\s+${NAME}\s+is\s+(?:recorded|stored|kept|logged|saved)\b`,
  "gi",
);
/** "Reserve a room for every appointment": an appointment has a room. */
const GIVEN_TO = new RegExp(
  String.raw`\b(?:reserve|allocate|book|assign|provide|choose|select|appoint)s?\s+(?:an?|one)\s+${NAME}\s+(?:for|to)\s+(?:each|every)\s+${NAME}${END}`,
  "gi",
);
/** "Every change of a player's balance is written to a ledger". */
const WRITTEN_TO = new RegExp(
  String.raw`\b(?:an?|each|every|the)\s+([a-z]+)['’]s\s[^.;]{0,40}?\b(?:is|are)\s+(?:written|recorded|logged|posted|booked|appended)\s+(?:to|in|into|on)\s+(?:an?|the)\s+${NAME}${END}`,
  "gi",
);
/** "Every change of an application is written to an audit log". */
const CHANGE_WRITTEN = new RegExp(
  String.raw`\b(?:each|every|an?)\s+(?:change|update|correction|movement|edit)\s+(?:of|to|on)\s+(?:an?|the|each|every)\s+${NAME}\s+(?:is|are|shall be|must be)\s+(?:written|recorded|logged|posted|appended)\s+(?:to|in|into|on)\s+(?:an?|the)\s+${NAME}(?=[.,;]|\s+with\b|$)`,
  "gi",
);
/** "An approved application leads to a permit". */
const LEADS_TO = new RegExp(
  String.raw`\b(?:an?|each|every)\s+(?:[a-z]+ed\s+)?${NAME}\s+(?:leads to|results in|ends in|triggers|turns into)\s+(?:an?|one)\s+${NAME}${END}`,
  "gi",
);
/** "For each episode the system creates a transcript", "divide an episode into chapters". */
const FOR_EACH = new RegExp(
  String.raw`\bfor (?:each|every) ${NAME},?\s+(?:the|an?)\s+[a-z]+(?: [a-z]+)?\s+(?:shall |must |can )?(?:automatically )?(?:creates?|makes?|generates?|issues?|prepares?|writes?|files?|publishes|records?)\s+(?:an? |one )?${NAME}${END}`,
  "gi",
);
const MADE_FOR_EACH = new RegExp(
  String.raw`\b(?:creates?|makes?|generates?|issues?|prepares?|writes?|files?|publish(?:es)?|records?|plans?|defines?|sets?|adds?|uploads?|attach(?:es)?|raises?|submits?|reports?)\s+(?:(?:an?|one|the|my|their)\s+)?${NAME}\s+(?:for|to|in|on|during|against|about)\s+(?:an?|each|every|one)\s+${NAME}${END}`,
  "gi",
);
const SPLIT_INTO =
  /\b(?:divides?|splits?|breaks?|divided|split|broken)\s+(?:an?|the|each|every)\s+([a-z]+(?: [a-z]+)?)\s+(?:down\s+|up\s+)?into\s+([a-z]+(?: [a-z]+)?)\b/gi;
/** "Cages are loaded on a line haul". */
const PUT_ON = new RegExp(
  String.raw`(?:^|,\s+)(?:all\s+)?([a-z]+(?: [a-z]+)?s)\s+are\s+[a-z]+(?:ed|en|un|pt|wn|nt)\s+(?:on|onto|in|into|to|per|for|against)\s+(?:(?:an?|one|each|every)\s+)?${NAME}${END}`,
  "gi",
);
/** "My grades per subject and term". */
const PER =
  /\b(?:my|the|all|their|his|her|of|see|list|view|show)\s+([a-z]+s)\s+(?:per|by)\s+([a-z]+)(?:\s+and\s+([a-z]+))?(?=[.,;]|\s+(?:so|and|in|as)\b|$)/gi;
const COUNTED = /\b(?:report|statistics?|number|average|sum|total|chart|dashboard|count)\b/i;
const PLACE =
  /(?:^|-)(?:van|truck|bus|vehicle|ship|vessel|room|bed|warehouse|depot|clinic|hospital|school|branch|cent(?:re|er)|laboratory|city|country|region|site|store|shop|device|machine|sensor|refrigerator)$/;
/** A case, under which what follows is filed. */
const CASE = /(?:^|-)(?:case|ticket|investigation|visit|session|shift)$/;

/**
 * What else the text ties: made for each of something, written of something, one per something; what
 * is made together in a statement; and what stands alone below a heading that names another thing.
 */
export function addStatedTies(drafts: readonly EntityDraft[], reading: RequirementsReading): void {
  for (const { text, kind } of inScope(reading)) {
    if (kind !== "functional") continue;
    const plain = text.slice(0, 2000);
    for (const [, made = "", whom = ""] of plain.matchAll(MADE_FOR)) tie(made, whom, true, drafts);
    for (const [, made = "", of = ""] of plain.matchAll(MADE_OF)) tie(made, of, true, drafts);
    for (const [, what = "", whom = ""] of plain.matchAll(GIVEN_TO)) tie(whom, what, false, drafts);
    for (const [, whose = "", where = ""] of plain.matchAll(WRITTEN_TO))
      tie(where, whose, true, drafts);
    for (const [, what = "", where = ""] of plain.matchAll(PUT_ON)) tie(what, where, false, drafts);
    for (const [, whole = "", part = ""] of [
      ...plain.matchAll(FOR_EACH),
      ...plain.matchAll(SPLIT_INTO),
      ...plain.matchAll(CHANGE_WRITTEN),
    ])
      tie(part, whole, true, drafts);
    for (const [, before = "", after = ""] of plain.matchAll(LEADS_TO)) {
      const made = draftOf(after, drafts);
      // What comes of a thing is not there before it.
      for (const [field, { to, basis }] of draftOf(before, drafts)?.references ?? [])
        if (to === made?.id && basis === "assumed")
          draftOf(before, drafts)?.references.delete(field);
      tie(after, before, true, drafts);
    }
    for (const [, what = "", whom = ""] of plain.matchAll(MADE_FOR_EACH))
      tie(what, whom, true, drafts);
    if (!COUNTED.test(plain))
      for (const [, what = "", first = "", second = ""] of plain.matchAll(PER))
        for (const key of [first, second]) tie(what, key, false, drafts);
  }
  addActedUpon(drafts, reading);
  addHeadings(drafts, reading);
}

function tie(from: string, to: string, required: boolean, drafts: readonly EntityDraft[]): void {
  const draft = draftOf(from, drafts);
  const target = draftOf(to, drafts);
  if (draft === undefined || target === undefined) return;
  // What a pattern knows has the references of its kind.
  if (draft.known !== undefined && (required || target.known !== undefined)) return;
  // What is counted of people is no relation of theirs.
  if (isPersonDraft(draft) || target.known?.entity.id === "account") return;
  refer(draft, target, required, drafts);
}

/** "Approves the application and writes a decision": the decision is about the application. */
function addActedUpon(drafts: readonly EntityDraft[], reading: RequirementsReading): void {
  const live = new Set(inScope(reading).map(({ id }) => id));
  for (const { requirementId, actions } of reading.stories) {
    if (!live.has(requirementId)) continue;
    let about: EntityDraft | undefined;
    for (const { verb, object } of actions) {
      const thing = object === undefined ? undefined : draftOf(object, drafts);
      if (thing === undefined || isPersonDraft(thing) || thing.known?.entity.id === "account")
        continue;
      const isDecided =
        /^(?:approve|decline|reject|refer|review|verify|inspect|assess|choose|select)$/.test(verb);
      if (about === undefined) about = isDecided || CASE.test(thing.id) ? thing : undefined;
      else if (thing !== about && thing.references.size === 0 && thing.known === undefined)
        refer(thing, about, true, drafts);
    }
  }
}

/** "Guilds": what stands below and is tied to nothing belongs to a guild. */
function addHeadings(drafts: readonly EntityDraft[], reading: RequirementsReading): void {
  // Who or what acts, and where things are, is there without the section's subject.
  const acting = new Set(reading.actors.map(({ name }) => toKebab(name)));
  for (const draft of drafts) {
    if (draft.known !== undefined || isPersonDraft(draft) || refersToThings(draft, drafts))
      continue;
    if (acting.has(draft.id) || PLACE.test(draft.id)) continue;
    const said = inScope(reading).filter(
      ({ text, kind }) =>
        kind === "functional" && [...draft.words].some((word) => speaksOf(text, word)),
    );
    if (said.length === 0)
      said.push(
        ...inScope(reading).filter(({ id }) =>
          draft.mentions.some(({ requirementIds }) => requirementIds.includes(id)),
        ),
      );
    const above = said[0]?.headings.at(-1) ?? "";
    if (said.filter(({ headings }) => headings.at(-1) === above).length * 2 < said.length) continue;
    const heading = above.replace(/^[\d.]+\s+/, "").toLowerCase();
    const subject = drafts.find(
      (other) =>
        other !== draft &&
        !isPersonDraft(other) &&
        other.known?.entity.id !== "account" &&
        pluralize(other.name.toLowerCase()) === heading,
    );
    // What is spoken of before the section is, and what others refer to, stands by itself.
    const isReferred = drafts.some(({ references }) =>
      [...references.values()].some(({ to }) => to === draft.id),
    );
    if (subject === undefined || (isReferred && subject.references.size > 0)) continue;
    refer(draft, subject, true, drafts);
  }
}

function draftOf(words: string, drafts: readonly EntityDraft[]): EntityDraft | undefined {
  const core = coreOf(words.toLowerCase());
  return drafts
    .filter((draft) =>
      [...draft.words].some(
        (word) =>
          coreOf(word) === core ||
          new RegExp(`(?:^|\\s)(?:${RegExp.escape(word)}|${RegExp.escape(pluralize(word))})$`).test(
            core,
          ),
      ),
    )
    .toSorted((a, b) => b.name.length - a.name.length)[0];
}

function refersToThings({ references }: EntityDraft, drafts: readonly EntityDraft[]): boolean {
  return [...references.values()].some(({ to }) => {
    const target = drafts.find(({ id }) => id === to);
    return target !== undefined && !isPersonDraft(target) && target.known?.entity.id !== "account";
  });
}

function isPersonDraft({ id }: EntityDraft): boolean {
  return isPerson(id.replaceAll("-", " "));
}

function refer(
  from: EntityDraft,
  to: EntityDraft,
  required: boolean,
  drafts: readonly EntityDraft[],
): void {
  if (!ledTo(from, drafts).has(to)) assumeReference(from, to, required, drafts);
}
