import type { Entity } from "../../../design/design.ts";
import type { UnitPart } from "../../../design/unit-part.ts";
import { toKebab } from "../../../util/naming.ts";
import type { AcceptedLinks } from "../accepted-links.ts";
import { isRule } from "../demand-text.ts";
import type { EntityPlan } from "../domain-model.ts";

/** What the entities hold that no statement says. */
export function dataAssumptions(
  plans: readonly EntityPlan[],
  entities: readonly Entity[],
  links: AcceptedLinks,
): UnitPart["assumptions"] {
  const cited = (plan: EntityPlan) => {
    const [requirement] = links.cite(plan.requirements);
    return requirement === undefined ? {} : { requirement };
  };
  const whole = plans
    .filter(({ basis }) => basis === "assumed")
    .map((plan) => ({
      id: toKebab(`entity-${plan.id}`),
      text: `${plan.name} is kept as a thing of its own.`,
      reason: "No statement names it, but what is asked for cannot be done without.",
      ...cited(plan),
    }));
  const fields = plans.flatMap((plan) => {
    const guessed = plan.fields
      .filter(({ basis }) => basis === "assumed")
      .map(({ name }) => name.toLowerCase());
    if (guessed.length === 0 || plan.basis === "assumed") return [];
    return [
      {
        id: toKebab(`fields-${plan.id}`),
        text: `${plan.name} holds ${guessed.join(", ")}.`,
        reason: "The text names the thing but not all that has to be known of it.",
        ...cited(plan),
      },
    ];
  });
  const references = plans.flatMap((plan) => {
    const guessed = plan.references
      .filter(({ basis }) => basis === "assumed")
      .map(({ field }) => wordsOf(field));
    if (guessed.length === 0 || plan.basis === "assumed") return [];
    return [
      {
        id: toKebab(`references-${plan.id}`),
        text: `${articleOf(plan.name)} refers to its ${guessed.join(" and ")}.`,
        reason: "The statements speak of both together.",
        ...cited(plan),
      },
    ];
  });
  const rows = entities.filter(({ rows: { basis } }) => basis === "assumed");
  return [
    ...whole,
    ...fields,
    ...references,
    ...(rows.length === 0
      ? []
      : [
          {
            id: "rows",
            text: `Rows after a year: ${rows.map(({ name, rows: { value } }) => `${name} ${value}`).join(", ")}.`.slice(
              0,
              2000,
            ),
            reason:
              "The requirements give no number; estimated from the number of registered users.",
          },
        ]),
  ];
}

/** What the text leaves open about the data: at most one question of each kind for a context. */
export function dataQuestions(
  plans: readonly EntityPlan[],
  { domain, cite, reading }: AcceptedLinks,
): UnitPart["openQuestions"] {
  const [context = "context"] = plans.map((plan) => plan.context);
  const unwritten = plans.filter((plan) => isUnwritten(plan, domain, reading));
  const unreached = plans.flatMap((plan) => {
    const states = unreachedStates(plan, domain);
    return states.length === 0 ? [] : [{ plan, states }];
  });
  const about = (plan: EntityPlan | undefined) => {
    const [requirement] = plan === undefined ? [] : cite(plan.requirements);
    return requirement === undefined ? {} : { requirement };
  };
  return [
    ...(unwritten.length === 0
      ? []
      : [
          {
            id: toKebab(`who-writes-in-${context}`, 64),
            text: `Who creates and changes ${listed(
              unwritten.map(({ name }) => article(name.toLowerCase())),
              "or",
            )}?`,
            meanwhile: "They are kept, but no operation writes them.".replace(
              /^They are(.*)them\.$/,
              unwritten.length === 1 ? "It is$1it." : "$&",
            ),
            ...about(unwritten[0]),
          },
        ]),
    ...(unreached.length === 0
      ? []
      : [
          {
            id: toKebab(`who-moves-in-${context}`, 64),
            text: `Who or what makes ${listed(
              unreached.map(
                ({ plan, states }) => `${article(plan.name.toLowerCase())} ${listed(states, "or")}`,
              ),
              "and",
            )}?`.slice(0, 1000),
            meanwhile:
              "The lifecycle allows it, but no operation does it; which ways there are between the states is assumed where the text only lists them.",
            ...about(unreached[0]?.plan),
          },
        ]),
  ];
}

/** "A season has a title": says what it is, not how it comes to be. */
const DESCRIBES = /^\W*(?:an?|the|each|every) [a-z -]+? (?:has|have|belongs|consists|contains)\b/i;

/** Kept because of a statement, and neither written by an operation nor by the system itself. */
function isUnwritten(
  plan: EntityPlan,
  domain: AcceptedLinks["domain"],
  reading: AcceptedLinks["reading"],
): boolean {
  const isPart = plan.references.some(({ owned }) => owned);
  // What is analysed is loaded by jobs.
  if (isPart || plan.basis !== "stated" || plan.store === "olap") return false;
  const parts = new Set(
    domain.entities
      .filter(({ references }) => references.some(({ to, owned }) => owned && to === plan.id))
      .map(({ id }) => id),
  );
  const writes = domain.operations.some(
    ({ entity, shape }) =>
      (entity === plan.id || parts.has(entity)) && shape !== "list" && shape !== "read",
  );
  const said = reading.requirements.filter(({ id }) => plan.requirements.includes(id));
  const bySystem = said.some(
    ({ text }) =>
      (isRule(text) && !DESCRIBES.test(text)) ||
      /\b(?:system|service|platform|backend|product)\s+(?:(?:shall|must|should|will)\s+)?(?:raise|create|write|keep|store|record|generate|send|group|reserve|log)s?\b/i.test(
        text,
      ) ||
      /\b(?:is|are|be) (?:written|recorded|reported|allocated|created|charged|generated|sent|raised|kept|stored|logged)\b/i.test(
        text,
      ),
  );
  const read = domain.operations.some(({ entity, assumed }) => entity === plan.id && !assumed);
  return !writes && !bySystem && !read;
}

/** States that are entered but by no operation; the first is where a thing begins. */
function unreachedStates(plan: EntityPlan, domain: AcceptedLinks["domain"]): readonly string[] {
  const { lifecycle } = plan;
  if (lifecycle === undefined) return [];
  const operations = domain.operations.filter(({ entity }) => entity === plan.id);
  const states = lifecycle.transitions
    .filter(({ trigger }) => trigger.startsWith(`${plan.name} becomes `))
    .map(({ to }) => to)
    .filter(
      (to) =>
        to !== lifecycle.initial &&
        !operations.some(({ command, id }) => reaches(command ?? id, to)),
    );
  return [...new Set(states)].map((state) => state.replaceAll("_", " "));
}

function listed(items: readonly string[], joint: "and" | "or"): string {
  return items.length < 2
    ? items.join("")
    : `${items.slice(0, -1).join(", ")} ${joint} ${items.at(-1) ?? ""}`;
}

/** "cancel" leads to "cancelled", "ship" to "shipped". */
function reaches(command: string, state: string): boolean {
  const verb = command.split("-")[0] ?? command;
  return state.startsWith(verb.replace(/e$/, "").slice(0, 5)) && verb.length > 2;
}

function article(noun: string): string {
  return `${/^(?:[aeio]|u(?!ser|ni|se|til))/.test(noun) ? "an" : "a"} ${noun}`;
}

function articleOf(name: string): string {
  return `${/^(?:[aeio]|u(?!ser|ni|se|til))/i.test(name) ? "An" : "A"} ${name.toLowerCase()}`;
}

function wordsOf(field: string): string {
  return field.replace(/-id$/, "").replaceAll("-", " ");
}
