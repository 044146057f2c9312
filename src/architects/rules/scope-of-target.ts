import type { Target } from "../../design/design.ts";
import { IMPERATIVES } from "../../requirements/imperatives.ts";
import type { Quantity } from "../../requirements/quantity.ts";
import type { Requirement } from "../../requirements/requirement.ts";
import { toKebab, toTitle } from "../../util/naming.ts";

/** What a number is about where its words name nothing smaller than the product. */
export const WHOLE = "The whole system";
const OF_ALL =
  /^(?:rto|rpo|p\d\d|(?:the )?(?:service|system|platform|application|app|api|backend|product)|api response time|response time|availability(?: per \w+)?|uptime|latency|everything)$/i;
/** A part of a sentence that says when and not what. */
const CONDITION = /^(?:when|while|if|as soon as|once)\b/i;
/** Words that name neither a thing nor an action. */
const EMPTY_SCOPE =
  /^(?:updated|rows?|shown|visible|loaded|up to|completed|done|finished|returned|raw then|raw)$/i;

/** What a stated number is about, in the words of the text. */
export function scopeOf(
  { scope, text }: Quantity,
  requirement: Requirement | undefined,
): Target["scope"] {
  const label = labelOf(requirement?.text ?? "");
  if (label !== undefined) {
    // `90 days raw, then 2 years aggregated`: the second number is about something else.
    const later = /\bthen\s+[\d.,]+\s+\w+\s+([a-z]+)/i.exec(text)?.[1];
    const words = withoutMeasure(label);
    const isLater = later !== undefined && /\bthen\b/i.test(scope ?? "");
    return toTitle(toKebab(isLater ? `${words} ${later}` : words, 80)) || WHOLE;
  }
  const words = (scope ?? text)
    .replace(/^(?:in case of|after|during|at)\s+(?:an?\s+|the\s+)?\w+,?\s+(?:the\s+)?(?=\w)/i, "")
    .replace(/\b(\w+) retention\b/i, "$1")
    .replace(/\s+(?:per|peak)$/i, "")
    .trim();
  const does =
    /\b(?:shall|must|should|will)\s+([a-z]+ [^.;]{3,60}?)\s+(?:within|in (?:less|under|at most))\b/i.exec(
      requirement?.text ?? "",
    )?.[1];
  if (OF_ALL.test(words) || CONDITION.test(words))
    return does === undefined || !IMPERATIVES.has(does.split(" ")[0] ?? "")
      ? WHOLE
      : toTitle(toKebab(does, 80));
  const named =
    EMPTY_SCOPE.test(words) || /\bthen\b/i.test(words) ? (requirement?.name ?? words) : words;
  return toTitle(toKebab(named, 80)) || WHOLE;
}

/** `Availability of ingestion` out of `Availability of ingestion: 99.95 %`, as rows of tables read. */
function labelOf(text: string): string | undefined {
  const label = /^([^:;]{3,80}):\s+(?=\S*\d|[a-z ]{0,12}\d|p\d)/i.exec(text)?.[1];
  return label === undefined || /\d|^as an? /i.test(label) ? undefined : label;
}

/** What is left of a label when the measure itself, and what every label says, are taken away. */
function withoutMeasure(label: string): string {
  const words = label
    .replace(/\([^)]*\)/g, " ")
    .replace(/^after (?:an?|any|the) \w+,?\s+/i, "")
    .replace(
      /\s+(?:answers?|responds?|returns?|loads?|is back|are back|is available|are available|that may be lost)\b.*$/i,
      "",
    )
    .replace(
      /^(?:the )?(?:availability|uptime|recovery|latency|response times?|throughput|error rate|share of failed requests|queries|retention)\s+(?:of|over|for|in|on)\s+(?:the )?/i,
      "",
    )
    .replace(/\s+(?:retention|latency|availability|response times?|throughput|error rate)$/i, "")
    .trim();
  return OF_ALL.test(words) || NO_THING.test(words) ? WHOLE : words;
}

/** Labels that name the measure alone. */
const NO_THING =
  /^(?:data|errors?|error rate|share of failed requests|failed requests|recovery|retention|users|load|)$/i;
