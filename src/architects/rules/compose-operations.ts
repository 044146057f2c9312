import { isPerson } from "../../requirements/person-words.ts";
import { readGrant } from "../../requirements/read-grant.ts";
import type { Requirement } from "../../requirements/requirement.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import type { Story } from "../../requirements/story.ts";
import { toKebab } from "../../util/naming.ts";
import { COMMANDED, coreOf } from "./choose-entities.ts";
import type { ActorPlan, OperationPlan, OperationShape } from "./domain-model.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { knownOperations } from "./known-operations.ts";
import type { Claim } from "./known-operations.ts";
import { CONTAINER, demandOf, inScope, isRule, speaksOf } from "./demand-text.ts";
import { statedOperations } from "./stated-operations.ts";
import { createOperationActors } from "./operation-actors.ts";
import { isDoneWith } from "./is-done-with.ts";
import { planOperation } from "./plan-operation.ts";
import { shapeOfVerb } from "./shape-of-verb.ts";

const CRUD = /^(?=[CRUD-]{4}\s)(?:C|-)(?:R|-)(?:U|-)(?:D|-)\s/;
const PEOPLE =
  "users?|customers?|admins?|administrators?|managers?|members?|buyers?|sellers?|employees?|staff";

const OWN_DOING =
  /^\W*(?:the|this|our)\s+(?:[a-z-]+\s+){0,2}?(?:system|service|platform|application|app|software|backend|product|api|server|matchmaker|engine)\s+(?:(?:shall|must|should|will|may)\s+(?:not\s+|automatically\s+)?(?!(?:allow|let|enable|permit|provide|support|offer)\b)|(?:raises|sends|creates|writes|keeps|stores|records|reserves|groups)\b)/i;

interface OperationDraft {
  readonly plan: Omit<OperationPlan, "requirements" | "actors" | "filters" | "search" | "own">;
  readonly requirements: Set<string>;
  readonly filters: Set<string>;
  search: boolean;
  own: boolean;
}

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
    if (requirement.kind !== "functional" || endpoints.has(requirement.id)) continue;
    const demand = demandOf(requirement, reading);
    for (const { plan, claims } of known) {
      if (claims.when.test(demand)) cite(operations, plan.id, requirement.id);
    }
    const story = reading.stories.find(({ requirementId }) => requirementId === requirement.id);
    if (story !== undefined)
      readStory(operations, { requirement, demand: askedOf(demand), story, drafts, known });
  }
  addReads(operations, drafts);
  const actorsOf = createOperationActors(actors, drafts, reading);
  return [...operations.values()].map(({ plan, ...sets }) => ({
    ...plan,
    requirements: [...sets.requirements],
    actors: actorsOf(plan, sets.requirements),
    filters: [...sets.filters],
    search: sets.search,
    own: sets.own,
  }));
}

/** What somebody is let do, without who and without the circumstances. */
function askedOf(demand: string): string {
  const asked = demand
    .split(/;\s+/)
    .map((clause) => {
      const grant = readGrant(clause);
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
      object ?? story.actions.slice(i + 1).find((next) => next.object !== undefined)?.object;
    if (phrase === undefined || !speaksOf(demand, phrase.split(" ").at(-1) ?? "")) continue;
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
    if (entity === undefined) continue;
    const head = COMMANDED.exec(phrase)?.[1];
    addAction(operations, entity, verb, requirement, demand);
    if (head !== undefined) addAction(operations, entity, head, requirement, demand);
  }
}

/** "Add products to my wishlist": not the product is made, but its place in the list. */
function containerOf(
  demand: string,
  entity: EntityDraft | undefined,
  drafts: readonly EntityDraft[],
): EntityDraft | undefined {
  const words = CONTAINER.exec(demand)?.[1];
  const container =
    words === undefined
      ? undefined
      : drafts.find(
          (draft) => draft !== entity && [...draft.words].some((word) => speaksOf(words, word)),
        );
  if (container === undefined || entity === undefined) return undefined;
  const tie = drafts.find(({ id }) => id === `${container.id}-${entity.id}`);
  // A cart or an order that a pattern knows has lines of its own.
  return (
    tie ?? (container.known === undefined || entity.known === undefined ? undefined : container)
  );
}

function addAction(
  operations: Map<string, OperationDraft>,
  entity: EntityDraft,
  verb: string,
  requirement: Requirement,
  demand: string,
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
  const plan = planOperation(entity, shape, verb);
  const existing = [...operations.values()].find(
    (operation) =>
      operation.plan.entity === entity.id && operation.plan.shape === shape && shape !== "command",
  );
  const operation = existing ?? operations.get(plan.id) ?? draftOf(plan);
  if (existing === undefined) operations.set(plan.id, operation);
  operation.requirements.add(requirement.id);
  if (shape === "list" || shape === "read") {
    if (/\bmy\b|\btheir own\b/.test(demand)) operation.own = true;
    if (/\bsearch|\bfind\b|\blook\w* for\b/i.test(demand)) operation.search = true;
    for (const filter of filtersOf(entity, demand)) operation.filters.add(filter);
  }
}

/** "Start a trip" where a trip can be started. */
function leadsToState(verb: string, { lifecycle }: EntityDraft): boolean {
  const stem = verb.replace(/e$/, "");
  return (
    /^[a-z]{3,}$/.test(verb) &&
    lifecycle?.transitions.some(({ to }) => to.startsWith(stem) && to.length <= verb.length + 4) ===
      true
  );
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

/** What is written has to be readable; nobody says so, everybody expects it. */
function addReads(operations: Map<string, OperationDraft>, drafts: readonly EntityDraft[]): void {
  for (const entity of drafts) {
    // What is kept for analysis is asked for in aggregates, not row by row.
    if (entity.known?.entity.store !== undefined) continue;
    const own = [...operations.values()].filter(
      ({ plan }) => plan.entity === entity.id && plan.http === undefined,
    );
    const any = [...operations.values()].filter(({ plan }) => plan.entity === entity.id);
    const nested = any.find(
      ({ plan }) => plan.shape === "create" && (plan.http?.path.split("/").length ?? 0) === 4,
    );
    if (
      own.length === 0 &&
      nested?.plan.http !== undefined &&
      !any.some(({ plan }) => plan.shape === "list")
    ) {
      const plan = {
        ...planOperation(entity, "list", "list"),
        assumed: true,
        http: { method: "get" as const, path: nested.plan.http.path, status: 200 as const },
      };
      operations.set(plan.id, { ...draftOf(plan), requirements: new Set(nested.requirements) });
    }
    if (
      own.length === 0 &&
      !any.some(({ plan }) => plan.shape === "create" && plan.http?.path.split("/").length === 2)
    )
      continue;
    for (const shape of ["list", "read"] as const) {
      if (any.some(({ plan }) => plan.shape === shape)) continue;
      if (shape === "list" && entity.known?.entity.id === "account") continue;
      const plan = { ...planOperation(entity, shape, shape), assumed: true };
      const draft = draftOf(plan);
      for (const operation of any)
        for (const id of operation.requirements) draft.requirements.add(id);
      draft.own = any.some(({ own: mine }) => mine);
      operations.set(plan.id, draft);
    }
  }
}

function filtersOf(entity: EntityDraft, demand: string): readonly string[] {
  const by = /\b(?:by|per|based on|with|in|of|for|status)\b.*$/i.exec(demand)?.[0] ?? "";
  const fields = [...entity.fields.values()].filter(
    ({ id, type, classification }) =>
      classification !== "secret" &&
      type !== "text" &&
      !(type === "string" && /\bsearch/i.test(demand)) &&
      (id === "status" || type !== "string" || /\b(?:by|filter)\b/.test(demand)) &&
      speaksOf(by, id.replaceAll("-", " ")),
  );
  const references = [...entity.references.values()].filter(({ field }) =>
    speaksOf(by, field.replace(/-id$/, "").replaceAll("-", " ")),
  );
  return [...fields.map(({ id }) => id), ...references.map(({ field }) => field)];
}

function cite(operations: Map<string, OperationDraft>, id: string, requirement: string): void {
  operations.get(id)?.requirements.add(requirement);
}

function draftOf(plan: OperationDraft["plan"]): OperationDraft {
  return {
    plan,
    requirements: new Set(),
    filters: new Set(),
    search: false,
    own: false,
  };
}

/** The entity that a phrase names: by itself, or by its last words. */
export function entityOf(phrase: string, drafts: readonly EntityDraft[]): EntityDraft | undefined {
  const core = coreOf(phrase);
  const words = core.split(" ");
  for (let from = 0; from < words.length; from++) {
    const rest = words.slice(from).join(" ");
    const found = drafts.find((draft) => [...draft.words].some((word) => coreOf(word) === rest));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "Set the stock of a product": the thing is what holds it. */
function holderOf(
  phrase: string,
  demand: string,
  drafts: readonly EntityDraft[],
): EntityDraft | undefined {
  const field = toKebab(coreOf(phrase));
  return drafts.find(
    (draft) =>
      [...draft.fields.keys()].some((id) => id === field || id.startsWith(`${field}-`)) &&
      [...draft.words].some((word) => speaksOf(demand, word)),
  );
}

/** Whether somebody wants to do it: "to cancel", "and cancel", "may cancel", "Cancel …". */
function isDemanded(demand: string, verb: string): boolean {
  const [first = ""] = verb.split(" ");
  const stem = first.length > 4 ? first.replace(/(?:e|y)$/, "") : first;
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
