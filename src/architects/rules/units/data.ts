import type { Context, Design, Entity, Field, Quantified, Store } from "../../../design/design.ts";
import type { UnitPart } from "../../../design/unit-part.ts";
import type { Outcome } from "../../../diagnostics/diagnostic.ts";
import type { RequirementsReading } from "../../../requirements/requirements-reading.ts";
import { toKebab } from "../../../util/naming.ts";
import type { DraftRequest } from "../../architect.ts";
import type { AcceptedLinks } from "../accepted-links.ts";
import { linkAccepted } from "../accepted-links.ts";
import type { EntityPlan, OperationPlan, ReferencePlan } from "../domain-model.ts";
import { fieldNamed } from "../field-named.ts";
import { sortsOf } from "../sorts-of.ts";
import { readsOf } from "../reads-of.ts";
import { speaksOf } from "../demand-text.ts";
import { analyticalKey, analyticalKeyType, analyticalStamps } from "./analytical-fields.ts";
import { analyticalRows } from "./analytical-rows.ts";
import { shapeEntities } from "../physical/shape-entities.ts";
import { dataAssumptions, dataQuestions } from "./data-notes.ts";

/** The entities of one context: what they hold, refer to and how they are found. */
export function draftDataUnit({ unit, reading, accepted }: DraftRequest): Outcome<UnitPart> {
  const links = linkAccepted(reading, accepted);
  const context = accepted.system.contexts.find(({ id }) => id === unit.context);
  if (context === undefined)
    return {
      value: { context: { entities: [] }, assumptions: [], openQuestions: [] },
      diagnostics: [],
    };
  const plans = links.domain.entities.filter((entity) => links.homeOf(entity) === context.id);
  const stores = accepted.system.stores.filter(({ kind }) => kind === "relational");
  const store =
    stores.find(({ contexts }) => contexts.includes(context.id)) ??
    stores[0] ??
    accepted.system.stores[0];
  const scene: Scene = {
    links,
    context,
    accepted,
    reading,
    storeId: store?.id ?? "database",
    ...(store === undefined ? {} : { store }),
  };
  const { entities, assumptions } = shapeEntities(
    plans.map((plan) => entityOf(plan, plans, scene)),
    { links, relational: new Set(stores.map(({ id }) => id)) },
  );
  return {
    value: {
      context: { entities },
      assumptions: [...dataAssumptions(plans, entities, links), ...assumptions],
      openQuestions: dataQuestions(plans, links),
    },
    diagnostics: [],
  };
}

interface Scene {
  readonly links: AcceptedLinks;
  readonly context: Context;
  readonly accepted: Design;
  readonly reading: RequirementsReading;
  readonly storeId: string;
  readonly store?: Store;
}

function entityOf(plan: EntityPlan, plans: readonly EntityPlan[], scene: Scene): Entity {
  const { links, reading } = scene;
  const local = plan.references.filter(({ to }) => plans.some(({ id }) => id === to));
  const references = plan.references.map((reference) =>
    referenceField(reference, local.includes(reference), scene),
  );
  const fields = uniqueById([
    analyticalKey(plan) ?? idField(),
    ...references,
    ...plan.fields,
    ...(analyticalStamps(plan) ?? stamps()),
  ]);
  const known = new Set(fields.map(({ id }) => id));
  const uniqueKeys = [
    ...plan.uniqueKeys.filter((key) => key.every((field) => known.has(field))),
    ...plan.references.filter(({ one }) => one).map(({ field }) => [field]),
  ];
  const rows = rowsOf(plan, scene);
  const retention = retentionOf(plan, reading);
  const operations = links.domain.operations.filter(({ entity }) => entity === plan.id);
  return {
    id: plan.id,
    name: plan.name,
    description: plan.description,
    store: storeIdOf(plan, scene),
    fields,
    primaryKey: ["id"],
    uniqueKeys: uniqueKeys.map((key) => ({ id: toKebab(`unique-${key.join("-")}`), fields: key })),
    relations: local.map((reference) => ({
      id: reference.field.replace(/-id$/, ""),
      name: titleOf(reference.field.replace(/-id$/, "")),
      field: reference.field,
      to: reference.to,
      cardinality: reference.one ? "one-to-one" : "many-to-one",
      onDelete: reference.owned ? "cascade" : reference.required ? "restrict" : "set-null",
    })),
    // What is read in columns is sorted and not indexed.
    indexes:
      plan.store === "olap"
        ? []
        : indexesOf(
            plan,
            { ...plan, fields, primaryKey: ["id"] },
            uniqueKeys,
            operations.map((operation) => ({
              ...operation,
              sorts: sortsOf(operation, { name: plan.name, fields }, reading),
            })),
          ),
    rules: [...plan.rules.filter(({ field }) => known.has(field)), ...spanRule(known)],
    ...lifecycleOf(plan),
    ...(retention === undefined ? {} : { retentionDays: retention.days }),
    ...(plan.analytics === undefined ? {} : { analytics: plan.analytics }),
    rows,
    ...denormalisationOf(plan),
    basis: plan.basis,
    requirements: links.cite([
      ...plan.requirements,
      ...(retention === undefined ? [] : [retention.requirement]),
    ]),
  };
}

/** The analytical store of the context where the entity belongs there, and one is. */
function storeIdOf({ store }: EntityPlan, { storeId, accepted, context }: Scene): string {
  if (store === undefined) return storeId;
  const analytical = accepted.system.stores.filter(({ kind }) => kind === store);
  return analytical.find(({ contexts }) => contexts.includes(context.id))?.id ?? storeId;
}

function idField(): Field {
  return {
    id: "id",
    name: "Id",
    type: "uuid",
    nullable: false,
    default: { function: "uuid" },
    classification: "internal",
    readOnly: true,
    basis: "assumed",
    samples: ["7c9e6679-7425-40de-944b-e07fc1f90ae7"],
    description: "Made by the system; never reused.",
  };
}

function stamps(): readonly Field[] {
  const stamp = (name: string, description: string, sample: string) =>
    fieldNamed(
      name,
      { basis: "assumed" },
      {
        type: "timestamp",
        readOnly: true,
        default: { function: "now" },
        samples: [sample],
        description,
      },
    );
  return [
    stamp("created at", "When the row was made.", "2026-03-14T09:26:53Z"),
    stamp("updated at", "When the row was last changed.", "2026-03-14T09:26:53Z"),
  ];
}

function referenceField(
  { field, to, required, basis }: ReferencePlan,
  isLocal: boolean,
  scene: Scene,
): Field {
  const target = scene.links.domain.entities.find(({ id }) => id === to);
  const home = target === undefined ? undefined : scene.links.homeOf(target);
  const owner = scene.accepted.system.contexts.find(({ id }) => id === home);
  const noun = (target?.name ?? to).toLowerCase();
  return {
    id: field,
    name: titleOf(field),
    type: analyticalKeyType(target),
    nullable: !required,
    classification: "internal",
    readOnly: false,
    basis,
    samples: [],
    description: isLocal
      ? `The ${noun} it belongs to.`
      : `Id of the ${noun}${owner === undefined ? "" : ` in ${owner.name}`}: a reference by id; no foreign key crosses a context.`,
  };
}

function indexesOf(
  plan: EntityPlan,
  entity: Pick<Entity, "id" | "name" | "fields" | "primaryKey">,
  uniqueKeys: readonly (readonly string[])[],
  operations: readonly (OperationPlan & { readonly sorts: readonly string[] })[],
): Entity["indexes"] {
  const indexes = new Map<string, Entity["indexes"][number]>();
  const known = new Set(entity.fields.map(({ id }) => id));
  const keys = [entity.primaryKey, ...uniqueKeys];
  const covered = new Set(keys.flatMap(([first]) => first ?? []));
  const noun = plan.name.toLowerCase();
  const add = (fields: readonly string[], serves: string) => {
    const id = toKebab(`by-${fields.join("-")}`);
    if (fields.every((field) => known.has(field)) && !indexes.has(id))
      indexes.set(id, { id, fields, unique: false, serves });
  };
  for (const operation of operations) {
    for (const { filter, sort } of readsOf(operation, entity, operation.sorts)) {
      // One row, or the few of a whole key, need no order.
      const isKey = keys.some((key) => key.every((field) => filter.includes(field)));
      if (isKey) continue;
      const isByTime = sort[0] === "created-at";
      const newestFirst =
        sort.length === 0
          ? ""
          : isByTime
            ? ", newest first"
            : `, by ${sort.map(wordsOf).join(" and ")}`;
      if (filter.length === 0) add(sort, `Pages through every ${noun}${newestFirst}.`);
      else
        add(
          [...filter, ...sort],
          `Lists every ${noun} of one ${filter.map(wordsOf).join(" and ")}${newestFirst}.`,
        );
    }
    if (operation.search && plan.fields.some(({ id }) => id === "title"))
      add(["title"], `Finds a ${noun} by the first words of its title.`);
  }
  const leading = new Set([...indexes.values()].map(({ fields }) => fields[0]));
  for (const { field } of plan.references) {
    if (!covered.has(field) && !leading.has(field))
      add([field], `Finds every ${noun} of one ${wordsOf(field)}.`);
  }
  const all = [...indexes.values()];
  const others = (own: readonly string[]) => [
    ...keys,
    ...all.map(({ fields }) => fields).filter((fields) => fields !== own),
  ];
  // What another index begins with is served by that one.
  return all.filter(({ fields }) =>
    others(fields).every((other) => !fields.every((field, place) => other[place] === field)),
  );
}

function spanRule(known: ReadonlySet<string>): Entity["rules"] {
  if (!known.has("starts-at") || !known.has("ends-at")) return [];
  return [
    { id: "ends-after-start", field: "ends-at", operator: "gt" as const, otherField: "starts-at" },
  ];
}

function rowsOf(plan: EntityPlan, { reading, accepted, links }: Scene): Quantified {
  const stated = reading.quantities.find(
    ({ metric, thirdParty, scope, text }) =>
      metric === "rows" &&
      !thirdParty &&
      plan.words.some((word) => speaksOf(`${scope ?? ""} ${text}`, word)),
  );
  const [requirement] = stated === undefined ? [] : links.cite([stated.requirementId]);
  if (stated !== undefined)
    return {
      value: stated.value,
      basis: "stated",
      ...(requirement === undefined ? {} : { requirement }),
    };
  const flow = flowOf(plan, reading);
  if (flow !== undefined) {
    const days = Math.min(365, retentionOf(plan, reading)?.days ?? 365);
    // The worst hour is stated, all hours are kept.
    const factor = isPeak(flow.text, flow.requirementId, reading)
      ? accepted.system.load.peakFactor.value
      : 1;
    const average = factor === 1 ? "" : ` at peak, ${factor} times the average`;
    return {
      value: Math.max(10, Math.round((flow.value / factor) * 86_400 * days)),
      basis: "assumed",
      reason: `${Math.round(flow.value * 100) / 100} a second${average} (“${flow.text.trim().slice(0, 80)}”), kept for ${days} days.`,
    };
  }
  const derived = analyticalRows(plan, links.domain.entities, reading, accepted.system.load);
  if (derived !== undefined) return derived;
  const users = accepted.system.load.registeredUsers.value;
  const value = Math.max(10, Math.ceil(users * plan.rowsPerUser));
  return {
    value,
    basis: "assumed",
    reason: `${plan.rowsPerUser} for each of ${users} registered users.`,
  };
}

/** How many of it arrive in a second, where the text says so. */
function flowOf({ store, name, words }: EntityPlan, reading: RequirementsReading) {
  const nouns = [name.toLowerCase(), ...words].map((word) =>
    word.replace(/^(?:fact|raw|telemetry) /, ""),
  );
  // What comes in on average counts for a year, not the peak; looking at rows makes none.
  const rates = reading.quantities.filter(
    ({ metric, thirdParty, scope, text, requirementId }) =>
      metric === "throughput" &&
      !thirdParty &&
      (store !== undefined || !isPeak(text, requirementId, reading)) &&
      !/\b(?:reads?|views?|requests?|searches|queries|lookups?|pages?)\b/i.test(scope ?? text) &&
      nouns.some((noun) =>
        store === undefined ? endsWith(scope ?? "", noun) : speaksOf(scope ?? text, noun),
      ),
  );
  return rates.toSorted((a, b) => a.value - b.value)[0];
}

/** A rate at the worst hour says nothing of a year. */
function isPeak(text: string, requirement: string, reading: RequirementsReading): boolean {
  // What comes in on a day is a sum of its hours, whatever else the statement says of the worst.
  if (
    /\b(?:per|a|each|every) (?:day|week|month|year)\b|\b(?:daily|weekly|monthly|yearly)\b/i.test(
      text,
    )
  )
    return false;
  const whole = reading.requirements.find(({ id }) => id === requirement)?.text ?? text;
  return /\b(?:peaks?|burst|spikes?|worst|at most|maximum)\b/i.test(whole);
}

/** "match results" are no matches. */
function endsWith(scope: string, noun: string): boolean {
  const words = scope.replace(/ per$/, "");
  return speaksOf(words.split(" ").slice(-noun.split(" ").length).join(" "), noun);
}

function retentionOf(
  plan: EntityPlan,
  reading: RequirementsReading,
): { readonly days: number; readonly requirement: string } | undefined {
  const stated = reading.quantities.filter(
    ({ metric, unit, thirdParty }) => metric === "retention" && unit === "days" && !thirdParty,
  );
  for (const { scope, text, value, requirementId } of stated) {
    const words = scope ?? text;
    if (
      value >= 1 &&
      [plan.name.toLowerCase(), ...plan.words].some((word) => speaksOf(words, word))
    )
      return { days: Math.round(value), requirement: requirementId };
  }
  return undefined;
}

function lifecycleOf({ lifecycle }: EntityPlan): Pick<Entity, "lifecycle"> {
  if (lifecycle === undefined) return {};
  const transitions = lifecycle.transitions.map((transition) => ({
    id: toKebab(`${transition.from}-to-${transition.to}`),
    ...transition,
  }));
  return { lifecycle: { ...lifecycle, transitions } };
}

function denormalisationOf(plan: EntityPlan): Pick<Entity, "denormalised"> {
  if (plan.fields.some(({ id }) => id === "unit-price")) {
    return {
      denormalised:
        "The unit price is what was agreed when the line was made; the price of the product may change later.",
    };
  }
  return {};
}

function uniqueById(fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ id }, i) => fields.findIndex((other) => other.id === id) === i);
}

function titleOf(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function wordsOf(field: string): string {
  return field.replace(/-id$/, "").replaceAll("-", " ");
}
