import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { toKebab } from "../../util/naming.ts";
import { demandOf, inScope, speaksOf } from "./demand-text.ts";
import type { ValuePlan } from "./domain-model.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { entityOf } from "./named-entity.ts";

const SHOWN =
  /\b(?:shows?|shown|displays?|displayed|sees?|views?|lists?|includes?|returns?|contains?|carries|with|has|have|get|know|check)\b/i;
const END =
  "(?=\\s+(?:and|or|with|per|so|that|which|in|on|at|for|as|to|from|is|are|by|when)\\b|[.,;:()]|$)";
const WHOSE = `(?:\\s+(?:of|for|per)\\s+(?:(?:the|an?|each|every|my|its|their|all)\\s+)*([a-z][a-z ]{1,30}?))?${END}`;
const COUNTED = new RegExp(
  `\\b(?:number|count|amount)\\s+of\\s+(?:(?:the|its|their|his|her|my|all)\\s+)*([a-z][a-z -]{2,30}?)${WHOSE}`,
  "giu",
);
const MEASURED = new RegExp(
  `\\b((?:average|mean|median|overall)\\s+[a-z]+|(?:total|remaining|current|available|outstanding|account)\\s+(?:balance|amount|price|cost|hours|time|distance|score|points|stock|quantity|budget|revenue)|(?:progress|percentage|completion rate))${WHOSE}`,
  "giu",
);

/** A bound on how many there may be, or are returned, is no figure. */
const LIMITED = /\b(?:limits?|limited|max\w*|at most|up to|minimum|default)\b/i;

/** "The tool page shows the average rating and the number of loans": asked for in answers, kept nowhere. */
export function giveStatedComputed(
  drafts: readonly EntityDraft[],
  reading: RequirementsReading,
): void {
  for (const requirement of inScope(reading)) {
    const { id, kind } = requirement;
    const demand = demandOf(requirement, reading);
    if (kind !== "functional" || !SHOWN.test(demand)) continue;
    // Whoever asks is not what is asked about.
    const sentence = demand.slice(0, 1000).replace(/^\W*as\s+[^,]{2,60},\s*(?:i|we)\s/i, "");
    if (LIMITED.test(sentence)) continue;
    for (const [, what = "", whose] of sentence.matchAll(COUNTED)) {
      const counted = entityOf(singularPhrase(what.toLowerCase()), drafts);
      const holder = holderIn(sentence, whose, counted, drafts);
      const name = `${singularPhrase(what.toLowerCase())} count`;
      // "The number of an invoice" counts nothing.
      if (counted !== undefined || singularPhrase(what) !== what.toLowerCase())
        give(holder, id, { name, type: "integer", samples: [42], required: true });
    }
    for (const [, what = "", whose] of sentence.matchAll(MEASURED)) {
      const name = what.toLowerCase();
      const isMean = /^(?:average|mean|median)/.test(name);
      const holder = holderIn(sentence, whose, undefined, drafts);
      // How far somebody is in a course is not the same for everybody in it.
      const own = /^(?:progress|percentage|completion)/.test(name)
        ? drafts.find((draft) => draft.id === `${holder?.id ?? ""}-enrolment`)
        : undefined;
      give(own ?? holder, id, {
        name,
        type: "decimal",
        precision: 14,
        scale: 2,
        samples: [isMean ? 4.3 : 128.5],
        required: !isMean,
      });
    }
  }
}

/** "… of the tool", or what the sentence begins with: "The tool page shows …". */
function holderIn(
  sentence: string,
  whose: string | undefined,
  counted: EntityDraft | undefined,
  drafts: readonly EntityDraft[],
): EntityDraft | undefined {
  // Said to be of something that is kept nowhere, it is not of whatever else is spoken of.
  if (whose !== undefined) return entityOf(singularPhrase(whose.toLowerCase()), drafts);
  const spoken = drafts
    .filter((draft) => draft !== counted)
    .flatMap((draft) => [...draft.words].map((word) => ({ draft, at: placeOf(sentence, word) })))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at);
  return spoken[0]?.draft;
}

function placeOf(sentence: string, word: string): number {
  return speaksOf(sentence, word) ? sentence.toLowerCase().indexOf(word) : -1;
}

function give(draft: EntityDraft | undefined, requirement: string, value: ValuePlan): void {
  if (draft === undefined || draft.known?.entity.store !== undefined) return;
  const id = toKebab(value.name);
  const head = value.name.split(" ").at(-1) ?? "";
  const isKept =
    draft.fields.has(id) || (value.type === "decimal" && draft.fields.has(toKebab(head)));
  if (isKept || draft.computed.has(id)) return;
  draft.computed.set(id, { ...value, requirement });
}
