import { entityName } from "../../requirements/entity-name.ts";
import type { EntityMention } from "../../requirements/entity-mention.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { toKebab, toTitle, uniqueName } from "../../util/naming.ts";
import type { EntityDraft } from "./entity-draft.ts";
import type { EntityEvidence } from "./entity-evidence.ts";
import { coreOf } from "./core-of.ts";
import { weighEvidence } from "./entity-evidence.ts";
import { evidentThings, isEvident, wholeName } from "./evident-things.ts";
import { foldAspects } from "./fold-aspects.ts";
import { mergeKinds } from "./merge-kinds.ts";
import { synonymsOf } from "./synonyms-of.ts";
import { entityDraft } from "./entity-draft.ts";
import { isField } from "./is-field.ts";
import { isNotAnEntity } from "./not-an-entity.ts";
import type { KnownEntity, Pattern } from "./pattern.ts";
import { demandOf, inScope, speaksOf } from "./demand-text.ts";
import { isActedUpon, isWritten } from "./acted-upon.ts";
import { makersOnRecord } from "./makers-on-record.ts";
import type { StatedPart } from "./stated-parts.ts";
import { thingName } from "../../requirements/thing-name.ts";
import { shapeOfVerb } from "./shape-of-verb.ts";

const MOST_ENTITIES = 40;

/** The things of the text that are kept: known ones by name, others by what is said and done. */
export function chooseEntities(
  reading: RequirementsReading,
  patterns: readonly Pattern[],
  parts: readonly StatedPart[],
): readonly EntityDraft[] {
  const live = new Set(inScope(reading).map(({ id }) => id));
  const evidence = weighEvidence(reading, parts);
  const listed = [
    ...reading.entities
      .filter(({ requirementIds }) => requirementIds.some((id) => live.has(id)))
      .map((mention) => ({ ...mention, name: wholeName(mention.name, evidence, reading) })),
    ...ownersOf(parts, reading),
    ...objectsOf(reading),
  ];
  const mentions = [...listed, ...evidentThings(evidence, listed)];
  const drafts = new Map<string, EntityDraft>();
  addKnown(drafts, mentions, reading, patterns);
  nameAccounts(drafts, reading, parts);
  const tied = new Set(parts.filter(({ belongs }) => belongs).map(({ part }) => part));
  addOthers(drafts, mentions, reading, evidence, patterns, tied);
  foldAspects(drafts, reading);
  mergeKinds(drafts, reading);
  return [...drafts.values()].slice(0, MOST_ENTITIES);
}

/** Things that several statements act upon, where the reading does not list them. */
function objectsOf(reading: RequirementsReading): readonly EntityMention[] {
  const listed = new Set(reading.entities.map(({ name }) => name));
  const objects = new Map<string, Set<string>>();
  for (const { requirementId, actions } of reading.stories) {
    for (const { verb, object } of actions) {
      const shape = shapeOfVerb(verb);
      if (object === undefined || listed.has(object) || shape === undefined || shape === "command")
        continue;
      if (entityName(object) === undefined) continue;
      objects.set(object, (objects.get(object) ?? new Set()).add(requirementId));
    }
  }
  return [...objects]
    .filter(([, ids]) => ids.size > 1)
    .map(([name, ids]) => ({
      name,
      count: ids.size,
      requirementIds: [...ids],
      attributes: [],
      relations: [],
      centrality: 0,
    }));
}

/** Those who open an account or sign in are accounts, unless somebody keeps records of them. */
function nameAccounts(
  drafts: ReadonlyMap<string, EntityDraft>,
  reading: RequirementsReading,
  parts: readonly StatedPart[],
): void {
  const account = [...drafts.values()].find(({ known }) => known?.entity.id === "account");
  if (account === undefined) return;
  account.words.add("profile");
  for (const { name, kind, requirementIds } of reading.actors) {
    const opens = requirementIds.some((id) => account.requirements.has(id));
    // "A rider registers with a phone number and a name": riders are on record.
    const isDescribedPerson = parts.filter(({ owner }) => owner === name).length > 1;
    if (kind === "person" && opens && !isDescribedPerson && !isWritten(name, reading))
      account.words.add(name);
  }
}

/** Things of which a clause says what they have, where the reading does not list them. */
function ownersOf(
  parts: readonly StatedPart[],
  reading: RequirementsReading,
): readonly EntityMention[] {
  const listed = new Set(reading.entities.map(({ name }) => name));
  const owners = new Map<string, StatedPart[]>();
  for (const part of parts) {
    const owner = thingName(part.owner) ?? singularPhrase(part.owner);
    if (!listed.has(owner)) owners.set(owner, [...(owners.get(owner) ?? []), part]);
  }
  return [...owners].map(([name, own]) => ({
    name,
    count: own.length,
    requirementIds: [...new Set(own.map(({ requirementId }) => requirementId))],
    attributes: own.map(({ part, requirementId }) => ({ name: part, requirementId })),
    relations: [],
    centrality: 0,
  }));
}

function addKnown(
  drafts: Map<string, EntityDraft>,
  mentions: readonly EntityMention[],
  reading: RequirementsReading,
  patterns: readonly Pattern[],
): void {
  const texts = inScope(reading).map((requirement) => ({
    id: requirement.id,
    text: demandOf(requirement, reading),
  }));
  const knownIds = new Map<string, EntityDraft>();
  const claimed = new Set<string>();
  for (const pattern of patterns) {
    for (const entity of pattern.entities) {
      if (knownIds.has(entity.id)) continue;
      const isOther = texts.some(({ text }) => entity.unless?.test(text) === true);
      const meant = mentions.filter(
        ({ name }) => !isOther && !claimed.has(coreOf(name)) && entity.names.includes(coreOf(name)),
      );
      const implied = texts.filter(({ text }) => entity.impliedBy?.test(text) === true);
      // What a thing that is there needs may be said in a reason: "so that I need not fill my cart again".
      const needing = entity.needs?.flatMap((id) => knownIds.get(id) ?? []) ?? [];
      for (const { id, text } of needing.length === 0 ? [] : inScope(reading)) {
        const speaks = needing.some(({ mentions: own }) =>
          own.some(({ requirementIds }) => requirementIds.includes(id)),
        );
        if (
          speaks &&
          entity.impliedBy?.test(text) === true &&
          implied.every((other) => other.id !== id)
        )
          implied.push({ id, text });
      }
      const needed = entity.needs === undefined || entity.needs.some((id) => knownIds.has(id));
      const real = meant.filter((mention) => isKept(mention, reading, entity));
      if (
        entity.evidence !== undefined &&
        !texts.some(({ text }) => entity.evidence?.test(text) === true)
      )
        continue;
      if (!needed || (real.length === 0 && implied.length === 0)) continue;
      const draft = knownDraft(entity, pattern, meant, drafts, isOther);
      for (const { id } of implied) draft.requirements.add(id);
      for (const mention of meant) addMention(draft, mention, texts);
      drafts.set(draft.id, draft);
      knownIds.set(entity.id, draft);
      for (const word of draft.words) claimed.add(word);
    }
  }
}

/** "User" names the people who use the product until somebody registers or signs in. */
function isKept(
  mention: EntityMention,
  reading: RequirementsReading,
  entity: KnownEntity,
): boolean {
  if (entity.impliedBy === undefined) return true;
  if (hasSubstance(mention, reading)) return true;
  return isActedUpon(mention.name, reading);
}

function knownDraft(
  entity: KnownEntity,
  pattern: Pattern,
  meant: readonly EntityMention[],
  drafts: ReadonlyMap<string, EntityDraft>,
  isElse: boolean,
): EntityDraft {
  const best = meant.toSorted((a, b) => b.count - a.count)[0];
  const words = best === undefined ? entity.names[0] : coreOf(best.name);
  const others = entity.keepsWord === true ? entity.names : (entity.keepsWord ?? []);
  const isOther = words !== undefined && others.includes(words);
  const name = isOther ? toTitle(words) : isElse ? "User" : entity.name;
  const id = uniqueName(toKebab(name), drafts);
  const draft = entityDraft(id, name, { entity, pattern });
  draft.description = entity.description;
  draft.basis = meant.length > 0 ? "stated" : "assumed";
  draft.rowsPerUser = entity.rowsPerUser ?? 1;
  for (const word of isElse ? ["user"] : entity.names) draft.words.add(word);
  return draft;
}

/** "camp group" is "group" where half of the text's nouns begin with "camp". */
function commonModifiers(
  mentions: readonly EntityMention[],
  reading: RequirementsReading,
): ReadonlySet<string> {
  const counts = new Map<string, Set<string>>();
  for (const { name } of [...mentions, ...reading.actors]) {
    const [first = "", second] = name.split(" ");
    if (second !== undefined) counts.set(first, (counts.get(first) ?? new Set()).add(name));
  }
  return new Set([...counts].filter(([, names]) => names.size >= 4).map(([word]) => word));
}

function addOthers(
  drafts: Map<string, EntityDraft>,
  mentions: readonly EntityMention[],
  reading: RequirementsReading,
  evidence: ReadonlyMap<string, EntityEvidence>,
  patterns: readonly Pattern[],
  tied: ReadonlySet<string>,
): void {
  const taken = new Set([...drafts.values()].flatMap(({ words }) => [...words]));
  const attributes = new Set(
    mentions
      .flatMap((mention) => mention.attributes.map(({ name }) => name))
      // What a thing belongs to is no value of it.
      .filter((name) => !tied.has(name)),
  );
  const systems = new Set(
    reading.actors.filter(({ kind }) => kind === "system").map(({ name }) => name),
  );
  const texts = inScope(reading).map((requirement) => ({
    id: requirement.id,
    text: demandOf(requirement, reading),
  }));
  const modifiers = commonModifiers(mentions, reading);
  const synonyms = synonymsOf(mentions);
  const unmet = namesWithoutEvidence(drafts, patterns);
  const hasAccounts = [...drafts.values()].some(({ known }) => known?.entity.id === "account");
  const makers = hasAccounts ? new Set<string>() : makersOnRecord(reading);
  const counts = new Map(mentions.map(({ name, count }) => [name, count]));
  const names = new Set(mentions.map(({ name }) => name));
  for (const mention of mentions) {
    const said = coreOf(mention.name);
    const whole = synonyms.get(said) ?? said;
    const head = whole.slice(whole.indexOf(" ") + 1);
    // "credit transfer", said once where "transfer" is said often, is no other thing.
    const isKind =
      head !== whole &&
      mention.count <= 1 &&
      mention.attributes.length === 0 &&
      (counts.get(head) ?? 0) >= 4;
    const core =
      (isKind || modifiers.has(whole.split(" ")[0] ?? "")) &&
      names.has(head) &&
      !isNotAnEntity(head)
        ? head
        : whole;
    const thing = evidence.get(core) ?? evidence.get(mention.name);
    if (taken.has(core) || systems.has(core) || isMeasure(core, mention, reading)) continue;
    if (isNotAnEntity(core) && !isDescribed(core, mention) && !isEvident(thing)) continue;
    // A name of many meanings that no pattern found meant: "refuse the order".
    if (
      unmet.has(core) &&
      !hasSubstance(mention, reading) &&
      thing?.isOwner !== true &&
      !isActedUpon(mention.name, reading)
    )
      continue;
    if (drafts.has(`fact-${toKebab(core)}`) && !hasSubstance(mention, reading)) continue;
    const own = drafts.get(toKebab(core));
    if (own !== undefined) {
      addMention(own, mention, texts);
      continue;
    }
    const isMaker = makers.has(core);
    const isOnlyActor =
      !isMaker && reading.actors.some(({ name }) => name === core) && !isWritten(core, reading);
    if (isOnlyActor && mention.attributes.length === 0 && thing?.isOwner !== true) continue;
    if (
      attributes.has(core) &&
      !hasSubstance(mention, reading) &&
      !isWritten(core, reading) &&
      !((thing?.isStrong === true || thing?.isOwner === true) && isEvident(thing))
    )
      continue;
    const isKnownOf = isMaker || isEvident(thing) || isActedUpon(mention.name, reading);
    if (!hasSubstance(mention, reading) && !isKnownOf) continue;
    const draft = entityDraft(toKebab(core), toTitle(core));
    draft.words.add(core);
    draft.rowsPerUser = 1;
    draft.isEvident = isEvident(thing);
    addMention(draft, mention, texts);
    drafts.set(draft.id, draft);
  }
}

/** Names of patterns' things that were not called for. */
function namesWithoutEvidence(
  drafts: ReadonlyMap<string, EntityDraft>,
  patterns: readonly Pattern[],
): ReadonlySet<string> {
  const known = new Set([...drafts.values()].map(({ known: own }) => own?.entity));
  return new Set(
    patterns
      .flatMap(({ entities }) => entities)
      .filter((entity) => entity.evidence !== undefined && !known.has(entity))
      .flatMap(({ names }) => names),
  );
}

/** "A price in gems", "the gem balance": what is only counted. */
function isMeasure(name: string, mention: EntityMention, reading: RequirementsReading): boolean {
  if (hasSubstance(mention, reading)) return false;
  const counted = new RegExp(
    `\\b(?:price|cost|fee|paid|balance) (?:in|of) ${name}s\\b|\\b${name} balance\\b`,
    "i",
  );
  // "A calendar of the absences" shows them.
  const shown = new RegExp(`\\b(?:see|view)s? an? ${name} of (?:the |all |my )?[a-z]+s\\b`, "i");
  const isShown = /^(?:calendar|chart|map)$/.test(name);
  // "A commission of 10 %" is a number.
  const sized = new RegExp(`\\b${name} of [\\d.,]+ ?(?:%|percent\\b)`, "i");
  return (
    isAmountOfOthers(name, reading) ||
    inScope(reading).some(
      ({ text }) => counted.test(text) || sized.test(text) || (isShown && shown.test(text)),
    )
  );
}

/** "Change the prices of a rate plan", which has a price per night: a value of what has it. */
function isAmountOfOthers(name: string, { entities }: RequirementsReading): boolean {
  if (!/^(?:price|amount|total|subtotal|cost)$/.test(name)) return false;
  return entities.some(({ attributes }) =>
    attributes.some((attribute) => new RegExp(`\\b${name}\\b`, "i").test(attribute.name)),
  );
}

/** A word of many meanings names a thing where the text says what it has: "a zone has a name and a city". */
function isDescribed(core: string, { attributes }: EntityMention): boolean {
  return (
    attributes.length > 1 &&
    /^(?:\w+ )?(?:zone|area|region|point|place|definition|application|period|option)$/.test(core)
  );
}

function addMention(
  draft: EntityDraft,
  mention: EntityMention,
  texts: readonly { readonly id: string; readonly text: string }[],
): void {
  draft.mentions.push(mention);
  draft.words.add(mention.name);
  draft.centrality += mention.centrality;
  for (const { id, text } of texts) {
    if (mention.requirementIds.includes(id) && speaksOf(text, mention.name))
      draft.requirements.add(id);
  }
}

function hasSubstance(
  { name, attributes, states, relations }: EntityMention,
  reading: RequirementsReading,
): boolean {
  const [initial] = states ?? [];
  const hasStates =
    initial !== undefined &&
    inScope(reading).some(
      ({ text }) => speaksOf(text, name) && text.toLowerCase().includes(initial),
    );
  return attributes.some(({ name: part }) => isField(part)) || hasStates || relations.length > 0;
}
