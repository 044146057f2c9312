import type { EntityFact } from "./entity-fact.ts";
import { entityName } from "./entity-name.ts";

const NAME = String.raw`([\p{L}][\p{L}-]*(?:\s+[\p{L}][\p{L}-]*){0,2}?)`;
const MANY = String.raw`(?:many|multiple|several|one or more|zero or more|one or several|at least one|any number of|up to \d+|a list of|a set of|\d+ or more)`;
const STOP = String.raw`(?=\s*[.,;:()]|\s+(?:and|or|that|which|with|for|in|at|by|to|from|on|but|of|as|while|who|per)\b|$)`;
const BELONGS = new RegExp(
  String.raw`(?:\b(?:each|every|an?|the|all)\s+)?\b${NAME}\s+(?:belongs?\s+to|is part of|are part of|is (?:assigned|linked|associated|related|attached) (?:to|with)|refers? to|references)\s+(?:exactly one|one|an?|the|its|a single|${MANY})?\s*${NAME}${STOP}`,
  "giu",
);
const HAS_MANY = new RegExp(
  String.raw`(?:\b(?:each|every|an?|the|one)\s+)?\b${NAME}\s+(?:can\s+|may\s+|must\s+|should\s+|shall\s+|will\s+)?(?:be\s+(?:associated|linked|assigned)\s+(?:with|to)|have|has|contains?|includes?|consists? of|owns?|places?|holds?|hosts?)\s+${MANY}\s+${NAME}${STOP}`,
  "giu",
);
const HAS_ONE = new RegExp(
  String.raw`\b(?:each|every)\s+${NAME}\s+(?:can\s+|must\s+|shall\s+)?(?:has|have)\s+(?:exactly one|one|a single)\s+${NAME}${STOP}`,
  "giu",
);
const ON = new RegExp(
  String.raw`^(?:(?:C|-)(?:R|-)(?:U|-)(?:D|-)\s+|add\s+|post\s+|write\s+|get\s+|delete\s+|view\s+)(comments?|reviews?|ratings?|likes?|votes?|replies|reactions?|attachments?|notes?)\s+(?:on|for|to|of|from)\s+(?:an?\s+|the\s+)?${NAME}${STOP}`,
  "iu",
);

/** "Order belongs to Customer", "each author can have many books", "comments on articles". */
export function readRelations(text: string, requirementId: string): readonly EntityFact[] {
  const facts: EntityFact[] = [];
  const relate = (
    from: string | undefined,
    to: string | undefined,
    cardinality: "one" | "many",
  ) => {
    const entity = entityName(dropLead(from ?? ""));
    const other = entityName(dropLead(to ?? ""));
    if (entity === undefined || other === undefined || entity === other) return;
    facts.push({ kind: "relation", entity, to: other, cardinality, requirementId });
  };
  const sample = text.slice(0, 2000);
  for (const match of sample.matchAll(BELONGS))
    relate(
      match[1],
      match[2],
      /\b(?:many|multiple|several|or more)\b/i.test(match[0]) ? "many" : "one",
    );
  for (const match of sample.matchAll(HAS_MANY)) relate(match[1], match[2], "many");
  for (const match of sample.matchAll(HAS_ONE)) relate(match[1], match[2], "one");
  const on = ON.exec(sample);
  if (on !== null) relate(on[1], on[2], "one");
  return facts;
}

/** The name pattern may take in the words before the noun. */
function dropLead(name: string): string {
  return name.replace(
    /^(?:.*\b(?:and|that|which|where|of|the|an?|each|every|one|if|when|can|to)\s+)/i,
    "",
  );
}
