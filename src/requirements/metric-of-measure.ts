import { assertNever } from "../util/assert-never.ts";
import type { Measure } from "./find-measures.ts";
import { isPerson } from "./person-words.ts";
import { singularPhrase } from "./singular-phrase.ts";
import type { QuantityMetric, QuantityUnit } from "./quantity.ts";

/** What a measure is about: words in the same clause count before those of the sentence and headings. */
export interface MeasureContext {
  /** From the last separator to the end of the clause. */
  readonly clause: string;
  readonly sentence: string;
  readonly headings: string;
  readonly before: string;
  readonly after: string;
}

interface Meaning {
  readonly metric: QuantityMetric;
  readonly unit: QuantityUnit;
}

type Rule = readonly [RegExp, QuantityMetric, QuantityUnit];

const PEOPLE =
  /\b(?:users?|customers?|members?|visitors?|students?|employees?|people|subscribers?|accounts?|players?|patients?|drivers?|riders?|sellers?|buyers?|tenants?|citizens?|clients?|sessions?|connections?|viewers?|shoppers?|guests?|merchants?|DAU|MAU)\b/i;
const CONCURRENT =
  /\b(?:concurrent(?:ly)?|simultaneous(?:ly)?|parallel|at the same time|at once|peak (?:active )?(?:users|sessions)|active sessions|online)\b/i;
/** Who has an account, whoever is there at once in the same sentence. */
const REGISTERED = /\b(?:registered|total|daily|monthly|yearly|signed[- ]up|DAU|MAU)\b/i;
const LIMITS =
  /\brate[- ]?limit|\blimiter\b|\bthrottl|\bquota|\bper (?:ip\b|api key|client|caller|token)/i;

const TIME: readonly Rule[] = [
  [
    /\b(?:RPO|recovery point|data loss|backups? (?:every|at least every))\b/i,
    "recovery-point",
    "minutes",
  ],
  [
    /\b(?:RTO|MTTR|recovery time|recover(?:y|s|ed)?|fail[- ]?over|restor(?:e|ed|ation)|rollback|(?:time|mean time) to recover)\b/i,
    "recovery-time",
    "minutes",
  ],
  [/\b(?:auto[- ]?scal\w*|scal(?:e|es|ing) (?:out|up|in|within))\b/i, "scaling-time", "minutes"],
  [/\b(?:down[- ]?time|maintenance window|unavailab\w*|outage)\b/i, "downtime", "minutes"],
  [
    /\bthink[- ]?time\b|\b(?:one|a|1) (?:request|call|click) (?:every|each|per)\b/i,
    "think-time",
    "seconds",
  ],
  [
    /\b(?:retain(?:ed|s)?|retention|kept|keep(?:s|ing)?|archiv\w*|purg\w*|stored? for|preserv\w*|deleted? after|anonymi[sz]ed? after)\b/i,
    "retention",
    "days",
  ],
  [
    /\b(?:sessions?|idle|inactiv\w*|log(?:ged)?[- ]?out|access tokens?|refresh tokens?|tokens?|token lifetime|expir\w*|time[- ]?out)\b/i,
    "session",
    "minutes",
  ],
  [
    /\b(?:database quer(?:y|ies)|quer(?:y|ies) (?:time|latency|duration)|sql quer(?:y|ies)|db quer(?:y|ies)|quer(?:y|ies))\b/i,
    "query-latency",
    "ms",
  ],
  [
    /\b(?:latency|respon[ds]\w*|response times?|loads?|loading|load time|process\w*|returns?|completes?|display\w*|render\w*|p\d\d|percentile|perform\w*|TTFB|time to|visible|appear\w*|updated?|propagat\w*|deliver\w*|sync\w*|checkout|search\w*|API)\b/i,
    "latency",
    "ms",
  ],
];
const PERCENT: readonly Rule[] = [
  [/\b(?:cache|hit (?:rate|ratio))\b/i, "cache-hit-rate", "percent"],
  [/\b(?:cpu|processor)\b/i, "cpu", "percent"],
  [/\b(?:memory|ram|heap)\b/i, "memory", "percent"],
  [/\b(?:up[- ]?time|availab\w*|SLA)\b/i, "availability", "percent"],
  [/\b(?:errors?|error rate|fail(?:s|ed|ure|ures)?|5xx|lost)\b/i, "error-rate", "percent"],
  [/\b(?:growth|grow(?:s|ing)?|year over year|yoy|month over month)\b/i, "growth", "percent"],
  [/\b(?:coverage)\b/i, "coverage", "percent"],
];
const SIZE: readonly Rule[] = [
  [/\b(?:stored|storage|in total|disk|archived?)\b/i, "storage", "bytes"],
  [
    /\b(?:uploads?|files?|attachments?|images?|photos?|documents?|payloads?|bod(?:y|ies)|requests?|responses?|pages?|messages?|pictures?|videos?)\b/i,
    "payload",
    "bytes",
  ],
  [/\b(?:memory|ram|heap)\b/i, "memory", "bytes"],
  [/./, "storage", "bytes"],
];
const FACTOR: readonly Rule[] = [
  [/\b(?:peak|spikes?|burst|seasonal|surge)\b/i, "peak-factor", "factor"],
  [
    /\b(?:growth|grow(?:s|ing|n)?|scal\w*|current|traffic|load|capacity|headroom|increase)\b/i,
    "growth",
    "factor",
  ],
];

/** The metric and canonical unit of a measure; `undefined` where it is no target (a price, a version, an age). */
export function metricOfMeasure(measure: Measure, context: MeasureContext): Meaning | undefined {
  switch (measure.dimension) {
    case "time":
      return meaningOfTime(measure, context);
    case "percent":
      return byRules(PERCENT, context);
    case "bytes":
      return byRules(SIZE, { ...context, sentence: context.clause, headings: "" });
    case "factor":
      return byRules(FACTOR, { ...context, headings: "" });
    case "ratio":
      return /\breads?\b/i.test(context.sentence) && /\bwrites?\b/i.test(context.sentence)
        ? { metric: "read-write-ratio", unit: "factor" }
        : undefined;
    case "count":
      return meaningOfCount(measure, context);
    default:
      return assertNever(measure.dimension);
  }
}

function meaningOfTime(measure: Measure, context: MeasureContext): Meaning | undefined {
  const milliseconds = measure.value * measure.scale;
  // How old a copy may be, or how long somebody waits for others, is no time of an answer.
  if (/^\s*(?:stale|old|behind|outdated)\b/i.test(context.after)) return undefined;
  if (/\b(?:found|starts?|begins?)\b.*\bafter\s*$/i.test(context.before)) return undefined;
  const found = byRules(TIME, context);
  // "sends a position every 10 seconds" is how often, not how fast; of a person it is the pause.
  if (
    /\b(?:every|each)\s*$/i.test(context.before) &&
    (found === undefined || found.metric === "latency" || found.metric === "query-latency")
  )
    return /\b(?:users?|customers?|visitors?|clients?|players?|people)\b[^.;]*\b(?:requests?|polls?|clicks?|reloads?|refresh\w*)\b/i.test(
      context.before,
    )
      ? { metric: "think-time", unit: "seconds" }
      : undefined;
  const bounded =
    /(?:within|after|before|no later than|in (?:less|under) than|at most|up to|under|below|less than|<|≤|every|for)\s*(?:the )?(?:last |next |first )?$/i.test(
      context.before,
    );
  if (found?.metric === "latency" || found?.metric === "query-latency") {
    if (
      milliseconds <= 120_000 &&
      (bounded ||
        measure.scale <= 1000 ||
        /\b(?:latency|response time|p\d\d)\b/i.test(context.clause))
    )
      return found;
    return bounded && /within|no later/i.test(context.before)
      ? { metric: "deadline", unit: "hours" }
      : undefined;
  }
  if (found?.metric === "retention" && milliseconds < 36e5) return undefined;
  if (found !== undefined) return found;
  if (measure.scale <= 1000 && bounded) return { metric: "latency", unit: "ms" };
  return milliseconds <= 90 * 864e5 && /(?:within|no later than)\s*$/i.test(context.before)
    ? { metric: "deadline", unit: "hours" }
    : undefined;
}

function meaningOfCount(measure: Measure, context: MeasureContext): Meaning | undefined {
  const { clause, before, sentence } = context;
  // An amount of money counts nobody: "above EUR 30".
  if (/(?:\b(?:EUR|USD|GBP|CHF|NOK|SEK|DKK|INR|JPY|CAD|AUD)|[€$£¥])\s*$/.test(before))
    return undefined;
  if (measure.perSeconds !== undefined) {
    const isLabelled = measure.noun === "" && /^\W*[\p{L}][\p{L} -]*s\s*:\s*$/u.test(before);
    if (!isLabelled && !/s\b|\btraffic\b/.test(measure.noun)) return undefined;
    return LIMITS.test(sentence) || LIMITS.test(context.headings)
      ? { metric: "rate-limit", unit: "count" }
      : { metric: "throughput", unit: "per-second" };
  }
  if (/\bpeak(?:[- ]to[- ]average)? (?:load )?(?:factor|ratio|multiplier)\D{0,12}$/i.test(before))
    return { metric: "peak-factor", unit: "factor" };
  if (/\bread(?:s)?\s*[:/]\s*writes?\D{0,16}$/i.test(before))
    return { metric: "read-write-ratio", unit: "factor" };
  const label =
    measure.noun === "" ||
    (measure.start > 0 && /[:|]\s*(?:[<>≤≥~]=?\s*|up to |at least )?$/.test(before))
      ? clause
      : "";
  // How many make a match, a party or a clan is no number of users.
  if (
    /\b(?:when|until|once|as soon as|(?:has|have|of) up to|(?:party|team|group|clan|class|room)s? of)\s*$/i.test(
      before,
    )
  )
    return undefined;
  const people = speaksOfPeople(measure.noun);
  if (people || (label !== "" && speaksOfPeople(label) && measure.noun === "")) {
    const about = !people ? label : `${measure.noun} ${clause}`;
    if (REGISTERED.test(measure.noun)) return { metric: "users", unit: "count" };
    if (CONCURRENT.test(about)) return { metric: "concurrent-users", unit: "count" };
    if (/\b(?:sessions?|connections?)\b/i.test(measure.noun))
      return { metric: "concurrent-users", unit: "count" };
    return measure.value >= 10 && !/\b(?:per|each|every)\b/i.test(measure.noun)
      ? { metric: "users", unit: "count" }
      : undefined;
  }
  if (
    measure.noun !== "" &&
    measure.value >= 1000 &&
    !isYear(measure.value) &&
    /s\b/.test(measure.noun) &&
    !/\b(?:characters?|chars|words|points|pixels|dollars|euros?|units?|meters?|metres?|steps|times)\b/.test(
      measure.noun,
    )
  ) {
    return { metric: "rows", unit: "count" };
  }
  return undefined;
}

function speaksOfPeople(words: string): boolean {
  return (
    PEOPLE.test(words) ||
    words.split(/[^\p{L}-]+/u).some((word) => word.endsWith("s") && isPerson(singularPhrase(word)))
  );
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2100;
}

function byRules(rules: readonly Rule[], context: MeasureContext): Meaning | undefined {
  for (const text of [context.clause, context.sentence, context.headings]) {
    const rule = rules.find(([pattern]) => pattern.test(text));
    if (rule !== undefined) return { metric: rule[1], unit: rule[2] };
  }
  return undefined;
}
