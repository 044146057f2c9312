import type { Entity } from "../../../design/design.ts";
import type { UnitPart } from "../../../design/unit-part.ts";
import { toKebab } from "../../../util/naming.ts";
import type { AcceptedLinks } from "../accepted-links.ts";
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

/** What the text leaves open about the data. */
export function dataQuestions(
  plans: readonly EntityPlan[],
  { domain, cite }: AcceptedLinks,
): UnitPart["openQuestions"] {
  return plans.flatMap((plan) => {
    const operations = domain.operations.filter(({ entity }) => entity === plan.id);
    const [requirement] = cite(plan.requirements);
    const about = requirement === undefined ? {} : { requirement };
    const noun = plan.name.toLowerCase();
    const isPart = plan.references.some(({ owned }) => owned);
    const never =
      operations.length === 0 &&
      !isPart &&
      plan.basis === "stated" &&
      !domain.operations.some(({ requirements }) =>
        requirements.some(
          (id) =>
            plan.requirements.includes(id) &&
            domain.operations.some(({ entity, shape }) => entity === plan.id && shape === "create"),
        ),
      );
    return [
      ...(never
        ? [
            {
              id: toKebab(`who-writes-${plan.id}`),
              text: `Who creates and changes ${article(noun)}?`,
              meanwhile: "It is kept, but no operation writes it.",
              ...about,
            },
          ]
        : []),
      ...(plan.lifecycle?.transitions ?? [])
        .filter(({ to }) => !operations.some(({ command, id }) => reaches(command ?? id, to)))
        .map(({ to }) => ({
          id: toKebab(`who-makes-${plan.id}-${to}`),
          text: `Who or what makes ${article(noun)} ${to.replaceAll("_", " ")}?`,
          meanwhile: "The lifecycle allows it, but no operation does it.",
          ...about,
        }))
        .filter(({ id }, i, all) => all.findIndex((other) => other.id === id) === i),
    ];
  });
}

/** "cancel" leads to "cancelled", "ship" to "shipped". */
function reaches(command: string, state: string): boolean {
  const verb = command.split("-")[0] ?? command;
  return state.startsWith(verb.replace(/e$/, "").slice(0, 5)) && verb.length > 2;
}

function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

function articleOf(name: string): string {
  return `${/^[aeiou]/i.test(name) ? "An" : "A"} ${name.toLowerCase()}`;
}

function wordsOf(field: string): string {
  return field.replace(/-id$/, "").replaceAll("-", " ");
}
