import { isPerson } from "../../requirements/person-words.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";

/** Where one clause ends and another begins that says what a thing has. */
const CLAUSES =
  /;\s+|,?\s+so that\s+(?=(?:each|every)\s+[a-z -]{2,30}?\s+(?:has|have|consists|contains)\b)|\.\s+|\bAcceptance:\s+|(?:,?\s+and|,|:)\s+(?=(?:each|every)\s+[a-z -]{2,30}?\s+(?:has|have|consists|contains|belongs|says)\b)|:\s+(?=an?\s+(?:(?!and\b|or\b)[a-z-]+\s+){1,3}(?:has|have|consists|contains|belongs|says)\b)/;
/** "In a storage location, which is identified by room and shelf". */
const RELATIVE =
  /(\b(?:an?|the|one)\s+([a-z]+(?: (?!which\b)[a-z]+)?)),? which (?:is (?:identified|described|defined) by|has(?! (?:not|been|to|no)\b)|contains|consists of)\s+/i;
/** "It has several floors": the thing that the sentence before was about. */
const PRONOUN =
  /^(?:it|they|these|this)\s+(?=(?:has|have|contains?|consists?|belongs?|is|are|names|records|lists|carries|says)\b)/i;
const SUBJECT =
  /^(?:(?:an?|each|every|the|all|several|some|any)\s+)?((?:[a-z][a-z-]*\s+){0,2}?[a-z][a-z-]*?)\s+(?:(?:must|should|can|may|will|shall)\s+)?(?:has|have|is|are|contains?|consists?|belongs?|names|records|lists|carries|says|gets?|goes|starts|lets|be)\b/i;
/** "For each sample we record the sampling date": a sample has it. */
const FOR_EACH_RECORDED =
  /^for (?:each|every|an?|all)\s+([a-z][a-z -]{1,40}?),?\s+(?:(?:we|the [a-z]+|it|one)\s+(?:also\s+)?(?:records?|stores?|keeps?|holds?|saves?|notes?)|there (?:is|are))\s+(?=(?:an?|the|its|their|who|when|one|several)\s|[a-z]+,)/i;
/** "A call sheet lists the call time of every actor": verbs of documents that say what they hold. */
const HOLDS =
  /^((?:(?:an?|each|every)\s+[a-z][a-z -]{1,40}?)|(?:the\s+[a-z][a-z-]*(?: [a-z-]+)?))\s+(?:names|lists(?! the [a-z]+s\b)|records|carries|states|gives|specifies|(?:is|are) (?:identified|described|defined|characteri[sz]ed|given) by|comes with|says)\s+(?=(?:an?|the|its|their|whether|how|who|which|when|one|several|all)\s|[a-z]+,\s)/i;
/** "As an organiser, I want to …", "The portal shall let an applicant …": who asks tells nothing of the thing. */
const FRAME =
  /^\W*as (?:an?|the) [a-z -]{2,40}?,?\s+I (?:want|need|would like|wish)(?: to)?(?: be able to)?\s+/i;
const QUESTION = /\b(?:whether|if) (?:it )?(needs|has|requires|is) (?:an? )?([a-z]+)/gi;

/** A statement cut into clauses, each in the words in which what a thing has is said most. */
export function plainClauses(text: string): readonly string[] {
  let subject = "";
  return text
    .slice(0, 4000)
    .replace(RELATIVE, "$1. each $2 has ")
    .split(CLAUSES)
    .map((part) => {
      const clause = plain(
        part.trim().replace(PRONOUN, subject === "" ? "$&" : `each ${subject} `),
      );
      subject = SUBJECT.exec(clause)?.[1]?.toLowerCase() ?? subject;
      return clause;
    });
}

function plain(clause: string): string {
  return clause
    .replace(FRAME, "")
    .replace(FOR_EACH_RECORDED, "each $1 has ")
    .replace(HOLDS, (whole: string, subject: string) =>
      isPerson(singularPhrase(subject)) ? whole : `${subject.replace(/^the /i, "each ")} has `,
    )
    .replace(
      /(?<=\shas\s.*),?\s+and says\s+(?=(?:an?|the|its|whether|who|which|when|how)\s)/gi,
      " and ",
    )
    .replace(QUESTION, (_, verb: string, what: string) => `${verb} ${what}`);
}
