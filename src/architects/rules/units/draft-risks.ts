import type { Design, System } from "../../../design/design.ts";
import { entitiesOf } from "../../../design/entities-of.ts";
import { asName } from "../as-name.ts";
import { listed } from "../listed.ts";

type Risk = System["risks"][number];

/** What can go wrong with this Design in particular. */
export function draftRisks(design: Design): readonly Risk[] {
  const { load, openQuestions, stores, events } = design.system;
  const guessed = Object.entries(load)
    .filter(([, quantity]) => quantity.basis === "assumed")
    .map(([key]) => words(key));
  const personal = entitiesOf(design).filter(({ entity }) =>
    entity.fields.some(
      ({ classification }) => classification === "personal" || classification === "sensitive",
    ),
  );
  const risks: (Risk | undefined)[] = [
    guessed.length > 0
      ? {
          id: "assumed-load",
          name: "The load is not what is assumed",
          likelihood: "medium",
          impact: "high",
          mitigation: `Measure before launch: ${listed(guessed)} are assumptions. The capacity document is computed again from the measured numbers.`,
          fallback:
            "Autoscaling up to the stated maximum, then shedding the lowest rate-limit tier.",
          requirements: [],
        }
      : undefined,
    openQuestions.length > 0
      ? {
          id: "open-questions",
          name: `${openQuestions.length} open ${openQuestions.length === 1 ? "question is" : "questions are"} answered late`,
          likelihood: "high",
          impact: "medium",
          mitigation: "Each question has an owner before its work package starts.",
          fallback:
            "What the design does meanwhile stands beside each question; it is built that way and changed later.",
          requirements: [
            ...new Set(openQuestions.flatMap(({ requirement }) => requirement ?? [])),
          ].filter((id) =>
            design.system.requirements.some((known) => known.id === id && known.scope === "in"),
          ),
        }
      : undefined,
    ...externalRisks(design),
    ...stores
      .filter(({ kind }) => kind === "relational")
      .map((store): Risk => ({
        id: `${store.id}-loss`.slice(0, 64),
        name: asName(`The primary of ${store.name} is lost`),
        likelihood: "low",
        impact: "high",
        mitigation: `${store.replicas} ${store.replicas === 1 ? "replica" : "replicas"}, continuous archiving of the log, a restore that is exercised each month.`,
        fallback:
          store.replicas > 0
            ? "A replica is promoted; reads go on while it happens."
            : "Restore from the archive; the system is read-only or down meanwhile.",
        requirements: [],
      })),
    personal.length > 0
      ? {
          id: "personal-data-leak",
          name: "Personal data gets out",
          likelihood: "low",
          impact: "high",
          mitigation: `Fields of ${listed(personal.slice(0, 6).map(({ entity }) => entity.name))} are classified; answers, logs and events are checked against the classification.`,
          fallback:
            "Revoke tokens and keys, notify the authority within 72 hours, tell the people concerned.",
          requirements: [],
        }
      : undefined,
    events.length > 0
      ? {
          id: "lagging-consumers",
          name: "Consumers fall behind the events",
          likelihood: "medium",
          impact: "medium",
          mitigation:
            "An alert on the age of the oldest message; consumers scale with the length of the queue.",
          fallback: "Screens say how old their data is; the backlog is replayed in order.",
          requirements: [],
        }
      : undefined,
  ];
  return risks.flatMap((risk) => (risk === undefined ? [] : [risk]));
}

function externalRisks(design: Design): readonly Risk[] {
  const { actors, deployables } = design.system;
  return actors
    .filter(({ kind }) => kind === "external-system")
    .map(({ id, name, requirements }): Risk => {
      const needing = deployables.flatMap(({ name: caller, dependencies }) =>
        dependencies.filter(({ on }) => on === id).map((dependency) => ({ caller, ...dependency })),
      );
      const isDegradable = needing.every(({ degradable }) => degradable);
      return {
        id: `${id}-outage`.slice(0, 64),
        name: asName(`${name} is down or slow`),
        likelihood: "medium",
        impact: isDegradable ? "medium" : "high",
        mitigation: `Time-outs and a circuit breaker${needing.length > 0 ? ` in ${listed([...new Set(needing.map(({ caller }) => caller))])}` : ""}; an agreed availability with ${name}.`,
        fallback: needing[0]?.reason ?? "What depends on it is queued and done later.",
        requirements,
      };
    });
}

function words(key: string): string {
  return key.replace(/([A-Z])/g, " $1").toLowerCase();
}
