import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { deedNoun } from "./deed-noun.ts";
import { isPerson } from "../../requirements/person-words.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { inScope } from "./demand-text.ts";
import { isForEach, nestedParts } from "./nested-parts.ts";
import { describedParts } from "./described-parts.ts";
import { keyedParts } from "./keyed-parts.ts";
import { MAKING } from "./making.ts";
import { plainClauses } from "./plain-clauses.ts";
import { predicateParts } from "./predicate-parts.ts";

/** What one clause says that a thing has: "an order line has a product and a quantity". */
export interface StatedPart {
  /** Singular where the text is; lower case. */
  readonly owner: string;
  readonly part: string;
  readonly many: boolean;
  /** Exactly two of them: "a match has two teams". */
  readonly isPair?: boolean;
  readonly unique: boolean;
  /** "belongs to": the owner refers to the part. */
  readonly belongs: boolean;
  /** "is driven by one courier": exactly one takes part. */
  readonly isOne?: boolean;
  readonly optional: boolean;
  readonly values?: readonly string[];
  readonly requirementId: string;
}

const HAS =
  /^(?:(?:an?|each|every|the|all)\s+)?([a-z][a-z -]{1,40}?)\s+(?:(must|should|can|may|will)\s+)?((?:has|have)(?! to\b)|contains?|includes?|consists? of|comprises?|holds?|states|carries|belongs? to|(?:is|are) (?:split|divided|broken)(?: up| down)? into)\s+(.+)$/i;
/** "open a shop with a name, a slug and a description". */
const MADE_WITH = new RegExp(
  String.raw`(?:.*\b|\b)(${MAKING})(?:s|es)?\s+(?:(?:an?|the|my|new|his|her|their|each|every|two|three|four|five|\d+)\s+)*(?!and\b|or\b)([a-z][a-z -]{1,40}?)(?:\s+\([^()]*\))?(?:,\s+(?:and )?|\s+)with\s+(?=(?:an?|the|my|its|their|two|three|four|several)\s|[a-z][a-z -]{1,30}(?:,|\s+and)\s|[a-z]{3,}s(?:$|[,.;]))(.+)$`,
  "i",
);
/** "an event is stored with the depot and the time". */
const STORED_WITH =
  /(?:^|[,:]\s+)(?:(?:an?|each|every|the)\s+)?([a-z][a-z -]{1,50}?)\s+(?:is|are|shall be|must be|gets)\s+(?:created|stored|recorded|kept|listed|saved|logged|made|written|defined|set|planned|offered|registered)(?:\s+by\s+(?:an?|the)\s+[a-z]+(?: [a-z]+)?)?\s+with\s+(?=(?:an?|the|its|their)\s)(.+)$/i;
/** "maintain subjects (name, short code, weekly hours)", "creates a tournament: title, format". */
const MADE_OF = new RegExp(
  String.raw`\b(?:${MAKING})(?:s|es)?\s+(?:(?:an?|the|my|new|each|every)\s+)*(?!and\b|or\b)([a-z][a-z -]{1,30}?)(?::\s+(.+)|\s+\(([^()]{8,300})\))`,
  "i",
);
/** "Clans of up to 50 members, with a leader and officers". */
const GROUP_OF =
  /^([a-z][a-z -]{2,30}?s) of up to \w+ ([a-z][a-z ]{2,30}?s)(?:,? with ((?:an?|the|its|their) .+))?$/i;
/** "Leaderboards per region and season". */
const PER = /^([a-z][a-z -]{2,30}?s) per ([a-z]+)(?: and ([a-z]+))?(?=[,.]|$)/i;
/** "is driven by one courier with one van": what it is tied to. */
const TIED =
  /^(?:an?|each|every)\s+([a-z][a-z -]{1,30}?)\s+(?:belongs to (?:exactly one|one|an?) [a-z ]{2,30}? and )?(?:is|must be|shall be|gets)\s+[a-z]+(?:ed|en|un|de)\s+(?:by|to|with|for|from|against)\s+(?:exactly one|one|a single|an?|each|every)\s+([a-z][a-z -]{2,30}?)(?:\s+with\s+(?:exactly one|one|an?)\s+([a-z][a-z -]{2,30}?))?(?=[,.]|\s+(?:and|when|if|which|that|on|in|at|before|after)\b|$)/i;
/** "Compartments of three sizes (S, M, L)". */
const SORTS =
  /^(?:and )?(?:several |many |some )?([a-z]+s) of (?:\w+) (size|kind|type|class|categorie)s ⟨([^⟩]+)⟩$/i;
/** A word without which a list in parentheses is one of values, not of fields. */
const FIELD_WORD =
  /(?:^|[\s,])(?:name|title|number|code|date|e-?mail|address|phone|price|amount|description|status|quantity|hours|unit|type|id)s?(?:$|[\s,])/i;
/** "register with full name, date of birth and e-mail": what is asked of whoever registers. */
const REGISTERS =
  /\b(?:lets?|allows?|enables?)\s+(?:an?|the)\s+([a-z ]{3,30}?)\s+(?:to\s+)?(?:register|sign up)\s+with\s+(.+)$/i;
const REGISTERS_SELF =
  /(?:^|\s)(?:an?|the)\s+([a-z]+(?: [a-z]+)?)\s+(?:shall|must|should|can|may)\s+(?:be able to\s+)?(?:register|sign up)\s+with\s+(.+)$/i;
const SEVERAL =
  "at least one|at most \\w+|(?:about|around|some|over) \\d+|zero or more|one or more|many|multiple|several|any number of|up to \\w+|an? (?:list|set) of|two|three|four|five|six|\\d+";
const DETERMINER = new RegExp(
  String.raw`^(?:(?:${SEVERAL}|an?|the|my|its|their|one|exactly one|any|all)\s+)+`,
  "i",
);
const MANY = new RegExp(String.raw`^(?:${SEVERAL})\s`, "i");
/** What a list of parts goes on with that is no part: "and is free or occupied". */
const AFTER_LIST =
  /,?\s+(?:and|which|that)\s+(?:is|are|can|may|must|shall|has to|opens?|closes?|expires?|costs?)\b.*$/i;
/** "A contract with a price list", "a rating per season": the first is the part. */
const PRICE_PER = /\b(?:price|fee|cost|rate|charge) per [a-z]+$/i;
const INNER = /\s+(?:with|per|for each|for every)\s+.*$/i;
/** What a pattern takes in where a clause goes on: "a tote has a barcode and". */
const NO_NAME =
  /\b(?:and|or|has|have|shall|must|see|sees|which|that)$|\s(?:has|see|sees|shall|must)\s/;
const EACH_HAS = /^(?:each|every)\s+([a-z]+(?:[ -][a-z]+)?)\s+(?:has|have|consists|contains|is)\b/i;
const MAKES_ONE =
  /\b(?:creates?|makes?|generates?|prepares?|draws? up|computes?|plans?)\s+(?:an?|the)\s+([a-z]+(?:[ -][a-z]+)?)(?:\s+of\s+(?:an?|the|each)\s+[a-z]+)?$/i;

/** Reads the clauses that say of what a thing consists or to what it belongs. */
export function statedParts(reading: RequirementsReading): readonly StatedPart[] {
  return wholeNames(partsIn(reading));
}

/** "An order has order lines; each line has a quantity": that line is an order line. */
function wholeNames(parts: readonly StatedPart[]): readonly StatedPart[] {
  const whole = (owner: string, requirementId: string): string | undefined =>
    parts.find(
      (other) =>
        other.requirementId === requirementId &&
        singularPhrase(other.part) !== other.part &&
        singularPhrase(other.part) === `${other.owner} ${owner}`,
    )?.part;
  return parts.flatMap((part): readonly StatedPart[] => {
    const name = whole(part.owner, part.requirementId);
    if (name !== undefined) return [{ ...part, owner: singularPhrase(name) }];
    const isLine =
      singularPhrase(part.part) !== part.part &&
      singularPhrase(part.part).startsWith(`${part.owner} `) &&
      parts.some(
        ({ owner, requirementId }) =>
          requirementId === part.requirementId &&
          `${part.owner} ${owner}` === singularPhrase(part.part),
      );
    return [isLine ? { ...part, many: true } : part];
  });
}

function partsIn(reading: RequirementsReading): readonly StatedPart[] {
  return inScope(reading).flatMap(({ id, text }) =>
    plainClauses(text).flatMap((clause, i, clauses) => [
      ...ownParts(clause, id),
      ...nestedParts(clause, id),
      ...wholeOf(clause, clauses[i - 1] ?? "", id),
    ]),
  );
}

/** What is kept once per something has what stands behind, and not what it is kept for. */
function ownParts(clause: string, id: string): readonly StatedPart[] {
  const keyed = keyedParts(clause, id, itemsOf);
  const own = keyed.length > 0 ? keyed : partsOfClause(clause, id);
  return [...own, ...predicateParts(clause, id, itemsOf)].filter(
    ({ owner }) => !NO_NAME.test(owner),
  );
}

/** "The system creates the schedule; each instalment has …": an instalment is part of a schedule. */
function wholeOf(clause: string, before: string, requirementId: string): readonly StatedPart[] {
  const owner = EACH_HAS.exec(clause)?.[1]?.toLowerCase();
  const made = owner === undefined ? undefined : MAKES_ONE.exec(before)?.[1];
  const subject = /^(?:an?|each|every)\s+([a-z]+(?:[ -][a-z]+)?)\s+(?:can|may|must|is|has)\b/i.exec(
    before,
  )?.[1];
  const whole = (made ?? subject)?.toLowerCase();
  if (owner === undefined || whole === undefined || whole === owner || isPerson(whole)) return [];
  // What stands in the same list is said to be a part already.
  if (subject !== undefined && made === undefined && !before.toLowerCase().includes(owner))
    return [];
  return [
    {
      owner,
      part: whole,
      many: false,
      unique: false,
      belongs: true,
      optional: false,
      requirementId,
    },
  ];
}

function partsOfClause(clause: string, requirementId: string): readonly StatedPart[] {
  const registers = REGISTERS.exec(clause) ?? REGISTERS_SELF.exec(clause);
  if (registers !== null)
    return itemsOf(registers[2] ?? "", {
      owner: (registers[1] ?? "").toLowerCase(),
      belongs: false,
      optional: false,
      requirementId,
    });
  const described = describedParts(clause, requirementId, itemsOf);
  if (described !== undefined) return described;
  const stored = STORED_WITH.exec(clause);
  const made = MADE_WITH.exec(clause);
  if (stored !== null || made !== null) {
    const owner = stored?.[1] ?? deedNoun(made?.[1]?.toLowerCase() ?? "") ?? made?.[2] ?? "";
    // "report a camper to the manager with …" says nothing of the camper.
    if (/ (?:is|are|be) /.test(` ${owner} `)) return [];
    const isAdded = /^(?:add|attach|assign)$/i.test(made?.[1] ?? "");
    if (/ to /.test(owner) && !isAdded && !/ from | to an? pay/.test(owner)) return [];
    // "books appointments with doctors": who takes part is no part.
    if (
      isPerson(singularPhrase(/^[a-z ]+/i.exec(made?.[3] ?? "")?.[0] ?? "")) &&
      !/^(?:an?|the|two|my|its|their)\s/i.test(made?.[3] ?? "")
    )
      return [];
    const list = (stored?.[2] ?? made?.[3] ?? "").replace(/,?\s+so that .*$|\s+so that .*$/i, "");
    return itemsOf(
      list
        .replace(/,?\s+and,? where .*$/i, "")
        .replace(
          / (?:for|from|to|in|(?<!\b(?:number|date|place|year|country) )of(?! birth\b)|that|which|when|at) [^,(]*?(?=,| and |$)/gi,
          "",
        ),
      {
        // "a repair of a tool": what stands before the preposition is what is made.
        owner: owner.toLowerCase().replace(/ (?:of|for|in|on|to|from|against|per) .*$/, ""),
        belongs: false,
        optional: false,
        requirementId,
      },
    );
  }
  const special = groupOf(clause, requirementId) ?? madeOf(clause, requirementId);
  if (special !== undefined) return special;
  const tied = tiesOf(clause, requirementId);
  const [first = "", ...others] = clause.split(/,\s+and may (?=have\b)| and may (?=have\b)/);
  const match = HAS.exec(first.replace(/^(?:In|At|On|During|After|Before) [a-z -]{3,30}, /, ""));
  const owner = match?.[1]?.toLowerCase() ?? "";
  if (
    match === null ||
    owner === "" ||
    /\b(?:i|we|you|it|they|who|that|which|user wants?|to|when|if|as|shall|must|should)\b/.test(
      owner,
    ) ||
    // "The store holds no names" speaks of one store, not of a kind of thing.
    (/^(?:hold|state|carr)/i.test(match[3] ?? "") && !/^(?:an?|each|every)\s/i.test(first))
  )
    return tied;
  const belongs = /^belong/i.test(match[3] ?? "");
  const also = /,?\s+and belongs? to (.+)$/i.exec(match[4] ?? "");
  if (also !== null && !belongs)
    return [
      ...partsOfClause(clause.replace(also[0], ""), requirementId),
      ...itemsOf(also[1] ?? "", { owner, belongs: true, requirementId, optional: false }),
    ];
  const optional = /^(?:may|can)$/i.test(match[2] ?? "");
  const base = { owner, belongs, requirementId };
  // "belongs to a city and has a base fare": two lists.
  const [tiedTo = "", held] = belongs
    ? (match[4] ?? "").split(/,?\s+and (?:has|have)\s+/)
    : [match[4]];
  const list = itemsOf(
    tiedTo.replace(AFTER_LIST, "").replace(/,? with (?:one|an?) [a-z]+ (?:per|for) .*$/i, ""),
    { ...base, optional },
  );
  // "Belongs to a model": to exactly one.
  const items = belongs ? list.map((item) => ({ ...item, isOne: !item.many })) : list;
  // What a thing consists of, in the plural, are things.
  const parts = /^(?:consist|comprise|is |are )/i.test(match[3] ?? "")
    ? items.map((item) => ({ ...item, many: item.many || singularPhrase(item.part) !== item.part }))
    : items;
  const more = others.flatMap((other) =>
    itemsOf(other.replace(/^have\s+/i, ""), { ...base, belongs: false, optional: true }),
  );
  const own =
    held === undefined ? [] : itemsOf(held, { owner, belongs: false, requirementId, optional });
  return [...tied, ...parts, ...own, ...more];
}

function groupOf(clause: string, requirementId: string): readonly StatedPart[] | undefined {
  const per = PER.exec(clause);
  if (per !== null)
    return itemsOf([per[2], per[3]].filter((part) => part !== undefined).join(", "), {
      owner: singularPhrase(per[1] ?? ""),
      belongs: false,
      optional: false,
      requirementId,
    });
  const match = GROUP_OF.exec(clause);
  if (match === null) return undefined;
  const base = {
    owner: (match[1] ?? "").toLowerCase(),
    belongs: false,
    optional: false,
    requirementId,
  };
  return [...itemsOf(`many ${match[2] ?? ""}`, base), ...itemsOf(match[3] ?? "", base)];
}

/** A list of fields behind a colon or in parentheses; lists of values are none. */
function madeOf(clause: string, requirementId: string): readonly StatedPart[] | undefined {
  const match = MADE_OF.exec(clause);
  const list = match?.[2] ?? match?.[3] ?? "";
  if (match === null || !FIELD_WORD.test(list) || list.split(",").length < 3) return undefined;
  const owner = (match[1] ?? "").toLowerCase();
  return itemsOf(list, { owner, belongs: false, optional: false, requirementId });
}

function tiesOf(clause: string, requirementId: string): readonly StatedPart[] {
  const match = TIED.exec(clause);
  const owner = match?.[1]?.toLowerCase() ?? "";
  if (match === null) return [];
  // "…, and has a list of stops" goes on about the same thing.
  const more = /,?\s+and (?:has|have|contains)\s+(.+)$/i.exec(clause.slice(match[0].length))?.[1];
  const base = { owner, belongs: false, optional: false, requirementId };
  const ties = [match[2], match[3]].flatMap((part): readonly StatedPart[] =>
    part === undefined
      ? []
      : [
          {
            owner,
            part: part.toLowerCase(),
            many: false,
            unique: false,
            belongs: true,
            ...(/\b(?:one|single)\b/i.test(match[0]) ? { isOne: true } : {}),
            optional: false,
            requirementId,
          },
        ],
  );
  return [...ties, ...(more === undefined ? [] : itemsOf(more.replace(AFTER_LIST, ""), base))];
}

function itemsOf(
  text: string,
  base: Pick<StatedPart, "owner" | "belongs" | "requirementId" | "optional">,
): readonly StatedPart[] {
  const list = text
    // "A status: open, closed"
    .replace(/\b([a-z]+):\s+([^.;:()⟨]+?)\.?$/i, "$1 ($2)")
    .replace(/\.$/, "")
    .replace(/(\d),(?=\d{3}\b)/g, "$1")
    .replace(/\(([^)]*)\)/g, (_, inner: string) => `⟨${inner.replaceAll(",", "|")}⟩`);
  return list
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+(?:to\s+)?/i)
    .flatMap((item): readonly StatedPart[] => {
      const marks = /⟨([^⟩]*)⟩/.exec(item)?.[1] ?? "";
      const sorts = SORTS.exec(item);
      if (sorts !== null) {
        const part = (sorts[1] ?? "").toLowerCase();
        const values = (sorts[3] ?? "").split("|").map((value) => value.trim());
        const each = { ...base, unique: false, many: false };
        return [
          { ...each, part, many: true },
          { ...each, owner: singularPhrase(part), part: singularPhrase(sorts[2] ?? ""), values },
        ];
      }
      const isEnum =
        !/\d|\b(?:unique|optional|required|chars?|characters|max\w*|min\w*|up to|e\.?g)\b/i.test(
          marks,
        );
      const values = !isEnum
        ? undefined
        : /⟨([^⟩]*)⟩/
            .exec(item)?.[1]
            ?.split(/\||\/| or /)
            .map((value) => value.trim())
            .filter((value) => value !== "");
      const bare = item
        .replace(/⟨[^⟩]*⟩/g, "")
        .trim()
        .replace(/^to\s+/i, "");
      const plain = bare
        .replace(DETERMINER, "")
        .replace(/^(max|min)imum number of /i, "$1imum ")
        .replace(PRICE_PER.test(bare) ? / with .*$/i : INNER, "")
        .replace(/^(?:unique|own|free)\s+(?!text\b)/i, "")
        .replace(
          /\s+(?:of (?:at most|up to|at least|exactly|maximum|max\.?|\d|two\b|three\b|four\b|five\b)|(?<!\b(?:price|fee|cost|rate|charge)\s+)per\s).*$/i,
          "",
        )
        .toLowerCase()
        .replace(
          /^(name|number|address|title|status|type|email|phone) of (?:the |an? )?([a-z]+(?:ss|[^s]))$/,
          "$2 $1",
        )
        .trim();
      // "…, and support a show": what somebody does is no part.
      if (/(?<!\b(?:of|in|at|on|for|to|from))\s(?:an?|the|their|his|her)\s/.test(plain)) return [];
      if (/^(?:(?:unless|if|when|except|without)\s|ends it\b)/.test(plain)) return [];
      if (/^[a-z]+(?:ed|ing) (?:after|before|by|when|every|on)\b/.test(plain)) return [];
      if (plain === "" || plain.split(/\s+/).length > 4 || !/^[a-z][a-z0-9 -]*$/.test(plain))
        return [];
      return [
        {
          ...base,
          part: plain,
          // "a rating per season": several, one for each.
          many: MANY.test(bare) || isForEach(bare),
          ...(/^two\s/i.test(bare) ? { isPair: true } : {}),
          unique: /\bunique\b/i.test(`${bare} ${marks}`),
          ...(values === undefined || values.length < 2 ? {} : { values }),
        },
      ];
    });
}
