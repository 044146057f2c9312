import { byCodeUnit } from "../util/order.ts";
import type { EntityFact } from "./entity-fact.ts";
import type {
  AttributeMention,
  CrudLetter,
  EntityMention,
  RelationMention,
} from "./entity-mention.ts";
import { entityName, entityNamesOf } from "./entity-name.ts";
import type { StoryReading } from "./read-story.ts";

interface Draft {
  count: number;
  weight: number;
  readonly requirementIds: Set<string>;
  readonly attributes: Map<string, AttributeMention>;
  readonly relations: Map<string, RelationMention>;
  readonly crud: Set<CrudLetter>;
  states: readonly string[];
  /** Listed as an entity, or the other end of a relation. */
  named: boolean;
  /** How often it is written as a name behind a preposition. */
  asName: number;
}

const OBJECT_WEIGHT = 2;
const FACT_WEIGHT = 1.5;
const CRUD_OF_VERB: Readonly<Record<string, CrudLetter>> = {
  add: "C",
  create: "C",
  place: "C",
  post: "C",
  publish: "C",
  register: "C",
  submit: "C",
  upload: "C",
  write: "C",
  schedule: "C",
  book: "C",
  record: "C",
  browse: "R",
  display: "R",
  filter: "R",
  find: "R",
  get: "R",
  list: "R",
  read: "R",
  retrieve: "R",
  search: "R",
  see: "R",
  show: "R",
  view: "R",
  track: "R",
  export: "R",
  download: "R",
  assign: "U",
  change: "U",
  edit: "U",
  modify: "U",
  rename: "U",
  reschedule: "U",
  update: "U",
  approve: "U",
  confirm: "U",
  cancel: "U",
  delete: "D",
  remove: "D",
};

/** Everything said about each entity, merged over the document and ordered by its share of the weight. */
export function collectEntities(
  stories: readonly StoryReading[],
  facts: readonly EntityFact[],
): readonly EntityMention[] {
  const drafts = new Map<string, Draft>();
  for (const reading of stories) addStory(drafts, reading);
  for (const fact of facts) addFact(drafts, fact);
  dropFields(drafts);
  const total = [...drafts.values()].reduce((sum, draft) => sum + draft.weight, 0);
  return [...drafts]
    .map(([name, draft]) => mentionOf(name, draft, total))
    .toSorted((a, b) => b.centrality - a.centrality || byCodeUnit(a.name, b.name));
}

/** A name that is only ever a field of something else, or only a place, is no entity. */
function dropFields(drafts: Map<string, Draft>): void {
  const fields = new Set(
    [...drafts.values()].flatMap((draft) => [
      ...draft.attributes.keys(),
      ...[...draft.attributes.values()]
        .flatMap(({ enumValues }) => enumValues ?? [])
        .map((value) => value.toLowerCase()),
      ...draft.states.map((state) => state.toLowerCase()),
    ]),
  );
  for (const [name, draft] of drafts) {
    const bare =
      draft.attributes.size === 0 &&
      draft.relations.size === 0 &&
      draft.states.length === 0 &&
      !draft.named;
    if (bare && (fields.has(name) || (draft.asName > 0 && draft.asName === draft.count)))
      drafts.delete(name);
  }
}

function addStory(drafts: Map<string, Draft>, { story, nouns }: StoryReading): void {
  for (const noun of nouns) {
    for (const [i, name] of entityNamesOf(noun.words).entries()) {
      const draft = draftOf(drafts, name);
      draft.count++;
      if (noun.isName) draft.asName++;
      draft.weight += noun.isObject && i === 0 ? OBJECT_WEIGHT : 1;
      draft.requirementIds.add(story.requirementId);
    }
  }
  for (const action of story.actions) {
    const letter = CRUD_OF_VERB[action.verb];
    const name = action.object === undefined ? undefined : entityName(action.object);
    if (name === undefined || !drafts.has(name)) continue;
    if (letter !== undefined) draftOf(drafts, name).crud.add(letter);
    if (action.verb === "manage" || action.verb === "maintain") {
      for (const all of ["C", "R", "U", "D"] as const) draftOf(drafts, name).crud.add(all);
    }
  }
}

function addFact(drafts: Map<string, Draft>, fact: EntityFact): void {
  const draft = draftOf(drafts, fact.entity);
  draft.requirementIds.add(fact.requirementId);
  if (draft.count === 0) draft.count = 1;
  switch (fact.kind) {
    case "attribute": {
      const known = draft.attributes.get(fact.attribute.name);
      draft.attributes.set(fact.attribute.name, {
        requirementId: fact.requirementId,
        ...known,
        ...fact.attribute,
      });
      if (known === undefined) draft.weight += draft.attributes.size === 1 ? FACT_WEIGHT * 2 : 0.25;
      break;
    }
    case "relation": {
      const key = `${fact.to} ${fact.cardinality}`;
      if (!draft.relations.has(key)) draft.weight += FACT_WEIGHT;
      draft.relations.set(key, {
        to: fact.to,
        cardinality: fact.cardinality,
        requirementId: fact.requirementId,
      });
      const other = draftOf(drafts, fact.to);
      if (other.count === 0) other.count = 1;
      other.requirementIds.add(fact.requirementId);
      other.weight += 1;
      other.named = true;
      break;
    }
    case "states":
      draft.weight += FACT_WEIGHT;
      if (fact.states.length > draft.states.length) draft.states = fact.states;
      break;
    case "crud":
      draft.crud.add(fact.letter);
      draft.weight += 0.5;
      break;
    case "named":
      draft.named = true;
      draft.weight += FACT_WEIGHT * 2;
      break;
  }
}

function draftOf(drafts: Map<string, Draft>, name: string): Draft {
  const known = drafts.get(name);
  if (known !== undefined) return known;
  const draft: Draft = {
    count: 0,
    weight: 0,
    requirementIds: new Set(),
    attributes: new Map(),
    relations: new Map(),
    crud: new Set(),
    states: [],
    named: false,
    asName: 0,
  };
  drafts.set(name, draft);
  return draft;
}

function mentionOf(name: string, draft: Draft, total: number): EntityMention {
  return {
    name,
    count: draft.count,
    requirementIds: [...draft.requirementIds].filter((id) => id !== ""),
    attributes: [...draft.attributes.values()],
    relations: [...draft.relations.values()],
    ...(draft.states.length === 0 ? {} : { states: draft.states }),
    ...(draft.crud.size === 0 ? {} : { crud: draft.crud }),
    centrality: Number((draft.weight / Math.max(1, total)).toFixed(6)),
  };
}
