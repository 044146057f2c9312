/** What a deed leaves behind, where a backend keeps it: who lent what to whom is a loan. */
const DEEDS: ReadonlyMap<string, string> = new Map([
  ["lend", "loan"],
  ["borrow", "loan"],
  ["reserve", "reservation"],
  ["rent", "rental"],
  ["prescribe", "prescription"],
  ["enrol", "enrolment"],
  ["enroll", "enrolment"],
  ["subscribe", "subscription"],
  ["contribute", "contribution"],
  ["administer", "administration"],
  ["invite", "invitation"],
  ["donate", "donation"],
  ["deposit", "deposit"],
  ["withdraw", "withdrawal"],
  ["substitute", "substitution"],
  ["inspect", "inspection"],
  ["bid", "bid"],
  ["hand in", "submission"],
  ["take", "attempt"],
  ["dispute", "dispute"],
  ["rate", "rating"],
  ["ban", "ban"],
  ["mute", "mute"],
  ["defer", "deferral"],
  ["complain", "complaint"],
  ["recover", "recovery"],
  ["redeem", "redemption"],
  ["appoint", "appointment"],
  ["assign", "assignment"],
]);

/** The noun of a verb in its base form: "lend" → "loan"; `undefined` where it leaves nothing. */
export function deedNoun(verb: string): string | undefined {
  return DEEDS.get(verb);
}
