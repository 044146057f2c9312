import { IMPERATIVES } from "./imperatives.ts";
import { isPerson } from "./person-words.ts";
import { singularPhrase } from "./singular-phrase.ts";

/** Somebody who may do something: "The system shall let a patient book an appointment". */
export interface Grant {
  /** Singular, lower case: "clinic administrator". */
  readonly actor: string;
  /** From the verb on: "book an appointment". */
  readonly means: string;
}

const LETS =
  /^\W*(?:(?:the|this|our)\s+)?(?:\p{L}[\p{L}-]*\s+){1,3}?(?:(?:shall|must|should|will|can|may)\s+)?(?:also\s+)?(?:lets?|allows?|enables?|permits?)\s+(.+)$/isu;
const ABILITY =
  /^(?:(?:shall|must|should|will)\s+be\s+(?:able|allowed)\s+to|(?:is|are)\s+(?:able|allowed)\s+to|can|may)\s+(?:also\s+)?/iu;
const DETERMINER = /^\W*(?:(?:an?|the|each|every|any|all|only)\s+)+/iu;
/** Words of an agent's form that name things. */
const THINGS =
  /^(?:order|folder|number|server|filter|letter|parameter|container|counter|header|footer|register|timer|tracker|transfer|offer|paper|layer|error|sensor|monitor|cursor|factor|computer|printer|router|controller|newsletter|voucher|banner|parser|compiler|broker|cluster|buffer|pointer|integer|character|chapter|matter|power|water|weather|theater|center|other|scheduler|worker|reminder|folder|invoice|event|payment|account|discount|content|comment|document|department|appointment|shipment|assignment|list|playlist|wishlist|checklist|plant|grant|fee|committee|tier|barrier|identifier|modifier|supplier order)$/;
const AGENT = /^(?:[\p{L}-]+\s)?\p{L}{2,}(?:er|or|ist|ian|ee)$/u;
const MOST_WORDS = 3;

/** Recognises a statement that lets somebody do something; `undefined` for any other. */
export function readGrant(text: string): Grant | undefined {
  const sentence = text.slice(0, 1000);
  const whom = LETS.exec(sentence)?.[1];
  if (whom !== undefined) {
    const grant = split(whom, /^(?:to\s+)?(?:be able to\s+)?/i);
    if (grant !== undefined) return grant;
  }
  return split(sentence, ABILITY) ?? presentTense(sentence);
}

/** "The dispatcher acknowledges alerts.", "Players spend gems on items." */
function presentTense(text: string): Grant | undefined {
  const determined = DETERMINER.test(text);
  const words = text.replace(DETERMINER, "").split(/\s+/);
  for (let length = 1; length <= MOST_WORDS; length++) {
    const subject = words.slice(0, length).join(" ");
    const actor = singularPhrase(subject);
    const verb = words[length]?.toLowerCase() ?? "";
    const rest = words.slice(length + 1).join(" ");
    if (!isActor(actor) || rest === "" || !/^[a-z]{3,}$/.test(verb)) continue;
    const isMany = actor !== subject.toLowerCase();
    const base = isMany ? verb : stemOf(verb);
    if ((isMany || determined) && base !== undefined && IMPERATIVES.has(base))
      return { actor, means: `${base} ${rest}` };
  }
  return undefined;
}

function stemOf(verb: string): string | undefined {
  if (!verb.endsWith("s") || verb.endsWith("ss")) return undefined;
  if (verb.endsWith("ies")) return `${verb.slice(0, -3)}y`;
  return /(?:ches|shes|sses|xes|zes)$/.test(verb) ? verb.slice(0, -2) : verb.slice(0, -1);
}

/** The actor at the beginning, what has to stand behind it, and what is left. */
function split(text: string, link: RegExp): Grant | undefined {
  const words = text.replace(DETERMINER, "").split(/\s+/);
  for (let length = 1; length <= MOST_WORDS; length++) {
    const actor = singularPhrase(words.slice(0, length).join(" "));
    const rest = words.slice(length).join(" ");
    const joint = link.exec(rest);
    if (joint === null || !isActor(actor)) continue;
    const means = rest.slice(joint[0].length);
    if (/^\p{L}{2,}/u.test(means) && !/^(?:be|have|not|only|been)\b/i.test(means))
      return { actor, means };
  }
  return undefined;
}

function isActor(name: string): boolean {
  return isPerson(name) || (AGENT.test(name) && !THINGS.test(name.split(" ").at(-1) ?? ""));
}
