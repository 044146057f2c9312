import { compoundThing } from "../../requirements/compound-thing.ts";
import { entityName } from "../../requirements/entity-name.ts";
import { isPerson, isTechnical } from "../../requirements/person-words.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { deedNoun } from "./deed-noun.ts";
import { inScope, speaksOf } from "./demand-text.ts";
import { knownValues } from "./known-values.ts";
import { nameAfter, nameBefore, namesAfter, thingName } from "../../requirements/thing-name.ts";
import { referencedThings } from "./referenced-things.ts";
import type { StatedPart } from "./stated-parts.ts";

/** What speaks for keeping a thing of this name, whatever lists say of the word. */
export interface EntityEvidence {
  readonly name: string;
  /** Sum of what was found; each kind counts up to a limit. */
  readonly score: number;
  /** Whether the text says what it has, through which states it goes, or that it is made. */
  readonly isStrong: boolean;
  /** Whether the text says what it has, that something else has one of it, or who keeps records of it. */
  readonly isOwner: boolean;
  readonly requirementIds: readonly string[];
}

/** From this score on a word that lists call no thing is one. */
export const AGAINST_LISTS = 4;
/** From this score on a thing is kept that nothing else speaks for. */
export const ENOUGH = 3;

type Kind =
  | "tied"
  | "kept"
  | "decided"
  | "said"
  | "has"
  | "part"
  | "states"
  | "made"
  | "changed"
  | "read"
  | "counted"
  | "headed"
  | "each";

/** How much a kind of evidence may count in all. */
const MOST: Readonly<Record<Kind, number>> = {
  tied: 3,
  decided: 4,
  said: 2,
  has: 4,
  part: 3,
  kept: 2,
  states: 4,
  made: 4,
  changed: 4,
  read: 2,
  counted: 2,
  headed: 2,
  each: 2,
};

const MADE =
  /\b(?:creat|record|fil|fill|open|rais|issu|regist|enter|submit|post|writ|log|schedul|plann?|book|request|generat|draft|sav|upload|defin|found|announc|report|prepar|charg|agree|tak|hand(?:s|ed)? in|agree|giv|produc|plac|stor|print|driv|pull|reserv|allocat|borrow|prescrib|comput|put)(?:e?s|ing|ed|e|er|ers)?\s+(?:in |out )?(?=(?:an?|each|every|another|several|three|two|one|\d+)\s|(?:[a-z]+ )?[a-z]+s\b)/gi;
/** What people define is kept, whatever the word: "blackout periods". */
const DEFINED = /^(?:defin|creat|maintain|regist)\w*\s+$/i;
const PASSIVE =
  /\s+(?:is|are|shall be|must be|will be|gets)\s+(?:automatically\s+)?(?:created|stored|recorded|made|written|issued|raised|charged|generated|opened|registered|filed|entered|logged|listed|drawn|posted|kept|booked|computed)\b/gi;
/** "A late fee of 15 EUR is charged". */
const OF_AMOUNT = / (?:of|above|over|below) (?:[A-Z]{3} |[€$£])?\d[\d.,]*(?: ?[A-Za-z%€]+)?$/;
/** What people are given to keep: a badge, a certificate. */
const AWARDED =
  /\b([a-z]+)\s+(?:gets?|receives?|earns?|wins?|unlocks?|is awarded|are awarded)\s+an?\s+(?![a-z ]*\b(?:notification|confirmation|reminder|warning|message|answer|code|link|discount|error|alert|reply|copy|hint|receipt|invitation|choice|chance)\b)(?=[a-z])/gi;
/** "Gives a warning, a mute or a ban": each of them is on record. */
const GIVEN = /\b(?:gives?|issues?|imposes?)\s+((?:an? [a-z]+, )*an? [a-z]+,? or an? [a-z]+)\b/gi;
const ONE_NOUN =
  /\b(?:an|a|each|every)\s+([a-z]+)(?=[.,;:]|\s+(?:to|of|for|in|on|at|with|from|within|is|has|and|or|when)\b)/g;
/** "Locations are kept for 90 days". */
const RETAINED =
  /(?:^|[,;:]\s+|\band\s+)([a-z]+(?: [a-z]+)?s)(?:\s+(?:are|must be|shall be)\s+(?:kept|retained|stored))?\s+for\s+(?:at least\s+)?(?:\d+|one|two|three|five|ten)\s+(?:days?|weeks?|months?|years?)/gi;
/** "Refrigerators report their temperature": devices of which readings are kept. */
const DEVICE =
  /(?:^|[.;,]\s+)(?:each\s|every\s|the\s)?([a-z]+)\s+(?:reports?|sends?|transmits?|measures?)\s+(?:its|their)\s/gi;
/** "A visit can be amended until two hours before". */
const CHANGEABLE =
  /\b(?:an?|the|each|every)\s+([a-z]+(?: [a-z]+)?)\s+(?:can|may|must|shall)\s+(?:only\s+)?be\s+(?:amended|changed|cancelled|canceled|edited|corrected|withdrawn|reopened|closed|extended|renewed|deleted|rescheduled|approved|rejected)\b/gi;
const BEGUN = /\b(?:starts?|begins?|ends?|finish(?:es)?)\s+(?=(?:an?|his|her|their)\s)/gi;
const RATES = /\brates?\s+(?:each other|an?\s|the\s|their\s|his\s|her\s)/i;
/** "Generate a letter from a template". */
const MADE_FROM =
  /\b(?:generate|create|make|print|build)s?\s+(?:an?|the)\s+[a-z ]{3,30}?\s+from\s+(?=an?\s)/gi;
/** "Sends the driver's location every four seconds". */
const SENT = /\b(?:sends?|reports?|transmits?)\s+(?=(?:an?|the|its|their)\s[^.;]{0,60}\bevery\b)/gi;
const CHANGED =
  /\b(?:updat|chang|edit|correct|delet|remov|cancel|approv|reject|declin|accept|verif|releas|publish|archiv|clos|reopen|extend|renew|disput|review|decid|assign|revok|claim|complet|sign|refus|acknowledg|resolv|confirm|transfer|discharg|hand(?:s|ed)? in|excus|disburs|write(?:s)? off|writes off)(?:e?s|ies|y|ed|e)?\s+(?=(?:an?|the|each|every|their|his|her|its|my|\d+)\s|[a-z]+s?\b)/gi;
const DECIDED = /^(?:approv|reject|declin|refus|disput|decid)/i;
const READ =
  /\b(?:see|view|list|show|search|search for|browse|download|find|track|follow|read)s?\s+(?=(?:an?|the|each|every|all|their|his|her|my|free)\s|[a-z]+s\b)/gi;
/** Who keeps records of several things: "maintains doctors, rooms and working hours". */
const KEPT = /\b(?:maintain|manage|import|administer)s?\s+(?=(?:an?|the|all|their)\s|[a-z]+s?\b)/gi;
/** "Link parents to their children": both are on record. */
const LINKED =
  /\b(?:link|connect|relate)s?\s+((?:an?\s|the\s)?[a-z]+(?: [a-z]+)?)\s+(?:to|with)\s+((?:an?\s|the\s|their\s|his\s|her\s|its\s|one or more\s)?[a-z]+)/gi;
/** Of these somebody keeps a list, though a clause only says that something has one. */
const VEHICLE_OR_PLACE =
  /(?:^|\s)(?:van|truck|bus|vehicle|ship|vessel|aircraft|room|bed|warehouse|depot|clinic|hospital|school|branch)$/;
const PREPARED = /\b(?:prepares?|drafts?|draws? up|issues?|creates?|computes?)\s+(?=the\s)/gi;
const GAINED =
  /\b(?:gets?|receives?|gives?|holds?)\s+(?=(?:an?|each|every|another|three|two|\d+)\s)/gi;
/** "A match starts", "the invitation expires": what has a beginning and an end. */
const LIVES =
  /\b(?:an?|the|each|every)\s+([a-z][a-z -]{1,30}?)\s+(?:starts|begins|ends|finishes|expires|is over|has started|has ended)\b/gi;
const WRITTEN_TO =
  /\b(?:written|recorded|logged|appended|posted|stored|loaded|sorted|put|paid|entered|collected)\s+(?:in|into|to|on|onto)\s+(?=(?:an?|the)\s)/gi;
const COUNTED =
  /(?:^|[\s(|])(?:about |up to |around |some )?\d[\d,.]*(?:\s(?:million|thousand|billion))?\s+(?=[a-z])/gi;
const ROW_COUNT =
  /^(?:[A-Z][a-z]+: )?((?:active |registered )?[a-z][a-z ]{2,30}s)(?: per (?:day|week|month|hour))?: (?:about |up to )?\d[\d,. ]*(?: (?:million|thousand))?(?: \(.*\))?$/i;
const EACH = /\b(?:each|every)\s+(?=[a-z])/gi;
const STATED_STATES =
  /(?:^|[.;,:]\s+|\band\s+)(?:an?|each|every)\s+([a-z][a-z -]{1,30}?)(?:\s+has\s+[^.;]{2,60}?\s+and)?\s+is\s+(?:either\s+)?(?!an?\b|the\b)[a-z][a-z -]{1,24}(?:,\s*[a-z -]{2,24})*,?\s+or\s+(?!more\b|less\b)[a-z -]{2,30}(?=[.,;]|$)/gi;

/** Weighs what the text says of each thing: that it has parts, is made, changed, counted, headed. */
export function weighEvidence(
  reading: RequirementsReading,
  parts: readonly StatedPart[],
): ReadonlyMap<string, EntityEvidence> {
  const found = new Map<string, Finding>();
  const nouns = nounsOf(reading, parts);
  const add = (name: string | undefined, kind: Kind, weight: number, id: string): void => {
    if (name === undefined || !isNoun(name, nouns)) return;
    const finding = found.get(name) ?? { kinds: new Map(), ids: new Set() };
    finding.kinds.set(kind, (finding.kinds.get(kind) ?? 0) + weight);
    finding.ids.add(id);
    found.set(name, finding);
  };
  addParts(parts, add);
  for (const { name, states, requirementIds } of reading.entities) {
    const id = inScope(reading).find(
      ({ id: own, text }) =>
        requirementIds.includes(own) && speaksOf(text, name) && text.includes(states?.[1] ?? "\0"),
    )?.id;
    if (id !== undefined) add(name, "states", 4, id);
  }
  const headed = new Set<string>();
  for (const { id, text, kind, headings } of inScope(reading)) {
    const plain = text.slice(0, 3000);
    const count = ROW_COUNT.exec(plain);
    if (count !== null) add(thingName(count[1] ?? ""), "counted", 2, id);
    for (const match of plain.matchAll(COUNTED))
      add(pluralAfter(plain.slice(match.index + match[0].length)), "counted", 1.5, id);
    if (!/\b(?:logs?|backups?|data)\b/i.test(plain))
      for (const match of plain.matchAll(RETAINED)) {
        const name = thingName((match[1] ?? "").toLowerCase());
        const strict = name === undefined ? undefined : entityName(name);
        // "Quiz results", "donation records": the quiz and the donation are kept.
        if (strict === undefined || strict === name) add(name, "made", 3, id);
      }
    for (const match of plain.matchAll(SENT))
      add(nameAfter(plain.slice(match.index + match[0].length)), "changed", 2, id);
    const subject = /^\s*(?:an?|each|every)\s+(?=[a-z])/i.exec(plain);
    if (subject !== null) add(nameAfter(plain.slice(subject[0].length)), "each", 1, id);
    if (kind !== "functional") continue;
    addText(plain, id, add);
    const heading = (headings.at(-1) ?? "").replace(/^[\d.]+\s+/, "");
    if (heading.split(" ").length <= 2 && !headed.has(heading)) {
      headed.add(heading);
      add(thingName(heading.toLowerCase()), "headed", 2, id);
    }
  }
  addShared(parts, reading, add);
  for (const [name, ids] of referencedThings(reading, parts))
    for (const [kind, weight] of [
      ["tied", 3],
      ["part", 3],
    ] as const)
      add(name, kind, weight, ids[0] ?? "");
  addDeeds(reading, add);
  for (const [name, finding] of found) {
    // "School year" does not speak of schools.
    const longer = [...found.keys()].filter((other) => other.startsWith(`${name} `));
    const said = inScope(reading).filter(({ text }) =>
      speaksOf(
        longer.reduce((rest, other) => rest.replaceAll(new RegExp(other, "gi"), " "), text),
        name,
      ),
    ).length;
    if (said >= 3) finding.kinds.set("said", said >= 5 ? 2 : 1);
  }
  return new Map([...found].map(([name, finding]) => [name, evidenceOf(name, finding)]));
}

/** What a thing may have several of, and that are values all the same. */
const VALUES = /(?:^|\s)(?:barcode|bar code|phone number|telephone number|email address)s?$/;
/** Words about a product that are also the things of some trade. */
const MANY_MEANINGS =
  /^(?:performance|problem|service|section|chapter|unit|title|image|process|application|rule|policy|step|stage|level|change|need|offer|measure)$/;
/** Values that something is given; rows only where the text says what they have. */
const COMPUTED = /(?:^|\s)(?:score|signature|factor|average|balance|total|sum)$/;

interface Finding {
  readonly kinds: Map<Kind, number>;
  readonly ids: Set<string>;
}

type Add = (name: string | undefined, kind: Kind, weight: number, id: string) => void;

function addParts(parts: readonly StatedPart[], add: Add): void {
  const owners = new Set(parts.map(({ owner }) => singularPhrase(owner)));
  for (const { owner, part, many, belongs, isOne, requirementId } of parts) {
    const own = parts.filter((other) => other.owner === owner).length;
    const weight = own > 1 ? 2 : 1.5;
    // What has three parts is a thing, whatever the word: "a performance".
    const name =
      thingName(owner) ??
      (own >= 3 && (MANY_MEANINGS.test(owner) || isPerson(owner)) ? owner : undefined);
    add(name, "has", weight, requirementId);
    if (VALUES.test(part)) continue;
    if (many) add(thingName(part), "part", 3, requirementId);
    else if (belongs) add(thingName(part), "tied", isOne === true ? 3 : 2, requirementId);
    // What itself has parts is no value.
    else if (owners.has(singularPhrase(part))) add(thingName(part), "part", 2, requirementId);
    else if (VEHICLE_OR_PLACE.test(part)) add(thingName(part), "part", 3, requirementId);
    else if (compoundThing(part) === part) add(part, "part", 3, requirementId);
    else if (singularPhrase(part) !== part) add(thingName(part), "part", 1, requirementId);
  }
}

/** What several things have one of, and the text goes on to speak of, is no value of each: a depot. */
function addShared(parts: readonly StatedPart[], reading: RequirementsReading, add: Add): void {
  const owners = new Map<string, Set<string>>();
  for (const { owner, part, many, belongs, values } of parts) {
    const head = part.split(" ").at(-1) ?? "";
    if (many || belongs || values !== undefined || singularPhrase(part) !== part) continue;
    owners.set(head, (owners.get(head) ?? new Set()).add(owner));
  }
  for (const [noun, by] of owners) {
    const isValue = knownValues.some(({ names }) => names.test(noun));
    if (by.size < 2 || isValue || isPerson(noun) || entityName(noun) === undefined) continue;
    const said = inScope(reading).filter(({ text }) => speaksOf(text, noun));
    const isPlace = said.some(({ text }) =>
      new RegExp(
        `\\b(?:in|at|between|from|to|into) (?:an?|the|two|each|every|another) ${noun}s?\\b`,
        "i",
      ).test(text),
    );
    if (isPlace && said.length >= 3) add(noun, "part", 3, said[0]?.id ?? "");
  }
}

/** "An officer invites a player; the invitation expires": the noun of what somebody does. */
function addDeeds(reading: RequirementsReading, add: Add): void {
  const texts = inScope(reading);
  for (const { requirementId, actions } of reading.stories) {
    for (const { verb } of actions) {
      const noun = deedNoun(verb);
      // An attempt or a submission is nothing without what it is of.
      if (noun === undefined || noun === verb || /^(?:attempt|submission)$/.test(noun)) continue;
      const saying = texts.filter(({ text }) => speaksOf(text, noun));
      const subject = new RegExp(`^(?:an? |each |every |the |no )?${noun}s?\\b`, "i");
      const isHere = saying.some(({ id, text }) => id === requirementId || subject.test(text));
      if (saying.length > 0) add(noun, "made", isHere ? 3 : 2, requirementId);
    }
  }
}

function addText(text: string, id: string, add: Add): void {
  for (const match of text.matchAll(MADE)) {
    const rest = text.slice(match.index + match[0].length);
    const name = nameAfter(rest);
    if (name !== undefined && isPerson(name)) add(name, "kept", 2, id);
    else {
      const isOne = /^(?:an?|each|every|another)\s/i.test(rest);
      const isDefined = DEFINED.test(match[0]) && name?.includes(" ") === true;
      add(name, "made", isOne || isDefined ? 3 : 2, id);
    }
  }
  for (const match of text.matchAll(PASSIVE)) {
    const { name, general } = nameBefore(text.slice(0, match.index).replace(OF_AMOUNT, ""));
    add(name, "made", general ? 3 : 1, id);
    const joined =
      /\b(?:each|every|an?)\s+([a-z -]+?)\s+and\s+(?:each|every|an?)\s+[a-z -]+$/i.exec(
        text.slice(Math.max(0, match.index - 80), match.index),
      );
    if (joined !== null) add(thingName(joined[1] ?? ""), "made", 3, id);
  }
  for (const match of text.matchAll(CHANGED)) {
    const isDecided = DECIDED.test(match[0]);
    add(
      nameAfter(text.slice(match.index + match[0].length)),
      isDecided ? "decided" : "changed",
      isDecided ? 4 : 2,
      id,
    );
  }
  for (const match of text.matchAll(KEPT))
    for (const name of namesAfter(text.slice(match.index + match[0].length))) {
      add(name, "changed", 2, id);
      if (isPerson(name)) add(name, "kept", 2, id);
    }
  for (const match of text.matchAll(LINKED))
    for (const name of [nameAfter(match[1] ?? ""), nameAfter(match[2] ?? "")])
      for (const kind of ["kept", "changed"] as const) add(name, kind, 2, id);
  for (const match of text.matchAll(PREPARED))
    add(nameAfter(text.slice(match.index + match[0].length)), "made", 3, id);
  for (const match of text.matchAll(GAINED))
    add(nameAfter(text.slice(match.index + match[0].length)), "made", 2, id);
  for (const match of text.matchAll(DEVICE))
    if (!isPerson(singularPhrase(match[1] ?? ""))) add(thingName(match[1] ?? ""), "has", 2, id);
  for (const match of text.matchAll(CHANGEABLE)) add(thingName(match[1] ?? ""), "changed", 2, id);
  for (const match of text.matchAll(BEGUN))
    add(nameAfter(text.slice(match.index + match[0].length)), "changed", 2, id);
  for (const match of text.matchAll(MADE_FROM))
    add(nameAfter(text.slice(match.index + match[0].length)), "tied", 3, id);
  if (RATES.test(text)) for (const kind of ["made", "kept"] as const) add("rating", kind, 3, id);
  for (const match of text.matchAll(AWARDED))
    if (isPerson(singularPhrase(match[1] ?? "")))
      add(nameAfter(text.slice(match.index + match[0].length)), "made", 3, id);
  for (const match of text.matchAll(GIVEN))
    for (const item of (match[1] ?? "").split(/,\s*(?:or )?|\s+or\s+/))
      add(nameAfter(item), "made", 4, id);
  for (const match of text.matchAll(LIVES)) add(thingName(match[1] ?? ""), "states", 1.5, id);
  for (const match of text.matchAll(READ))
    add(nameAfter(text.slice(match.index + match[0].length)), "read", 1, id);
  for (const match of text.matchAll(WRITTEN_TO))
    add(nameAfter(text.slice(match.index + match[0].length)), "made", 3, id);
  for (const match of text.matchAll(EACH))
    add(nameAfter(text.slice(match.index + match[0].length)), "each", 1, id);
  for (const match of text.matchAll(STATED_STATES)) add(thingName(match[1] ?? ""), "states", 4, id);
  // "Leaderboards per region and season": a line that only names a thing is about it.
  const line = /^([A-Z][a-z]+(?: [a-z]+)?s) (?:per|of up to|with|between|for) [^.]*$/.exec(text);
  if (line !== null) add(thingName((line[1] ?? "").toLowerCase()), "headed", 2, id);
}

/** What a number counts: a plural. */
function pluralAfter(text: string): string | undefined {
  const name = nameAfter(text);
  return name !== undefined &&
    speaksOf(text.slice(0, 60), name) &&
    !new RegExp(`\\b${RegExp.escape(name)}\\b`, "i").test(text.slice(0, 60))
    ? name
    : undefined;
}

/** The words that the tagger, or a list of parts, takes for nouns at the end of a phrase. */
function nounsOf(reading: RequirementsReading, parts: readonly StatedPart[]): ReadonlySet<string> {
  const phrases = [
    "rating",
    ...reading.stories.flatMap(({ entities }) => entities),
    ...reading.entities.map(({ name }) => name),
    ...parts.map(({ owner }) => singularPhrase(owner)),
    ...parts.map(({ part }) => singularPhrase(part)),
    // "An offer to the driver": a noun between a determiner and the end of its phrase.
    ...inScope(reading).flatMap(({ text }) =>
      [...text.matchAll(ONE_NOUN)].map(([, noun = ""]) => noun),
    ),
    // No tagger takes "a mute" for a noun.
    ...inScope(reading).flatMap(({ text }) =>
      [...text.matchAll(GIVEN)].flatMap(([, items = ""]) =>
        items
          .split(/,\s*(?:or )?|\s+or\s+/)
          .map((item) => item.replace(/^an? /i, "").toLowerCase()),
      ),
    ),
  ];
  return new Set(phrases.map((phrase) => phrase.split(" ").at(-1) ?? ""));
}

function isNoun(name: string, nouns: ReadonlySet<string>): boolean {
  return nouns.has(name.split(" ").at(-1) ?? "");
}

function evidenceOf(name: string, { kinds, ids }: Finding): EntityEvidence {
  let score = 0;
  for (const [kind, weight] of kinds) score += Math.min(weight, MOST[kind]);
  const strong =
    (kinds.get("has") ?? 0) >= 2 ||
    (kinds.get("states") ?? 0) >= 3 ||
    (kinds.get("made") ?? 0) >= 3 ||
    (kinds.get("part") ?? 0) >= 3 ||
    ((kinds.get("tied") ?? 0) >= 3 && name.includes(" ")) ||
    kinds.has("decided");
  const isOnlyMade =
    COMPUTED.test(name) &&
    !(["has", "states", "decided", "kept", "tied"] as const).some((kind) => kinds.has(kind));
  return {
    name,
    score: isOnlyMade
      ? 0
      : isTechnical(name) && !isPerson(name) && entityName(name) === undefined
        ? 0
        : score,
    isStrong: strong,
    isOwner: (kinds.get("has") ?? 0) >= 1.5 || kinds.has("tied") || kinds.has("kept"),
    requirementIds: [...ids],
  };
}
