import { defaultTargets } from "../../design/default-targets.ts";
import type { Target } from "../../design/design.ts";
import type { Quantity, QuantityMetric, QuantityUnit } from "../../requirements/quantity.ts";
import { IMPERATIVES } from "../../requirements/imperatives.ts";
import type { Requirement } from "../../requirements/requirement.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { toKebab, toTitle, uniqueName } from "../../util/naming.ts";
import { isReaction } from "./is-reaction.ts";
import { scopeOf, WHOLE } from "./scope-of-target.ts";
import { isRegistered, isThinkTime } from "./stated-load.ts";

type Measure = Target["measure"];

const MEASURES: { readonly [Metric in QuantityMetric]?: Measure } = {
  latency: "latency",
  "query-latency": "query-latency",
  availability: "availability",
  throughput: "throughput",
  "concurrent-users": "concurrent-users",
  "error-rate": "error-rate",
  retention: "retention",
  "recovery-time": "recovery-time",
  "recovery-point": "recovery-point",
  "cache-hit-rate": "cache-hit-rate",
  cpu: "cpu",
  memory: "memory",
  "scaling-time": "autoscaling-reaction",
};
const UNITS: { readonly [Unit in QuantityUnit]?: Target["unit"] } = {
  ms: "ms",
  seconds: "s",
  minutes: "min",
  hours: "h",
  days: "days",
  percent: "percent",
  "per-second": "per-second",
  factor: "times",
};
const AT_LEAST: ReadonlySet<Measure> = new Set<Measure>([
  "availability",
  "throughput",
  "concurrent-users",
  "cache-hit-rate",
  "growth",
  "retention",
]);
const TITLES: Readonly<Record<Measure, string>> = {
  latency: "Latency",
  "query-latency": "Query latency",
  availability: "Availability",
  "error-rate": "Error rate",
  throughput: "Throughput",
  "concurrent-users": "Concurrent users",
  "cache-hit-rate": "Cache hit rate",
  cpu: "CPU utilisation",
  memory: "Memory utilisation",
  growth: "Growth",
  "autoscaling-reaction": "Reaction of autoscaling",
  "recovery-time": "Recovery time",
  "recovery-point": "Recovery point",
  retention: "Retention",
};
/** Which default a quality without a number speaks of. */
const VAGUE: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /\b(?:fast|quick\w*|respons\w+|performance|efficien\w+|slow\w*|delays?|latency)\b/i,
    ["critical-endpoint-latency"],
  ],
  [/\b(?:availab\w+|reliab\w+|uptime|downtime)\b/i, ["availability"]],
  [/\b(?:scalab\w+|scale|increasing|concurrent)\b/i, ["growth"]],
  [/\brecover\w*\b/i, ["critical-recovery"]],
];

/** The default targets, with what the requirements state in place of them or besides. */
export function statedTargets(
  reading: RequirementsReading,
  answeredHere: ReadonlySet<string>,
): readonly Target[] {
  const targets = new Map<string, Target>(
    defaultTargets.map((target) => [
      target.id,
      {
        ...target,
        basis: "assumed",
        reason: "The requirements state no number; the default that a design is held to.",
        requirements: [],
      },
    ]),
  );
  const own = reading.quantities.filter(
    (quantity) =>
      !quantity.thirdParty && !isThinkTime(quantity, reading) && !isRegistered(quantity),
  );
  const live = new Set(
    reading.requirements.filter(({ outOfScope }) => !outOfScope).map(({ id }) => id),
  );
  const replaced = new Set<string>();
  const seen = new Map<string, string>();
  for (const quantity of own) {
    const stated = targetOf(
      quantity,
      reading.requirements.find(({ id }) => id === quantity.requirementId),
    );
    if (stated === undefined || !live.has(quantity.requirementId)) continue;
    const key = [
      stated.measure,
      stated.comparator,
      stated.value,
      stated.unit,
      stated.percentile,
      stated.measure === "concurrent-users" ? "" : stated.scope,
    ].join(" ");
    const same = targets.get(seen.get(key) ?? "");
    if (same !== undefined) {
      targets.set(same.id, {
        ...same,
        requirements: [...new Set([...same.requirements, quantity.requirementId])],
      });
      continue;
    }
    const words = reading.requirements.find(({ id }) => id === quantity.requirementId)?.text ?? "";
    const follows = stated.measure === "latency" && isReaction(words);
    const standard = defaultTargets.find(
      ({ id, measure, percentile }) =>
        !follows &&
        measure === stated.measure &&
        !replaced.has(id) &&
        (stated.percentile === undefined ||
          percentile === undefined ||
          percentile === stated.percentile),
    );
    const id =
      standard?.id ?? uniqueName(toKebab(`${stated.measure} ${stated.scope}`, 56), targets);
    if (standard !== undefined) replaced.add(standard.id);
    targets.set(id, {
      ...stated,
      id,
      name: nameOf(stated, quantity).slice(0, 120),
    });
    seen.set(key, id);
  }
  return citeVague(targets, reading, answeredHere);
}

/** `Latency of search and product pages`; the scope alone where it names the measure itself. */
function nameOf({ measure, scope }: Pick<Target, "measure" | "scope">, quantity: Quantity): string {
  const title = TITLES[measure];
  if (scope === WHOLE) return title;
  if (measure === "concurrent-users" && /^concurrent\b/i.test(scope)) return scope;
  const words = scope.charAt(0).toLowerCase() + scope.slice(1);
  // An action in the words of a statement: “See my progress in each course”.
  const isAction = scope !== toTitle(toKebab(quantity.scope ?? quantity.text, 80));
  if (isAction && IMPERATIVES.has(words.split(" ")[0] ?? "")) return `${title} of “${scope}”`;
  return words.startsWith(title.toLowerCase()) ? scope : `${title} of ${words}`;
}

function targetOf(
  quantity: Quantity,
  requirement: Requirement | undefined,
): Omit<Target, "id" | "name"> | undefined {
  const words = requirement?.text ?? "";
  const measure = MEASURES[quantity.metric];
  const isDeadline =
    measure === "retention" && /\b(?:delet|remov|purg|eras)/i.test(quantity.scope ?? words);
  const unit = measure === "concurrent-users" ? "users" : UNITS[quantity.unit];
  if (measure === undefined || unit === undefined) return undefined;
  const comparator = isDeadline
    ? "lte"
    : quantity.comparator === "eq" || (AT_LEAST.has(measure) && quantity.comparator !== "gt")
      ? AT_LEAST.has(measure)
        ? "gte"
        : "lte"
      : quantity.comparator;
  return {
    measure,
    comparator,
    value: unit === "per-second" ? rounded(quantity.value) : quantity.value,
    unit,
    ...(quantity.percentile === undefined ? {} : { percentile: quantity.percentile }),
    scope: scopeOf(quantity, requirement),
    basis: "stated",
    requirements: [quantity.requirementId],
  };
}

/** A rate that was stated per day or month has more digits than it is worth. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(3));
}

function citeVague(
  targets: Map<string, Target>,
  reading: RequirementsReading,
  answeredHere: ReadonlySet<string>,
): readonly Target[] {
  const cited = new Set([...targets.values()].flatMap(({ requirements }) => requirements));
  for (const { id, text } of reading.requirements) {
    if (!answeredHere.has(id) || cited.has(id)) continue;
    for (const [pattern, ids] of VAGUE) {
      if (!pattern.test(text)) continue;
      for (const target of ids.flatMap((wanted) => targets.get(wanted) ?? [])) {
        targets.set(target.id, {
          ...target,
          requirements: [...target.requirements, id],
          ...(target.basis === "assumed"
            ? {
                reason:
                  "The requirements ask for it without a number; the default that a design is held to.",
              }
            : {}),
        });
      }
    }
  }
  return [...targets.values()];
}
