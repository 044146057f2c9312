import type { Design, DomainEvent, Entity } from "../../../design/design.ts";
import { toKebab } from "../../../util/naming.ts";
import type { OwnedEntity } from "../../../design/entities-of.ts";
import { entitiesOf } from "../../../design/entities-of.ts";
import { asName } from "../as-name.ts";
import { citing } from "../citing.ts";
import { clientKindsOf } from "../client-kinds.ts";
import { speaksOf } from "../demand-text.ts";
import { textOf } from "../text-of.ts";

/** Fields of an entity that an event carries at the most. */
const MAXIMUM_PAYLOAD = 6;

/**
 * An event for each change of state that somebody else has to know: another context that shares
 * the entity's id, or a statement "when an order is shipped, …". A system of one context without
 * such a statement has none.
 */
export function draftEvents(design: Design): readonly DomainEvent[] {
  const entities = entitiesOf(design);
  const events = entities.flatMap((placed) => eventsOf(placed, entities, design));
  const seen = new Set<string>();
  return events.filter(({ id }) => !seen.has(id) && seen.add(id) !== undefined);
}

function eventsOf(
  placed: OwnedEntity,
  all: readonly OwnedEntity[],
  design: Design,
): readonly DomainEvent[] {
  const { entity, context } = placed;
  const holders = holdersOf(placed, all);
  const neighbours = neighboursOf(placed, all);
  const states = statesOf(entity);
  const announced = announcedStates(entity, design);
  // "When an order is placed" is the moment it is made: one event, under the name of the text.
  const born = announced.filter((state) =>
    /^(?:placed|submitted|created|made|opened|registered)$/.test(state),
  );
  const changes =
    entity.lifecycle === undefined ? [] : [...(born.length > 0 ? born : ["created"]), ...states];
  return [...new Set([...changes, ...announced])].flatMap((state) => {
    const requirements = announcing(entity, state, design);
    const told = consumersOf(state, { requirements, holders, neighbours }, all, design);
    const isCalledFor = requirements.length > 0 || (told.length > 0 && changes.includes(state));
    if (!isCalledFor) return [];
    return [
      {
        id: toKebab(`${entity.id} ${state}`),
        name: asName(
          `${entity.name} ${/(?:ed|en|wn|id|nt|ut)$/.test(state) ? "" : "became "}${state}`,
        ),
        description: `${article(entity.name)} has become ${state}.`,
        producer: context.context,
        consumers: told,
        subscribers: subscribersOf(requirements, design),
        entity: placed.key,
        payload: payloadOf(entity),
        delivery: "at-least-once",
        orderingKey: asName(`id of the ${entity.name.toLowerCase()}`),
        deadLetter:
          "After 5 attempts with growing pauses the message is parked in a dead-letter queue and an alert is raised; it is replayed by hand.",
        requirements,
      } satisfies DomainEvent,
    ];
  });
}

/** Who outside is told: those of whom a statement says that a webhook goes to them. */
function subscribersOf(requirements: readonly string[], design: Design): readonly string[] {
  const text = textOf(design, requirements);
  if (!/\bwebhooks?\b/i.test(text)) return [];
  const callers = new Set(design.system.auth.roles.flatMap(({ actors }) => actors));
  const partners = design.system.actors.filter(
    ({ id, kind, name }) =>
      kind === "external-system" &&
      callers.has(id) &&
      clientKindsOf(name.toLowerCase(), [], false).includes("partner"),
  );
  const named = partners.filter(({ name }) => speaksOf(text, name.toLowerCase()));
  return (named.length > 0 ? named : partners).map(({ id }) => id);
}

/** Ends of a life that those who hold the id have to know of. */
const ENDS =
  /^(?:cancell?ed|archived|deleted|removed|retired|closed|suspended|blocked|banned|withdrawn|expired|deactivated|discontinued|unpublished|rejected)$/;

/** A statement tells those of whose things it speaks; the end of a thing is told to those who hold its id. */
function consumersOf(
  state: string,
  about: {
    readonly requirements: readonly string[];
    readonly holders: readonly string[];
    readonly neighbours: readonly string[];
  },
  all: readonly OwnedEntity[],
  design: Design,
): readonly string[] {
  const ended = ENDS.test(state) ? about.holders : [];
  const text = design.system.requirements
    .filter(({ id }) => about.requirements.includes(id))
    .map((requirement) => requirement.text.toLowerCase())
    .join("\n");
  const spoken = about.neighbours.filter((neighbour) =>
    all.some(
      ({ entity, context }) =>
        context.context === neighbour &&
        [entity.name, ...entity.fields.map(({ name }) => name.split(" ")[0] ?? "")]
          .filter((word) => word.length > 3 && !COMMON.test(word))
          .some((word) => new RegExp(`\\b${escape(word.toLowerCase())}s?\\b`, "u").test(text)),
    ),
  );
  return [...new Set([...ended, ...spoken])];
}

/** First words of fields that say nothing of whose they are. */
const COMMON =
  /^(?:name|title|status|description|created|updated|email|price|amount|total|date|type|first|last|starts|ends|order|account)$/i;

/** Contexts that hold the id of this entity. */
function holdersOf(
  { entity, context }: OwnedEntity,
  all: readonly OwnedEntity[],
): readonly string[] {
  const others = all.filter((other) => other.context.context !== context.context);
  return [
    ...new Set(
      others
        .filter((other) => holdsIdOf(other.entity, entity))
        .map((other) => other.context.context),
    ),
  ];
}

/** Contexts that hold the id of this entity, or whose ids this entity holds. */
function neighboursOf(
  { entity, context }: OwnedEntity,
  all: readonly OwnedEntity[],
): readonly string[] {
  const others = all.filter((other) => other.context.context !== context.context);
  const related = others.filter(
    (other) =>
      holdsIdOf(other.entity, entity) ||
      holdsIdOf(entity, other.entity) ||
      linesHoldIdOf(entity, other.entity, all),
  );
  return [...new Set(related.map((other) => other.context.context))];
}

/** A line of the entity (an entity that belongs to it) may hold the other's id. */
function linesHoldIdOf(entity: Entity, other: Entity, all: readonly OwnedEntity[]): boolean {
  return all.some(
    ({ entity: line }) =>
      line.relations.some(({ to, onDelete }) => to === entity.id && onDelete === "cascade") &&
      holdsIdOf(line, other),
  );
}

function holdsIdOf(holder: Entity, target: Entity): boolean {
  const local = new Set(holder.relations.map(({ field }) => field));
  return holder.fields.some(
    ({ id, name }) =>
      !local.has(id) &&
      (id === `${target.id}-id` || toKebab(name) === `${toKebab(target.name)}-id`),
  );
}

function statesOf({ lifecycle, fields }: Entity): readonly string[] {
  if (lifecycle === undefined) return [];
  const values = fields.find(({ id }) => id === lifecycle.field)?.enumValues ?? [];
  return values.filter((value) => value !== lifecycle.initial);
}

/** States that a "when … is …" statement names. */
function announcedStates(entity: Entity, design: Design): readonly string[] {
  const noun = escape(entity.name.toLowerCase());
  const pattern = new RegExp(
    `\\b(?:when|once|after|as soon as) (?:an?|the|each|every) ${noun} (?:is|was|has been|gets) (\\w+(?:ed|en|wn|id|nt|ut))\\b`,
    "giu",
  );
  return design.system.requirements
    .filter(({ scope }) => scope === "in")
    .flatMap(({ text }) => [...text.matchAll(pattern)].flatMap(([, state]) => state ?? []))
    .map((state) => state.toLowerCase());
}

function announcing(entity: Entity, state: string, design: Design): readonly string[] {
  const noun = escape(entity.name.toLowerCase());
  return citing(
    design,
    new RegExp(
      `\\b(?:when|once|after|as soon as) (?:an?|the|each|every) ${noun} (?:is|was|has been|gets) ${escape(state)}\\b`,
      "iu",
    ),
  );
}

function payloadOf({ fields, primaryKey }: Entity): DomainEvent["payload"] {
  const isOpen = (field: Entity["fields"][number]) =>
    !field.nullable &&
    field.type !== "text" &&
    field.type !== "json" &&
    field.type !== "binary" &&
    (field.classification === "public" || field.classification === "internal");
  const keys = fields.filter(({ id }) => primaryKey.includes(id));
  const others = fields.filter((field) => !primaryKey.includes(field.id) && isOpen(field));
  return [...keys, ...others].slice(0, MAXIMUM_PAYLOAD).map(({ id }) => ({
    id,
    field: id,
    required: true,
    samples: [],
  }));
}

function article(name: string): string {
  return `${/^(?:[aeio]|u(?!ser|ni|se|til))/i.test(name) ? "An" : "A"} ${name.toLowerCase()}`;
}

function escape(text: string): string {
  return RegExp.escape(text);
}
