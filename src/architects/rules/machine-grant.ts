import type { Grant } from "../../requirements/read-grant.ts";
import { IMPERATIVES } from "../../requirements/imperatives.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { isMachine } from "./client-kinds.ts";

const ACTIVE =
  /^\W*(?:(an?|the|each|every|all)\s+)?((?:[a-z-]+\s+){0,2}[a-z-]+?)\s+(?:(?:can|may|shall|must|will)\s+)?([a-z]{3,})\s+(.+)$/i;
const PASSIVE =
  /^\W*((?:[a-z-]+\s+){1,4}?)(?:is|are|shall be|must be|will be)\s+([a-z]{3,}ed)\s+by\s+(?:an?|the|each)\s+((?:[a-z-]+\s+){0,2}[a-z-]+?)(?=[.,;]|$)/i;
/** The product itself is nobody who calls it. */
const ITSELF = /^(?:the |this |our )?(?:\w+ )?(?:system|service|platform|backend|server|api)$/i;

/** "A billing service creates an invoice", "match results are reported by the game server". */
export function machineGrant(text: string): Grant | undefined {
  const sentence = text.slice(0, 400);
  const active = ACTIVE.exec(sentence);
  const actor = singularPhrase((active?.[2] ?? "").toLowerCase());
  const verb = stemOf((active?.[3] ?? "").toLowerCase());
  const isOther = actor.includes(" ") || !ITSELF.test(actor);
  const isNamed = active?.[1]?.toLowerCase() !== "the" || !ITSELF.test(actor);
  if (active !== null && isOther && isNamed && isMachine(actor) && verb !== undefined)
    return { actor, means: `${verb} ${active[4] ?? ""}` };
  const passive = PASSIVE.exec(sentence);
  const by = singularPhrase((passive?.[3] ?? "").toLowerCase());
  const done = stemOf((passive?.[2] ?? "").toLowerCase());
  if (passive === null || !by.includes(" ") || !isMachine(by) || done === undefined)
    return undefined;
  return { actor: by, means: `${done} ${(passive[1] ?? "").trim()}` };
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
