/** A number with its unit, as it stands in a sentence. */
export interface Measure {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly dimension: "time" | "percent" | "bytes" | "factor" | "ratio" | "count";
  /** Milliseconds of the unit of a time, bytes of the unit of a size; else 1. */
  readonly scale: number;
  /** For a count: the words it counts, lower case ("concurrent users"). */
  readonly noun: string;
  /** For a rate: the seconds of its period. */
  readonly perSeconds?: number;
  /** "50,000+" or "or more". */
  readonly open: boolean;
}

const SMALL: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  hundred: 100,
};
const MAGNITUDE: Readonly<Record<string, number>> = {
  hundred: 1e2,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};
const MILLISECONDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:ms|msec|millis|milliseconds?)$/, 1],
  [/^(?:s|secs?|seconds?)$/, 1e3],
  [/^(?:mins?|minutes?)$/, 6e4],
  [/^(?:h|hrs?|hours?)$/, 36e5],
  [/^(?:d|days?)$/, 864e5],
  [/^(?:weeks?)$/, 6048e5],
  [/^(?:months?)$/, 2592e6],
  [/^(?:years?|yrs?)$/, 31536e6],
];
const BYTES: Readonly<Record<string, number>> = {
  bytes: 1,
  byte: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  pb: 1e15,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
  tib: 1024 ** 4,
};
const RATES: Readonly<Record<string, number>> = {
  rps: 1,
  tps: 1,
  qps: 1,
  "req/s": 1,
  "reqs/s": 1,
  rpm: 60,
};

const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d_.,/:$€£#-])(?:(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|(${Object.keys(SMALL).join("|")})(?=\s+(?:hundred|thousand|million|billion)\b|[\s-]+(?:milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b))` +
    String.raw`(?:\s*(k|K|M|m|mn|bn|B)(?![\p{L}\d])|\s+(hundred|thousand|million|billion)\b)?(\+)?`,
  "giu",
);
const RATIO = /(?<![\d:])(\d{1,4})\s*:\s*(\d{1,3})(?![\d:])/g;
const LONGEST_NOUN = 6;

/** Every number with a unit or a counted noun, in order. Bare numbers without either are left in as counts. */
export function findMeasures(sentence: string): readonly Measure[] {
  const measures: Measure[] = [];
  for (const match of sentence.matchAll(NUMBER)) {
    const [whole, digits, word, letter, magnitude, plus] = match;
    const start = match.index;
    const end = start + whole.length;
    const base =
      digits === undefined
        ? (SMALL[(word ?? "").toLowerCase()] ?? 1)
        : Number(digits.replaceAll(",", ""));
    const factor = MAGNITUDE[(letter ?? magnitude ?? "").toLowerCase()] ?? 1;
    const rest = sentence.slice(end, end + 120);
    if (letter === "m" && !/^\s*(?:\p{L}+\s+){0,3}users?\b/iu.test(rest)) continue;
    const measure = withUnit(rest, base * factor, start, end, plus !== undefined);
    if (measure !== undefined) measures.push(measure);
  }
  for (const match of sentence.matchAll(RATIO)) {
    const value = Number(match[1]) / Math.max(1, Number(match[2]));
    const place = { start: match.index, end: match.index + match[0].length };
    measures.push({ ...place, value, dimension: "ratio", scale: 1, noun: "", open: false });
  }
  measures.sort((a, b) => a.start - b.start);
  return shareRates(
    sentence,
    measures.map((measure) => withDay(sentence, measure)),
  );
}

/** "On an average day 4 million transfers are initiated": a rate, although no "per" says so. */
function withDay(sentence: string, measure: Measure): Measure {
  const period =
    /^\W*(?:on|in) (?:an?|every|each) (?:(?:average|normal|typical|usual|busy|business|working) )?(hour|day)\b/i.exec(
      sentence,
    )?.[1];
  if (period === undefined || measure.dimension !== "count" || measure.noun === "") return measure;
  if (measure.perSeconds !== undefined) return measure;
  return { ...measure, perSeconds: /hour/i.test(period) ? 3600 : 86_400 };
}

function withUnit(
  rest: string,
  value: number,
  start: number,
  end: number,
  open: boolean,
): Measure | undefined {
  const common = { start, value, open, noun: "", scale: 1 };
  const percent = /^\s*(?:%|percent\b|per cent\b)\+?/.exec(rest);
  if (percent !== null)
    return {
      ...common,
      dimension: "percent",
      end: end + percent[0].length,
      open: open || percent[0].endsWith("+"),
    };
  const factor = /^\s*(?:[x×](?![\p{L}\d])|-?fold\b|[\s-]times\b)/iu.exec(rest);
  if (factor !== null) return { ...common, dimension: "factor", end: end + factor[0].length };
  const unit = /^[\s-]*([A-Za-z]+(?:\/s)?)(?![\p{L}\d])/u.exec(rest);
  const name = unit?.[1] ?? "";
  const after = end + (unit?.[0].length ?? 0);
  const size = BYTES[name.toLowerCase()];
  if (size !== undefined && !/^[kmgtp]b$/.test(name))
    return { ...common, dimension: "bytes", scale: size, end: after };
  if (size !== undefined) return { ...common, dimension: "bytes", scale: size, end: after };
  const time = MILLISECONDS.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1];
  if (time !== undefined && !(name === "S"))
    return { ...common, dimension: "time", scale: time, end: after };
  const rate = RATES[name.toLowerCase()];
  if (rate !== undefined)
    return { ...common, dimension: "count", noun: "requests", perSeconds: rate, end: after };
  if (/^[-/:.]\d/.test(rest)) return undefined;
  return counted(rest, value, start, end, open);
}

function counted(rest: string, value: number, start: number, end: number, open: boolean): Measure {
  const rate = new RegExp(
    String.raw`^((?:[\s-]+[\p{L}()'’-]+){0,${LONGEST_NOUN}}?)\s*(?:\s(?:per|an?|each|every)\s+|\/\s*)(?:(\d+)[\s-]*)?(s|sec|second|m|min|minute|h|hr|hour|day|week|month|year)(?:s\b|\b)`,
    "iu",
  ).exec(rest);
  if (rate !== null) {
    const period =
      MILLISECONDS.find(([pattern]) =>
        pattern.test((rate[3] ?? "").toLowerCase().replace(/^m$/, "min")),
      )?.[1] ?? 1e3;
    const perSeconds = (period / 1e3) * Number(rate[2] ?? 1);
    return {
      start,
      end: end + rate[0].length,
      value,
      dimension: "count",
      scale: 1,
      noun: nounOf(rate[1] ?? ""),
      perSeconds,
      open,
    };
  }
  const words = /^(?:[\s-]+[\p{L}'’-]+){1,5}/u.exec(rest)?.[0] ?? "";
  return { start, end, value, dimension: "count", scale: 1, noun: nounOf(words), open };
}

const NOUN_ENDS =
  /^(?:in|at|of|for|with|and|or|to|per|on|by|is|are|be|shall|must|should|will|can|may|without|within|during|from|who|that|which|as|under|over|but|across|simultaneously|while|when|if|than|the)$/;

function nounOf(words: string): string {
  const kept: string[] = [];
  for (const word of words
    .toLowerCase()
    .trim()
    .replace(/^[-+\s]+/, "")
    .split(/\s+/)) {
    if (NOUN_ENDS.test(word)) break;
    if (word !== "") kept.push(word.replace(/[()]/g, ""));
  }
  return kept.join(" ");
}

/** "600 posts, 8,000 comments and 20,000 votes per minute": the rate is that of each. */
function shareRates(sentence: string, measures: readonly Measure[]): readonly Measure[] {
  const shared = [...measures];
  for (let i = shared.length - 2; i >= 0; i--) {
    const measure = shared[i];
    const next = shared[i + 1];
    if (measure === undefined || next?.perSeconds === undefined) continue;
    if (measure.dimension !== "count" || measure.perSeconds !== undefined || measure.noun === "")
      continue;
    const between = sentence.slice(measure.end, next.start);
    if (
      /^[^.;:]*(?:,\s*(?:and\s+|or\s+)?|\s(?:and|or)\s+)(?:up to\s+|at least\s+)?$/.test(between) &&
      between.length < 60
    ) {
      shared[i] = { ...measure, perSeconds: next.perSeconds };
    }
  }
  return shared;
}
