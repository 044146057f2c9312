import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { addAssociations } from "./associations.ts";
import { chooseEntities } from "./choose-entities.ts";
import { composeActors } from "./compose-actors.ts";
import { composeContexts } from "./compose-contexts.ts";
import { composeOperations } from "./compose-operations.ts";
import type { ActorPlan, DomainModel, EntityPlan, EventPlan, NeedPlan } from "./domain-model.ts";
import { conformDimensions } from "./conform-dimensions.ts";
import { dropIdle } from "./drop-idle.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { dropComputed } from "./drop-computed.ts";
import { fieldNamed } from "./field-named.ts";
import { fillEntities } from "./fill-entities.ts";
import { linkPeople } from "./link-people.ts";
import { mergeViews } from "./merge-views.ts";
import { patternsFor } from "./patterns-for.ts";
import type { Pattern } from "./pattern.ts";
import { demandOf, inScope, speaksOf } from "./demand-text.ts";
import { recordClients } from "./record-clients.ts";
import { shareEnums } from "./share-enums.ts";
import { giveStatedComputed } from "./stated-computed.ts";
import { giveStatedKeys } from "./stated-operations.ts";
import { addStatedReferences } from "./stated-references.ts";
import { addStatedTies } from "./stated-ties.ts";
import { statedParts } from "./stated-parts.ts";

const composed = new WeakMap<RequirementsReading, DomainModel>();

/** What the rules make of a reading; the same reading is composed once. */
export function composeDomain(reading: RequirementsReading): DomainModel {
  const known = composed.get(reading);
  if (known !== undefined) return known;
  const model = compose(reading);
  composed.set(reading, model);
  return model;
}

function compose(reading: RequirementsReading): DomainModel {
  const parts = statedParts(reading);
  const patterns = patternsFor(reading);
  const chosen = [...chooseEntities(reading, patterns, parts)];
  fillEntities(chosen, parts, reading);
  const named = [...mergeViews(chosen)];
  recordClients(named, reading);
  addAssociations(named, reading);
  addStatedReferences(named, reading);
  linkPeople(named, reading);
  addStatedTies(named, reading);
  dropComputed(named);
  giveStatedComputed(named, reading);
  giveStatedKeys(named, reading);
  shareEnums(named);
  const actors = composeActors(reading);
  giveRoles(named, actors);
  const operations = composeOperations(named, actors, reading);
  const drafts = dropIdle(named, operations);
  const { contexts, home } = composeContexts(drafts, reading);
  const [first] = contexts;
  const entities = conformDimensions(
    drafts.map((draft) => planOf(draft, home.get(draft.id) ?? first?.id ?? "")),
  );
  return {
    contexts,
    entities,
    operations,
    actors,
    events: eventsOf(patterns, drafts, home, reading),
    needs: needsOf(patterns, drafts, home, reading),
  };
}

/** The roles that an account may have are the people that the text speaks of. */
function giveRoles(drafts: readonly EntityDraft[], actors: readonly ActorPlan[]): void {
  const roles = actors
    .filter(({ kind }) => kind === "person")
    .map(({ id }) => id.replaceAll("-", "_"));
  for (const { known, fields } of drafts) {
    const role = fields.get("role");
    if (
      known?.entity.id !== "account" ||
      role === undefined ||
      role.type === "enum" ||
      roles.length < 2
    )
      continue;
    fields.set(
      "role",
      fieldNamed("role", { basis: "assumed", enumValues: roles }, { readOnly: true }),
    );
  }
}

function planOf(draft: EntityDraft, context: string): EntityPlan {
  return {
    id: draft.id,
    name: draft.name,
    description: draft.description,
    context,
    words: [...draft.words],
    fields: [...draft.fields.values()],
    references: [...draft.references.values()],
    ...(draft.computed.size === 0 ? {} : { computed: [...draft.computed.values()] }),
    uniqueKeys: draft.uniqueKeys,
    rules: draft.rules,
    ...(draft.lifecycle === undefined ? {} : { lifecycle: draft.lifecycle }),
    requirements: [...draft.requirements],
    basis: draft.basis,
    centrality: draft.centrality,
    rowsPerUser: draft.rowsPerUser,
    ...(draft.known?.entity.store === undefined ? {} : { store: draft.known.entity.store }),
    ...(draft.known?.entity.analytics === undefined
      ? {}
      : { analytics: draft.known.entity.analytics }),
  };
}

function eventsOf(
  patterns: readonly Pattern[],
  drafts: readonly EntityDraft[],
  home: ReadonlyMap<string, string>,
  reading: RequirementsReading,
): readonly EventPlan[] {
  const contexts = new Set(home.values());
  return patterns.flatMap(({ events }) =>
    events.flatMap(({ id, name, description, entity, when, consumers }): readonly EventPlan[] => {
      const draft = drafts.find(({ known }) => known?.entity.id === entity);
      const requirements = inScope(reading)
        .filter((requirement) => when.test(demandOf(requirement, reading)))
        .map((requirement) => requirement.id);
      if (draft === undefined || requirements.length === 0) return [];
      const listening = consumers.filter(
        (context) => contexts.has(context) && context !== home.get(draft.id),
      );
      return [{ id, name, description, entity: draft.id, consumers: listening, requirements }];
    }),
  );
}

function needsOf(
  patterns: readonly Pattern[],
  drafts: readonly EntityDraft[],
  home: ReadonlyMap<string, string>,
  reading: RequirementsReading,
): readonly NeedPlan[] {
  return patterns.flatMap((pattern) => {
    const contexts = [
      ...new Set(
        drafts
          .filter(({ known }) => known?.pattern === pattern)
          .flatMap(({ id }) => home.get(id) ?? []),
      ),
    ];
    return pattern.needs.flatMap(({ when, store, reason }): readonly NeedPlan[] => {
      const requirements = inScope(reading)
        .filter(
          (requirement) =>
            // "400 events per second" is a quality, and asks for a stream all the same.
            (requirement.kind === "functional" || store === "stream") &&
            when.test(demandOf(requirement, reading)),
        )
        .map(({ id }) => id);
      // Devices send what the text calls positions or readings: their context needs the stream.
      const owning =
        contexts.length > 0 || store !== "stream"
          ? contexts
          : contextsOf(requirements, drafts, home, reading);
      return owning.length === 0 || requirements.length === 0
        ? []
        : [{ store, reason, contexts: owning, requirements }];
    });
  });
}

/** The contexts of what these statements speak of first. */
function contextsOf(
  requirements: readonly string[],
  drafts: readonly EntityDraft[],
  home: ReadonlyMap<string, string>,
  reading: RequirementsReading,
): readonly string[] {
  const texts = inScope(reading).filter(({ id }) => requirements.includes(id));
  const spoken = drafts.filter(
    ({ words, known }) =>
      known === undefined &&
      texts.some(({ text }) =>
        [...words].some((word) => speaksOf(text, word) || speaksOf(text, `${word} update`)),
      ),
  );
  return [...new Set(spoken.flatMap(({ id }) => home.get(id) ?? []))].slice(0, 1);
}
