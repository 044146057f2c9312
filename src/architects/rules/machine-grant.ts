import { IMPERATIVES } from "../../requirements/imperatives.ts";
import type { Grant } from "../../requirements/read-grant.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { isMachine } from "./client-kinds.ts";

const MODAL = /^(?:can|may|shall|must|will|should)$/i;
const DETERMINER = /^\W*(?:(an?|the|each|every|all|this|our)\s+)?/i;
/** "A tracker in each van": where it is says nothing of what it is. */
const WHERE = /^(\W*(?:\w+\s+){1,3}?)(?:in|on|of|at|inside)\s+(?:an?|the|each|every)\s+[a-z]+\s+/i;
const PASSIVE =
  /^\W*((?:[a-z-]+\s+){1,4}?)(?:is|are|shall be|must be|will be)\s+([a-z]{3,}ed)\s+by\s+(?:an?|the|each)\s+((?:[a-z-]+\s+){0,2}[a-z-]+?)(?=[.,;]|$)/i;
const TAKEN_FROM =
  /\b(?:ingest|receive|collect|accept|gather)s?\s+((?:[a-z-]+\s+){1,3}?)from\s+(?:an?|the|all|our|each|every)?\s*((?:[a-z-]+\s+){0,1}[a-z-]+)/i;
/** With "the" it is the product itself, which is nobody who calls it. */
const ITSELF = /^(?:\w+ )?(?:system|service|platform|backend|server|api|engine)$/i;
const MOST_WORDS = 3;

/** "A billing service creates an invoice", "match results are reported by the game server". */
export function machineGrant(text: string): Grant | undefined {
  const sentence = text.slice(0, 400).replace(WHERE, "$1");
  return active(sentence) ?? takenFrom(sentence) ?? passive(sentence);
}

function active(sentence: string): Grant | undefined {
  const determiner = DETERMINER.exec(sentence);
  const words = sentence.slice(determiner?.[0].length ?? 0).split(/\s+/);
  for (let length = 1; length <= MOST_WORDS; length++) {
    const actor = singularPhrase(words.slice(0, length).join(" ").toLowerCase());
    const isNamed = /^(?:an?|each|every|all)$/i.test(determiner?.[1] ?? "") || !ITSELF.test(actor);
    const at = MODAL.test(words[length] ?? "") ? length + 1 : length;
    const verb = stemOf((words[at] ?? "").toLowerCase());
    const rest = words.slice(at + 1).join(" ");
    if (isNamed && isMachine(actor) && verb !== undefined && rest !== "")
      return { actor, means: `${verb} ${rest}` };
  }
  return undefined;
}

function takenFrom(sentence: string): Grant | undefined {
  const taken = TAKEN_FROM.exec(sentence);
  const actor = singularPhrase((taken?.[2] ?? "").toLowerCase());
  return taken === null || !isMachine(actor)
    ? undefined
    : { actor, means: `send ${(taken[1] ?? "").trim()}` };
}

function passive(sentence: string): Grant | undefined {
  const done = PASSIVE.exec(sentence);
  const actor = singularPhrase((done?.[3] ?? "").toLowerCase());
  const verb = stemOf((done?.[2] ?? "").toLowerCase());
  return done === null || !actor.includes(" ") || !isMachine(actor) || verb === undefined
    ? undefined
    : { actor, means: `${verb} ${(done[1] ?? "").trim().toLowerCase()}` };
}

/** "creates" → "create", "reported" → "report"; only verbs that can be an order. */
function stemOf(verb: string): string | undefined {
  const forms = [
    verb,
    verb.replace(/s$/, ""),
    verb.replace(/es$/, ""),
    verb.replace(/ies$/, "y"),
    verb.replace(/ed$/, ""),
    verb.replace(/d$/, ""),
  ];
  return forms.find((form) => IMPERATIVES.has(form));
}
