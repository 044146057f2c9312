import { isPerson } from "../../requirements/person-words.ts";
import { readGrant } from "../../requirements/read-grant.ts";
import type { Requirement } from "../../requirements/requirement.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import type { Story } from "../../requirements/story.ts";
import { addReads } from "./add-reads.ts";
import { addWrites } from "./add-writes.ts";
import { COMMANDED, coreOf } from "./core-of.ts";
import { commandDetails } from "./command-details.ts";
import type { ActorPlan, OperationPlan, OperationShape } from "./domain-model.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { deedNoun } from "./deed-noun.ts";
import { filtersOf, isSearch } from "./filters-of.ts";
import { ingestedIn } from "./ingested-in.ts";
import { leadsToState } from "./leads-to-state.ts";
import { machineGrant } from "./machine-grant.ts";
import { containerOf, entityOf, holderOf } from "./named-entity.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { cite, draftOf } from "./operation-draft.ts";
import { specialAct } from "./special-act.ts";
import { knownOperations } from "./known-operations.ts";
import type { Claim } from "./known-operations.ts";
import { demandOf, inScope, isRule, speaksOf } from "./demand-text.ts";
import { statedOperations } from "./stated-operations.ts";
import { createOperationActors } from "./operation-actors.ts";
import { isBulk } from "./is-bulk.ts";
import { isDoneWith } from "./is-done-with.ts";
import { planOperation } from "./plan-operation.ts";
import { shapeOfVerb } from "./shape-of-verb.ts";

/** Verbs that leave a row of their own, and do nothing to what stands behind them. */
const MAKES_DEED =
  /^(?:prescribe|decide|top up|check in|vaccinate|appeal|object|inspect|calibrate)$/;
const CRUD = /^(?=[CRUD-]{4}\s)(?:C|-)(?:R|-)(?:U|-)(?:D|-)\s/;
const PEOPLE =
  "users?|customers?|admins?|administrators?|managers?|members?|buyers?|sellers?|employees?|staff";

const OWN_DOING =
  /^\W*(?:the|this|our)\s+(?:[a-z-]+\s+){0,2}?(?:system|service|platform|application|app|software|backend|product|portal|site|website|tool|api|server|matchmaker|engine)\s+(?:(?:shall|must|should|will|may)\s+(?:not\s+|automatically\s+)?(?!(?:allow|let|enable|permit|provide|support|offer)\b)|(?:raises|sends|creates|writes|keeps|stores|records|reserves|groups)\b)/i;

/** What can be done with the entities: known forms first, then one operation for each stated action. */
export function composeOperations(
  drafts: readonly EntityDraft[],
  actors: readonly ActorPlan[],
  reading: RequirementsReading,
): readonly OperationPlan[] {
  const known = knownOperations(drafts, reading);
  const operations = new Map<string, OperationDraft>();
  for (const { plan, claims } of known)
    operations.set(plan.id, { ...draftOf(plan), own: claims.own === true });
  const endpoints = addEndpoints(operations, drafts, reading);
  for (const requirement of inScope(reading)) {
    const isAsked = requirement.kind === "functional" || ingestedIn(requirement.text) !== undefined;
    if (!isAsked || endpoints.has(requirement.id)) continue;
    const demand = demandOf(requirement, reading);
    for (const { plan, claims } of known) {
      if (claims.when.test(demand)) cite(operations, plan.id, requirement.id);
    }
    const story = reading.stories.find(({ requirementId }) => requirementId === requirement.id);
    if (story !== undefined)
      readStory(operations, { requirement, demand: askedOf(demand), story, drafts, known });
  }
  addWrites(operations, drafts, reading);
  addReads(operations, drafts);
  citeComputed(operations, drafts);
  const actorsOf = createOperationActors(actors, drafts, reading);
  // A provider calls its webhook; none of the roles does.
  const calledBack = new Set(
    known.flatMap(({ plan, claims }) => (claims.provider === undefined ? [] : [plan.id])),
  );
  const doers = new Map(
    [...operations.values()].map(({ plan, requirements }) => [
      plan.id,
      calledBack.has(plan.id) ? [] : actorsOf(plan, requirements),
    ]),
  );
  const actorsNamed = (ids: readonly string[] = []) => actors.filter(({ id }) => ids.includes(id));
  return [...operations.values()].map(({ plan, ...sets }) => ({
    ...plan,
    requirements: [...sets.requirements],
    actors: withWriters(plan, operations, doers),
    ...(isBulk(plan, actorsNamed(doers.get(plan.id)), drafts, reading) ? { bulk: true } : {}),
    filters: [...sets.filters],
    search: sets.search,
    own: sets.own,
  }));
}

/** What an answer shows is satisfied by whatever answers with it. */
function citeComputed(
  operations: ReadonlyMap<string, OperationDraft>,
  drafts: readonly EntityDraft[],
): void {
  for (const { id, computed } of drafts) {
    const reads = [...operations.values()].filter(
      ({ plan }) => plan.entity === id && (plan.shape === "read" || plan.shape === "list"),
    );
    for (const { requirement } of computed.values()) {
      if (requirement === undefined) continue;
      for (const { requirements } of reads) requirements.add(requirement);
    }
  }
}

/** Who changes a thing has to find it, whoever else looks at it. */
function withWriters(
  { id, shape, entity }: OperationDraft["plan"],
  operations: ReadonlyMap<string, OperationDraft>,
  doers: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const own = doers.get(id) ?? [];
  if (own.length === 0 || (shape !== "list" && shape !== "read")) return own;
  const writers = [...operations.values()]
    .filter(({ plan }) => plan.entity === entity && plan.shape !== "list" && plan.shape !== "read")
    .flatMap(({ plan }) => doers.get(plan.id) ?? []);
  return [...new Set([...own, ...writers])];
}

/** What somebody is let do, without who and without the circumstances. */
function askedOf(demand: string): string {
  const asked = demand
    .split(/;\s+/)
    .map((clause) => {
      const grant = machineGrant(clause) ?? readGrant(clause);
      return grant === undefined ? clause : `can ${grant.means}`;
    })
    .join("; ");
  return asked.replace(
    /(?<=\w{3}[^.]{3,}?),?\s+(?:when|whenever|once|if|unless|until|before|after|while|which (?:has|have|is|are))\s[^.]*/i,
    "",
  );
}

/** Endpoints that the text spells out are taken as they are; a known form of the same gives way. */
function addEndpoints(
  operations: Map<string, OperationDraft>,
  drafts: readonly EntityDraft[],
  reading: RequirementsReading,
): ReadonlySet<string> {
  const stated = statedOperations(drafts, reading);
  const known = new Set(operations.keys());
  for (const { plan, requirement, filters } of stated) {
    for (const [id, other] of operations) {
      if (!known.has(id)) continue;
      if (
        other.plan.entity === plan.entity &&
        other.plan.http !== undefined &&
        other.plan.shape === plan.shape
      )
        operations.delete(id);
    }
    const draft = draftOf(plan);
    draft.requirements.add(requirement);
    for (const filter of filters) draft.filters.add(filter);
    operations.set(plan.id, draft);
  }
  return new Set(stated.map(({ requirement }) => requirement));
}

interface StoryContext {
  readonly requirement: Requirement;
  readonly demand: string;
  readonly story: Story;
  readonly drafts: readonly EntityDraft[];
  readonly known: readonly Claim[];
}

function readStory(operations: Map<string, OperationDraft>, context: StoryContext): void {
  const { requirement, demand, story, drafts, known } = context;
  if (isRule(demand) || isRule(requirement.text)) return;
  const isOwn = OWN_DOING.test(demand);
  for (const [i, { verb, object }] of [...story.actions, ...(story.joined ?? [])].entries()) {
    if (!isDoneWith(demand, verb) || !isDemanded(demand, verb)) continue;
    // What the product does by itself is no call that somebody makes.
    if (
      isOwn &&
      (shapeOfVerb(verb) === "command" ||
        /^(?:create|raise|reserve|send|issue|generate|keep|write|record|store|save|put|place|request)$/.test(
          verb,
        ))
    )
      continue;
    const phrase =
      object ??
      spokenOfBefore(verb, demand, story.actions.slice(0, i)) ??
      story.actions.slice(i + 1).find((next) => next.object !== undefined)?.object;
    if (phrase === undefined || !speaksOf(demand, phrase.split(" ").at(-1) ?? "")) {
      // The turn of phrase may tell what the grammar did not.
      readTurn(operations, context, verb, "");
      continue;
    }
    const entity =
      entityOf(phrase, drafts) ??
      (shapeOfVerb(verb) === "command" ? undefined : holderOf(phrase, demand, drafts));
    const words = `${verb} ${coreOf(phrase)}`;
    const claimed = known.find(
      ({ claims }) => claims.claims.test(words) && claims.when.test(demand),
    );
    if (claimed !== undefined) {
      cite(operations, claimed.plan.id, requirement.id);
      continue;
    }
    if (readTurn(operations, context, verb, phrase)) continue;
    if (verb === "order" && /\border\s+(?:[\w-]+\s+){1,3}by\b/i.test(demand)) {
      // "Order products by price" puts them in an order.
      if (entity !== undefined) addAction(operations, entity, "list", requirement, demand);
      continue;
    }
    const bought = drafts.find(({ known: form }) => form?.entity.id === "order");
    if (/^(?:order|buy|purchase)$/.test(verb) && bought !== undefined && entity !== bought) {
      addAction(operations, bought, "place", requirement, demand);
      continue;
    }
    const enrolment = drafts.find(({ id }) => id === `${entity?.id ?? ""}-enrolment`);
    if (/^enroll?$/.test(verb) && enrolment !== undefined) {
      addAction(operations, enrolment, "create", requirement, demand);
      continue;
    }
    const holder = containerOf(demand, entity, drafts);
    if (holder !== undefined && /^(?:add|put|save|place)$/.test(verb)) {
      const isTie = holder.id.includes("-");
      addAction(operations, holder, isTie ? "add" : "update", requirement, demand);
      continue;
    }
    const deed = drafts.find(
      ({ id, known: form }) => id === deedNoun(verb) && form === undefined && id !== entity?.id,
    );
    if (deed !== undefined && MAKES_DEED.test(verb)) {
      addAction(operations, deed, "create", requirement, demand);
      continue;
    }
    if (entity === undefined) continue;
    const head = COMMANDED.exec(phrase)?.[1];
    for (const asked of verbsOf(verb, entity)) {
      const details =
        shapeOfVerb(asked) === "command" ? commandDetails(asked, demand, entity, drafts) : {};
      addAction(operations, entity, asked, requirement, demand, details);
    }
    if (head !== undefined) addAction(operations, entity, head, requirement, demand);
  }
}

/** "Create a trip, assign it to a driver and cancel it": what "it" is. */
function spokenOfBefore(
  verb: string,
  demand: string,
  before: Story["actions"],
): string | undefined {
  const isBack = new RegExp(`\\b${RegExp.escape(verb)}\\s+(?:it|them)\\b`, "i").test(demand);
  return isBack ? before.findLast(({ object }) => object !== undefined)?.object : undefined;
}

/** Whether a turn of phrase says what is asked, or that nothing is. */
function readTurn(
  operations: Map<string, OperationDraft>,
  { requirement, demand, drafts }: StoryContext,
  verb: string,
  phrase: string,
): boolean {
  const act = specialAct({ verb, phrase, demand, drafts });
  if (act === undefined) return false;
  if (act === null) return true;
  const plan = { ...planOperation(act.entity, act.shape, act.verb), ...act.plan };
  const isTold = act.shape === "command" && plan.accepts === undefined;
  const details = isTold ? commandDetails(verb, demand, act.entity, drafts) : {};
  addPlan(operations, { ...plan, ...details }, requirement.id);
  return true;
}

function addAction(
  operations: Map<string, OperationDraft>,
  entity: EntityDraft,
  verb: string,
  requirement: Requirement,
  demand: string,
  details: Partial<OperationPlan> = {},
): void {
  // Somebody is reported, not made.
  const isReport =
    verb === "report" && (isPerson(entity.name.toLowerCase()) || entity.fields.has("first-name"));
  const shape =
    verb === "set"
      ? "create"
      : isReport
        ? "command"
        : (shapeInContext(verb, entity, demand) ??
          (leadsToState(verb, entity) ? "command" : undefined));
  if (shape === undefined) return;
  const plan = { ...planOperation(entity, shape, verb), ...(shape === "command" ? details : {}) };
  const operation = addPlan(operations, plan, requirement.id);
  if (shape === "list" || shape === "read") {
    if (/\bmy\b|\btheir own\b/.test(demand)) operation.own = true;
    if (isSearch(entity, demand)) operation.search = true;
    for (const filter of filtersOf(entity, demand)) operation.filters.add(filter);
  }
}

/** There is one way to list, read, make, change and delete a thing; commands go by their name. */
function addPlan(
  operations: Map<string, OperationDraft>,
  plan: OperationDraft["plan"],
  requirement: string,
): OperationDraft {
  const existing = [...operations.values()].find(
    (operation) =>
      operation.plan.entity === plan.entity &&
      operation.plan.shape === plan.shape &&
      plan.shape !== "command",
  );
  const operation = existing ?? operations.get(plan.id) ?? draftOf(plan);
  if (existing === undefined) operations.set(operation.plan.id, operation);
  operation.requirements.add(requirement);
  return operation;
}

/** Who maintains things makes, changes and removes them. */
function verbsOf(verb: string, { known }: EntityDraft): readonly string[] {
  const isAccount = known?.entity.id === "account";
  return /^(?:maintain|manage|administer)$/.test(verb) && !isAccount
    ? ["create", "update", "delete"]
    : [verb];
}

/** "See my orders" is a list, "see an order" is one. */
function shapeInContext(
  verb: string,
  entity: EntityDraft,
  demand: string,
): OperationShape | undefined {
  const shape = shapeOfVerb(verb);
  if (shape !== "read" && shape !== "list") return shape;
  const singular = [...entity.words].some((word) =>
    new RegExp(
      `\\b(?:an?|the|one|single|specific|this|my)\\s+${word.replace(/[^a-z ]/g, ".")}\\b(?!s)`,
      "i",
    ).test(demand),
  );
  return shape === "list" || !singular ? "list" : "read";
}

/** Whether somebody wants to do it: "to cancel", "and cancel", "may cancel", "Cancel …". */
function isDemanded(demand: string, verb: string): boolean {
  const [first = ""] = verb.split(" ");
  const stem = first.length > 4 ? first.replace(/(?:e|y)$/, "").replace(/ll$/, "l") : first;
  const word = stem.replace(/[^a-z]/gi, ".");
  return (
    CRUD.test(demand) ||
    new RegExp(`^\\W*(?:[\\w ]{2,30}:\\s*)?${word}`, "i").test(demand) ||
    new RegExp(
      `\\b(?:to|and|or|can|may|must|shall|will|for|logic for|of|quickly|i|we|${PEOPLE})\\b[\\s,]*(?:be\\s+${word}|(?:\\w+ly\\s+)?${word}(?!\\w*ed\\b))|[,/]\\s*${word}(?!\\w*ed\\b)`,
      "i",
    ).test(demand)
  );
}
