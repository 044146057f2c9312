import { compoundThing } from "./compound-thing.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { TECHNOLOGIES } from "./non-entities.ts";
import { singularPhrase } from "./singular-phrase.ts";

/** Words that no evidence makes a thing: the product, its screens, quantities, words about the text. */
const NEVER = new Set(
  (
    "system platform app software website product-team project page screen button dashboard ui ux api url " +
    "time day week month year hour minute second millisecond date deadline start end begin moment " +
    "sign-on sign-in sign-up log-in line row column string character letter class-name cookie amount number quantity total size length count percent percentage level range minimum maximum average majority rest part share " +
    "data information info detail content input output value field attribute property type kind format name id identifier title text word " +
    "list overview history set lot bit pair couple group-of thing something anything everything nothing one other another all " +
    "reason way means manner purpose goal aim need requirement rule change access right permission care place side area use usage " +
    "error failure response result request user-interface evening morning night monday tuesday wednesday thursday friday saturday sunday " +
    "january february march april may june july august september october november december " +
    "effect account-of case-of look advantage money gold cash eur usd gbp euro dollar pound percent world people person somebody everybody home door " +
    "database table server browser client backend frontend code json xml csv pdf file http https email e-mail sms mail phone " +
    "performance quality security availability latency throughput load traffic capacity compliance gdpr pci retention backup " +
    "acceptance criterion story function functionality feature section document-of chapter scope step item-of new own same first last next once twice only"
  ).split(" "),
);
/** Words that name a thing only together with another: "school year", "friend request". */
const BARE = new Set(
  "year request list code line rule level step entry record table server limit section need field set error result value document-of type kind period right change problem side area place history date-of calendar score count part day".split(
    " ",
  ),
);
/** Words before a noun that tell which one, not what kind. */
export const WHICH: RegExp =
  /^(?:late|nearest|closest|default|preferred|personal|favou?rite|held|handmade|unread|registered|late|second|first|third|last|next|final|oldest|newest|latest|open|closed|weekly|daily|monthly|yearly|annual|whole|entire|full|valid|pending|winning|given|missing|supporting|supported|new|old|own|existing|current|different|specific|special|free|busy|due|overdue|past|previous|upcoming|active|inactive|single|multiple|individual|general|available|main|other|another|related|same|internal|external|online|recent|certain|further|additional|big|small|good|bad|several|many|few|two|three|four|five|six|seven|eight|nine|ten|either|both|best|worst|such|[a-z]{3,}(?<!spe|se|fe|bre|shr)ed)\s+/;
const DETERMINER =
  /^(?:(?:an?|the|each|every|all|any|some|its|his|her|their|my|our|your|this|these|those|one of|up to|at least|exactly|\d[\d,.]*)\s+)+/i;
const STOP = new Set(
  (
    "is are was were be been being has have had gets get does do did will would shall should must may might can could cannot " +
    "which that who whose whom when where while if then else and or but nor so as than because unless until once before after during since " +
    "of in on at by for from with without within into onto to over under between through per via against about not only also again back together " +
    "above below past ago yet still already almost up down out off online twice itself themselves he she it they we i you automatically immediately directly"
  ).split(" "),
);
const MOST_WORDS = 3;

/** The name of the thing that a phrase may stand for, were there evidence; more lenient than `entityName`. */
export function thingName(phrase: string): string | undefined {
  const whole = singularPhrase(phrase);
  const compound = compoundThing(whole);
  if (compound !== undefined) return compound;
  let name = whole;
  while (WHICH.test(name)) name = name.replace(WHICH, "");
  const words = name.split(" ");
  const head = words.at(-1) ?? "";
  if (
    words.length > MOST_WORDS ||
    head.length < 3 ||
    name.length > 40 ||
    !/^[a-z][a-z -]*$/.test(name) ||
    (NEVER.has(head) && !(BARE.has(head) && words.length > 1)) ||
    words.includes("idempotency") ||
    words.some((word) => FUNCTION_WORDS.has(word) || STOP.has(word) || TECHNOLOGIES.has(word))
  )
    return undefined;
  return name;
}

/** The thing that a text begins with, after determiners: "an alert for the nurse" → "alert". */
export function nameAfter(text: string): string | undefined {
  const words: string[] = [];
  for (const word of text.slice(0, 120).replace(DETERMINER, "").split(/\s+/)) {
    const bare = word.replace(/[.,;:)(].*$/, "");
    if (!/^[a-z][a-z-]*(?:['’]s?)?$/i.test(bare) || STOP.has(bare.toLowerCase())) break;
    // "a patient's bed": what is owned is meant.
    if (/['’]s?$/.test(bare)) words.length = 0;
    else words.push(bare.toLowerCase());
    if (bare !== word || words.length > MOST_WORDS) break;
  }
  return words.length === 0 ? undefined : thingName(words.join(" "));
}

/** The things of the list that a text begins with: "doctors, rooms and working hours" → three. */
export function namesAfter(text: string): readonly string[] {
  const list = text.slice(0, 160).split(/[.;:(]/, 1)[0] ?? "";
  const [first = "", ...others] = list.split(/,\s*(?:and\s+)?|\s+and\s+/);
  // What does not look like one more thing in the plural ends the list.
  const end = others.findIndex(
    (item) => singularPhrase(item) === item.toLowerCase() || item.split(" ").length > 3,
  );
  return [first, ...others.slice(0, end < 0 ? others.length : end)].flatMap(
    (item) => nameAfter(item) ?? [],
  );
}

/** The thing that a text ends with, and whether it is meant in general: "an event", "cages". */
export function nameBefore(text: string): {
  readonly name: string | undefined;
  readonly general: boolean;
} {
  const match =
    /(?:^|[.;,:]\s+|\b(an?|each|every|the|and|all)\s+)((?:[a-z][a-z-]*\s+){0,2}[a-z][a-z-]*)$/i.exec(
      text.slice(-80),
    );
  if (match === null) return { name: undefined, general: false };
  const words = `${match[1] ?? ""} ${match[2] ?? ""}`.trim().toLowerCase().split(/\s+/);
  const from =
    words.findLastIndex((word) => STOP.has(word) || /^(?:an?|each|every|the|all)$/.test(word)) + 1;
  const own = words.slice(from).join(" ");
  const determiner = words[from - 1] ?? "";
  const isPlural = singularPhrase(own) !== own;
  return {
    name: thingName(own),
    general: /^(?:an?|each|every)$/.test(determiner) || (determiner !== "the" && isPlural),
  };
}
