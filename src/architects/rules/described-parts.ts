import { isPerson } from "../../requirements/person-words.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { MAKING } from "./making.ts";
import type { StatedPart } from "./stated-parts.ts";

/** "Every change is written to an audit log with the user and the time". */
const WRITTEN_WITH =
  /\b(?:written|recorded|logged|entered|stored|kept)\s+(?:to|in|into|on)\s+(?:an?|the)\s+([a-z]+(?: [a-z]+)?)\s+with\s+(?=(?:an?|the|its|their)\s)(.+)$/i;
/** "Each movement of a sample from one place to another is logged with the employee and the time". */
const LOGGED_WITH =
  /^(?:an?|each|every)\s+([a-z]+(?: [a-z]+)?)\s+of\s+(?:an?|the|each|every)\s+([a-z]+(?: [a-z]+)?)\b(?:\s+from\s+(?:an?|one)\s+([a-z]+(?: [a-z]+)?)\s+to\s+another)?[^.;]*?\s(?:is|are|must be|shall be)\s+(?:created|stored|recorded|kept|logged|saved|written down|posted)(?:\s+with\s+(?=(?:an?|the|its|their)\s)(.+))?$/i;
/** "Add stages to a festival, each with a name and a capacity". */
const EACH_WITH = new RegExp(
  String.raw`\b(?:${MAKING})(?:s|es)?\s+(?:(?:an?|the|my|new|several|many)\s+)*([a-z]+(?: [a-z]+)?)(?:\s+(?:to|in|for|of|on)\s+[a-z ]{2,40}?)?,\s+each\s+with\s+(.+)$`,
  "i",
);
/** "Each lift sends sensor readings (vibration, temperature)". */
const SENDS =
  /^(?:each|every|an?|all|the)?\s*([a-z]+(?: [a-z]+)?)\s+(?:sends?|reports?|transmits?|measures?|delivers?|records?)\s+([a-z]+(?: [a-z]+)?s)\s+\(([^()]{5,200})\)/i;
/** "Actors have unavailable periods with a first and a last day". */
const HAVE_WITH =
  /^(?:(?:each|every|an?)\s+)?([a-z]+(?: [a-z]+)?)(?:\s+and\s+[a-z ]+?s)?\s+(?:have|has|contains?)\s+([a-z]+(?: [a-z]+)?s)\s+with\s+(?=(?:an?|the|its|their)\s)(.+)$/i;
/** "A client is an organisation with a name and an address". */
const IS_A_WITH =
  /^(?:an?|each|every)\s+([a-z]+(?: [a-z]+)?)\s+is\s+an?\s+[a-z]+(?: [a-z]+){0,2}?\s+(?:with|(?:that|which|who) has)\s+(?=(?:an?|the|its)\s)(.+)$/i;

type Base = Pick<StatedPart, "owner" | "belongs" | "requirementId" | "optional">;

/** Clauses that say what a thing has by how it is written down, added or defined. */
export function describedParts(
  clause: string,
  requirementId: string,
  itemsOf: (list: string, base: Base) => readonly StatedPart[],
): readonly StatedPart[] | undefined {
  const written = WRITTEN_WITH.exec(clause) ?? EACH_WITH.exec(clause) ?? IS_A_WITH.exec(clause);
  if (written !== null)
    return itemsOf(written[2] ?? "", {
      owner: singularPhrase(written[1] ?? ""),
      belongs: false,
      optional: false,
      requirementId,
    });
  const several = SENDS.exec(clause) ?? HAVE_WITH.exec(clause);
  if (several !== null && !isPerson(singularPhrase(several[1] ?? ""))) {
    const base = { owner: singularPhrase(several[2] ?? ""), optional: false, requirementId };
    return [
      ...itemsOf(several[3] ?? "", { ...base, belongs: false }),
      ...itemsOf(singularPhrase(several[1] ?? ""), { ...base, belongs: true }),
    ];
  }
  const logged = LOGGED_WITH.exec(clause);
  if (logged !== null) {
    const base = {
      owner: (logged[1] ?? "").toLowerCase(),
      belongs: false,
      optional: false,
      requirementId,
    };
    const ends = logged[3] === undefined ? [] : [`from ${logged[3]}`, `to ${logged[3]}`];
    return [
      ...itemsOf(logged[2] ?? "", { ...base, belongs: true }),
      ...itemsOf([...ends, logged[4] ?? ""].join(", "), base),
    ];
  }
  return undefined;
}
