import type { Load, Quantified } from "../../design/design.ts";
import type { Quantity, QuantityMetric } from "../../requirements/quantity.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";

const READS =
  /(\d{1,3}(?:\.\d+)?)\s*%\s+of\s+(?:the\s+|all\s+)*(?:requests|traffic|operations|calls)\s+(?:only\s+|are\s+)*read/i;
const THINKS =
  /\b(?:one|a) request (?:every|per|each)\b|\bthink time\b|\b(?:users?|people|clients?|customers?|visitors?|players?|requests?|clicks?|polls?)\b[^.;]*\bevery \d+ ?s(?:ec(?:ond)?s?)?\b/i;

/** An upload or what is stored in all says nothing of the size of an answer. */
const ANSWERS = /\b(?:responses?|answers?|payloads?|pages?|bod(?:y|ies))\b/i;
const LARGEST_ANSWER = 20e6;
/** What comes in as a stream; a file that is uploaded is no message. */
const MESSAGES =
  /\b(?:one|an?|each|every|per) (?:[a-z]+ )?(?:event|message|reading|measurement|ping|record|request)\b/i;
const LARGEST_MESSAGE = 1e6;

/** Whether a number that looks like a latency is the pause between two requests of one user. */
export function isThinkTime(
  { metric, text, requirementId }: Quantity,
  reading: RequirementsReading,
): boolean {
  if (metric === "think-time") return true;
  if (metric !== "latency") return false;
  const words = reading.requirements.find(({ id }) => id === requirementId)?.text ?? "";
  const at = words.indexOf(text);
  const around = at < 0 ? words : words.slice(Math.max(0, at - 40), at + text.length + 20);
  return THINKS.test(around);
}

/** Who comes in a day or a month; fewer than those who have an account. */
const ACTIVE = /\b(?:daily|monthly|weekly|DAU|MAU|active)\b/i;

/** Whether a number of users counts those who have an account, not those who are there at once. */
export function isRegistered({ metric, scope, text }: Quantity): boolean {
  if (metric === "users") return !ACTIVE.test(scope ?? text);
  return (
    metric === "concurrent-users" &&
    /\bregister/i.test(scope ?? text) &&
    !/\bconcurrent/i.test(scope ?? text)
  );
}

/** How much the system has to carry: what is stated, else what is assumed and why. */
export function statedLoad(reading: RequirementsReading): Load {
  const own = reading.quantities.filter(({ thirdParty }) => !thirdParty);
  const counted = own.filter(isRegistered);
  const persons = counted.filter(({ scope }) => !/\baccounts$/.test(scope ?? ""));
  const registered = largest(persons.length > 0 ? persons : counted);
  const active = largest(
    own.filter(({ metric, scope, text }) => metric === "users" && ACTIVE.test(scope ?? text)),
  );
  const concurrent = largest(
    own.filter((quantity) => quantity.metric === "concurrent-users" && !isRegistered(quantity)),
  );
  const think = own.find((quantity) => isThinkTime(quantity, reading));
  const users =
    registered?.value ??
    active?.value ??
    (concurrent === undefined ? 10_000 : concurrent.value * 10);
  return {
    registeredUsers:
      stated(registered) ??
      assumed(
        users,
        active !== undefined
          ? "At least those who are active in a day or a month; how many have an account is not said."
          : concurrent === undefined
            ? "The requirements state no number of users; a first year of a new product."
            : "Ten registered users for each that is there at once.",
      ),
    concurrentUsers:
      stated(concurrent) ??
      assumed(
        Math.max(1, Math.ceil(users / 20)),
        "One in twenty registered users is there at once at peak.",
      ),
    thinkTimeSeconds:
      think === undefined
        ? assumed(10, "A person who reads pages sends a request every ten seconds.")
        : {
            value: think.unit === "ms" ? think.value / 1000 : think.value,
            basis: "stated",
            requirement: think.requirementId,
          },
    peakFactor:
      stated(of(own, "peak-factor")) ??
      assumed(3, "Peak hour against the average of a day, for people in few time zones."),
    readShare: readShare(reading, own),
    requestBytes:
      stated(
        own.find(
          ({ metric, unit, text, scope, value }) =>
            (metric === "payload" || metric === "storage") &&
            unit === "bytes" &&
            value <= LARGEST_MESSAGE &&
            MESSAGES.test(scope ?? text),
        ),
      ) ?? assumed(1_000, "A JSON body of a form and its headers."),
    responseBytes:
      stated(
        own.find(
          ({ metric, text, value }) =>
            metric === "payload" && value <= LARGEST_ANSWER && ANSWERS.test(text),
        ),
      ) ?? assumed(4_000, "A page of twenty short records as JSON, compressed."),
    growthPercentPerYear:
      stated(
        of(
          own.filter(({ unit }) => unit === "percent"),
          "growth",
        ),
      ) ?? assumed(50, "The requirements state no growth; a young product that is used."),
  };
}

function readShare(reading: RequirementsReading, own: readonly Quantity[]): Quantified {
  for (const { id, text } of reading.requirements) {
    const match = READS.exec(text);
    if (match !== null)
      return { value: Math.min(1, Number(match[1]) / 100), basis: "stated", requirement: id };
  }
  const ratio = of(own, "read-write-ratio");
  if (ratio !== undefined && ratio.value > 0) {
    const share =
      ratio.unit === "percent"
        ? ratio.value / 100
        : ratio.value <= 1
          ? ratio.value
          : ratio.value / (ratio.value + 1);
    return {
      value: Math.min(1, Math.round(share * 1000) / 1000),
      basis: "stated",
      requirement: ratio.requirementId,
    };
  }
  return assumed(
    0.9,
    "Nine of ten requests read, as in most applications with lists and detail pages.",
  );
}

function of(own: readonly Quantity[], metric: QuantityMetric): Quantity | undefined {
  return own.find((quantity) => quantity.metric === metric);
}

function largest(own: readonly Quantity[]): Quantity | undefined {
  return own.toSorted((a, b) => b.value - a.value)[0];
}

function stated(quantity: Quantity | undefined): Quantified | undefined {
  return (
    quantity && { value: quantity.value, basis: "stated", requirement: quantity.requirementId }
  );
}

function assumed(value: number, reason: string): Quantified {
  return { value, basis: "assumed", reason };
}
