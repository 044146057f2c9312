import type { UnitPart } from "../../../design/unit-part.ts";
import type { AcceptedLinks } from "../accepted-links.ts";
import type { EntityPlan, OperationPlan } from "../domain-model.ts";
import { listed } from "../listed.ts";

interface Planned {
  readonly plan: OperationPlan;
  readonly entityPlan?: EntityPlan;
}

/** What is in the API although no statement asks for it in words, and what it leaves open. */
export function apiAssumptions(
  planned: readonly Planned[],
  cite: AcceptedLinks["cite"],
): UnitPart["assumptions"] {
  return [
    ...named(
      planned.filter(({ plan }) => plan.assumed),
      {
        id: "reads",
        text: (names) => `${names}: there, although no statement asks for it in words.`,
        reason: () =>
          "What is written has to be readable, one by one and as a list; what is changed, deleted or sent without pause has to be made.",
      },
      cite,
    ),
    ...named(
      planned.filter(
        ({ plan }) =>
          plan.publicReason !== undefined && plan.shape !== "command" && plan.shape !== "create",
      ),
      {
        id: "public-reads",
        text: (names) => `Open to everybody: ${names}.`,
        reason: ([first]) => first?.plan.publicReason ?? "Published.",
      },
      () => [],
    ),
    ...named(
      planned.filter(({ plan }) => plan.publicReason === undefined && plan.actors.length === 0),
      {
        id: "any-client",
        text: (names) => `Any kind of client may call, internal ones aside: ${names}.`,
        reason: () => "No statement says who does it.",
      },
      cite,
    ),
    ...computed(planned),
  ];
}

interface Wording {
  readonly id: string;
  readonly text: (names: string) => string;
  readonly reason: (planned: readonly Planned[]) => string;
}

function named(
  planned: readonly Planned[],
  { id, text, reason }: Wording,
  cite: AcceptedLinks["cite"],
): UnitPart["assumptions"] {
  if (planned.length === 0) return [];
  const [requirement] = cite(planned.flatMap(({ plan }) => plan.requirements));
  return [
    {
      id,
      text: text(planned.map(({ plan }) => plan.name).join(", ")).slice(0, 2000),
      reason: reason(planned),
      ...(requirement === undefined ? {} : { requirement }),
    },
  ];
}

function computed(planned: readonly Planned[]): UnitPart["assumptions"] {
  const plans = new Set(planned.flatMap(({ entityPlan }) => entityPlan ?? []));
  const shown = [...plans].flatMap(({ name, computed: values = [] }) =>
    values.length === 0
      ? []
      : [`${listed(values.map((value) => value.name))} of ${name.toLowerCase()}`],
  );
  return shown.length === 0
    ? []
    : [
        {
          id: "computed-values",
          text: `Computed when they are read, and kept nowhere: ${shown.join("; ")}.`.slice(
            0,
            2000,
          ),
          reason:
            "The text wants them shown; they follow from other rows. A figure that is read too often to be computed each time can be kept beside them later.",
        },
      ];
}
