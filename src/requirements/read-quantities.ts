import { assertNever } from "../util/assert-never.ts";
import { findMeasures } from "./find-measures.ts";
import type { Measure } from "./find-measures.ts";
import { metricOfMeasure } from "./metric-of-measure.ts";
import type { Quantity, QuantityUnit } from "./quantity.ts";
import { readComparator } from "./read-comparator.ts";
import { readPercentile } from "./read-percentile.ts";

/** Where a text stands. */
export interface QuantityContext {
  readonly requirementId?: string;
  /** Headings and introducing lines above the text, outermost first. */
  readonly headings?: readonly string[];
}

const THIRD_PARTY =
  /\b(?:third[- ]part(?:y|ies)|external|vendors?|upstream|partners?)\b[^.;]{0,60}\b(?:APIs?|services?|systems?|providers?|gateways?|vendors?|maintain|guarantee|offer)\b|\bproviders? (?:guarantees?|maintains?|offers?)\b/i;
/** Numbers of something else than a measure: protocols, standards, versions, status codes. */
const LABELLED =
  /\b(?:HTTP(?:\/\d(?:\.\d)?)?(?: status)?(?: code)?|status(?: codes?)?|RFC|ISO(?:\/IEC)?|TLS|SSL|OAuth|WCAG|PCI[- ]DSS|SOC|v(?:ersion)?\.?|release|section|chapter|figure|table|phase|step|level|tier|port|node(?:\.js)?|java|python|PostgreSQL|Postgres|MySQL|Redis|Elasticsearch|SHA|AES|RSA|UTF|Base|article|item|rule|sprint)[\s-]*(?:v(?:ersion)?\.?\s*)?\d+(?:\.\d+)*\+?/gi;

/**
 * The numbers of a text that state a load, a target or a limit, in canonical units. Markdown heading
 * lines give context; plain text of any length may be passed (a statement, a persona file).
 */
export function readQuantities(text: string, context: QuantityContext = {}): readonly Quantity[] {
  const quantities: Quantity[] = [];
  const above = [...(context.headings ?? [])];
  const inherited = above.length;
  let depth = 0;
  for (const raw of text.split("\n")) {
    const heading = /^\s*(#{1,6})\s+(.*)$/.exec(raw);
    if (heading !== null) {
      const level = (heading[1] ?? "#").length;
      if (level <= depth) above.length = inherited;
      depth = level;
      above.push(heading[2] ?? "");
      continue;
    }
    const line = raw
      .replace(/^\s*(?:[-*+]\s+|\d{1,3}(?:\.\d{1,3})*[.)]?\s+(?=\p{Lu}))/u, "")
      .replace(/[*`|]+/g, " ")
      .replace(/\s+/g, " ");
    for (const sentence of line.split(/(?<=[.!?])\s+(?=\p{Lu})/u)) {
      quantities.push(
        ...readSentence(sentence.slice(0, 4000), above.join(" > "), context.requirementId ?? ""),
      );
    }
  }
  return quantities;
}

function readSentence(
  original: string,
  headings: string,
  requirementId: string,
): readonly Quantity[] {
  if (
    !/\d|\b(?:one|two|three|five|ten|million|thousand|hundred|billion|minutes?|seconds?|hours?|days?|years?)\b/i.test(
      original,
    )
  )
    return [];
  const sentence = original.replace(LABELLED, (label) => label.replace(/\d/g, "_"));
  const quantities: Quantity[] = [];
  const measures = findMeasures(sentence).filter((measure) => !isPercentile(sentence, measure));
  const thirdPartyAt = THIRD_PARTY.exec(sentence)?.index ?? Infinity;
  const thirdPartyHeading = /\b(?:third[- ]part|external (?:services?|systems?|dependenc))/i.test(
    headings,
  );
  let consumed = 0;
  for (const [i, measure] of measures.entries()) {
    if (measure.start < consumed) continue;
    const previousEnd = i === 0 ? 0 : (measures[i - 1]?.end ?? 0);
    const nextStart = measures[i + 1]?.start ?? sentence.length;
    const before = sentence.slice(0, measure.start);
    const clause = clauseOf(sentence, measure, previousEnd, nextStart);
    const around = { clause, sentence, headings, before, after: sentence.slice(measure.end) };
    const meaning = metricOfMeasure(measure, around);
    if (meaning === undefined) continue;
    consumed = measure.end;
    const latency = meaning.metric === "latency" || meaning.metric === "query-latency";
    const percentile = latency
      ? (readPercentile(
          sentence.slice(previousEnd, measure.start).replace(/^\s*\([^)]*\)/, ""),
          sentence.slice(measure.end, nextStart),
        ) ?? readPercentile(headings, ""))
      : undefined;
    const limit = meaning.metric === "rate-limit" ? measure.perSeconds : undefined;
    const lead = sentence.slice(previousEnd, measure.start);
    const isContinued = /^[^\p{L}]*(?:\([^)]*\))?[^\p{L}]*and\s/u.test(lead);
    const previous = quantities.at(-1)?.scope;
    const scope =
      isContinued && measure.noun === "" && previous !== undefined
        ? previous
        : scopeOf(measure, clause, lead);
    quantities.push({
      metric: meaning.metric,
      comparator: readComparator(before, around.after, measure.open),
      value: convert(measure, meaning.unit),
      unit: meaning.unit,
      requirementId,
      thirdParty: thirdPartyHeading || thirdPartyAt < measure.start,
      text: original.slice(Math.max(0, measure.start - 40), measure.end + 20).trim(),
      ...(percentile === undefined ? {} : { percentile }),
      ...(limit === undefined ? {} : { windowSeconds: limit }),
      ...(scope === "" ? {} : { scope }),
    });
  }
  return quantities;
}

/** "95th percentile", "p95" and "95% of requests" are part of another number. */
function isPercentile(sentence: string, measure: Measure): boolean {
  const at = sentence.slice(Math.max(0, measure.start - 1), measure.end + 40);
  if (/^\W?\d{2}(?:\.\d+)?(?:st|nd|rd|th)\b/.test(at)) return true;
  return (
    measure.dimension === "percent" &&
    readPercentile(at, "") !== undefined &&
    /\d\s*(?:ms|s|sec|seconds?|minutes?)\b/i.test(sentence)
  );
}

function clauseOf(sentence: string, measure: Measure, from: number, to: number): string {
  const start = sentence.slice(from, measure.start);
  const cut = Math.max(start.lastIndexOf(";"), start.lastIndexOf(". "), -1) + 1;
  const end = sentence.slice(measure.end, to);
  const stop = /[;,]|\s(?:and|while|but|with)\s/.exec(end)?.index ?? end.length;
  return sentence.slice(from + cut, measure.end + stop);
}

function convert(measure: Measure, unit: QuantityUnit): number {
  const milliseconds = measure.value * measure.scale;
  switch (unit) {
    case "ms":
      return tidy(milliseconds);
    case "seconds":
      return tidy(milliseconds / 1e3);
    case "minutes":
      return tidy(milliseconds / 6e4);
    case "hours":
      return tidy(milliseconds / 36e5);
    case "days":
      return tidy(milliseconds / 864e5);
    case "bytes":
      return tidy(measure.value * measure.scale);
    case "per-second":
      return tidy(measure.value / (measure.perSeconds ?? 1));
    case "percent":
    case "count":
    case "factor":
      return measure.value;
    default:
      return assertNever(unit);
  }
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

const PREDICATE =
  /\s+(?:must|shall|should|will|may|can|has to|have to|needs? to|is|are|be|takes?|answers?|responds?|returns?|loads?|completes?|stays?|remains?|maintains?|achieves?|supports?|handles?|within|under|below|above|in|at|for|after|of at|<|≤|≥|>)(?=\s|$).*$/isu;

/** The words before the verb or the bound: "Search and product pages". Empty where there are none. */
function subjectOf(lead: string): string {
  const last = lead.split(/[;:.]\s|^\s*(?:and|but|while|or|with)\s/u).at(-1) ?? "";
  const words = last
    .replace(PREDICATE, "")
    .replace(/^[\s,()\-–—]*(?:after an? \p{L}+,\s*)?(?:the|an?|all|each|every|our)?\s+/iu, "")
    .trim();
  const isPhrase =
    /^\p{L}[\p{L}\p{N}\s,'’/-]{2,60}$/u.test(words) && words.split(/\s+/).length <= 8;
  return isPhrase ? words.replace(/,$/, "").toLowerCase() : "";
}

/** What the sentence says it of: its subject, else the words around the number. */
function scopeOf(measure: Measure, clause: string, lead: string): string {
  if (measure.noun !== "") return measure.noun;
  const subject = subjectOf(lead);
  if (subject !== "") return subject;
  const words = clause
    .replace(/[\d<>≤≥=%~+×]+/g, " ")
    .replace(
      /\b(?:p|ms|s|seconds?|minutes?|hours?|days?|th percentile|percentile|shall|must|should|will|be|is|are|the|an?|of|in|for|within|under|less|than|at|least|most|to|and|have|with|system|by|up|all|any|more|below|above|over|not|exceed)\b/gi,
      " ",
    )
    .match(/[\p{L}][\p{L}-]{2,}/gu);
  return (words ?? []).slice(0, 6).join(" ").toLowerCase();
}
