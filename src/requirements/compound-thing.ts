/** Things whose last word alone names none: "waiting list", "working hour". */
const COMPOUNDS =
  /(?:^|\s)((?:payment|delivery|shipping) method|(?:tax|exchange) rate|(?:working|opening|office|business|visiting) hour|(?:waiting|shopping|price|guest|packing|pick|picking|friend|task|block) list|audit (?:trail|log|record)|access log|battle pass|price tier|test case|bank holiday|(?:pick-?up|delivery|collection|charging|drop-?off) point|(?:parking|service|delivery|sales) (?:zone|area)|metric definition)$/;

/** The thing of two words that a singular phrase ends with; `undefined` where there is none. */
export function compoundThing(phrase: string): string | undefined {
  return COMPOUNDS.exec(phrase)?.[1];
}
