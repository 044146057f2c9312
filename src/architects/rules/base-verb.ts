import { IMPERATIVES } from "../../requirements/imperatives.ts";

/** Nouns of what somebody does: "the return of a loan". */
const DONE: ReadonlyMap<string, string> = new Map([
  ["return", "return"],
  ["delivery", "deliver"],
  ["arrival", "arrive"],
  ["departure", "depart"],
  ["pickup", "pick-up"],
  ["pick-up", "pick-up"],
  ["receipt", "receive"],
  ["completion", "complete"],
  ["handover", "hand-over"],
  ["cancellation", "cancel"],
  ["approval", "approve"],
  ["rejection", "reject"],
  ["collection", "collect"],
  ["acceptance", "accept"],
  ["closure", "close"],
  ["start", "start"],
  ["end", "end"],
  ["loss", "report-loss"],
  ["withdrawal", "withdraw"],
  ["dispatch", "dispatch"],
  ["disposal", "dispose"],
  ["repair", "repair"],
  ["renewal", "renew"],
]);
/** Somebody else does these; whoever marks it only notes that it was done. */
const NOTED = /^(?:paid|sent|read|seen|sold|taken|done|bought|used|viewed|reported|recommended)$/;

/** The verb of a noun of doing; `undefined` for any other noun. */
export function verbOfDoing(noun: string): string | undefined {
  return DONE.get(noun.toLowerCase());
}

/** What brings about a state: "delivered" → "deliver", "lost" → "mark-lost". */
export function verbToState(state: string): string {
  const word = state.toLowerCase().replaceAll(/[^a-z]+/g, "-");
  const forms = [
    word.replace(/ied$/, "y"),
    word.replace(/([a-z])\1ed$/, "$1"),
    word.replace(/ed$/, ""),
    word.replace(/d$/, ""),
  ];
  const verbs = new Set(DONE.values());
  const verb = word.endsWith("ed")
    ? forms.find((form) => form !== word && (IMPERATIVES.has(form) || verbs.has(form)))
    : undefined;
  return verb === undefined || NOTED.test(word) ? `mark-${word}` : verb;
}
