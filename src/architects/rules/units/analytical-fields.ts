import type { Field } from "../../../design/design.ts";
import { assertNever } from "../../../util/assert-never.ts";
import type { EntityPlan } from "../domain-model.ts";
import { fieldNamed } from "../field-named.ts";

/** The key of a table of the analytical store; nothing where a row has an id of its own. */
export function analyticalKey({ analytics, name, uniqueKeys }: EntityPlan): Field | undefined {
  const role = analytics?.role;
  switch (role) {
    case "dimension":
      return {
        ...key(
          "bigint",
          `Surrogate key of one row of ${name.toLowerCase()}: a hash of its natural key, so that a repeated load gives the same.`,
        ),
        samples: [4_202_693_713_551],
      };
    case "date-dimension":
      return { ...key("integer", "The day as YYYYMMDD."), samples: [20_260_314] };
    case "fact":
      return uniqueKeys.length > 0
        ? {
            ...key(
              "bigint",
              "A hash of the period and the dimensions: loaded again, the row replaces itself.",
            ),
            samples: [7_319_402_881_234],
          }
        : {
            ...key(
              "string",
              "Id of what happened in its source (a degenerate dimension): loaded again, the row replaces itself.",
            ),
            maxLength: 80,
            samples: ["0192f0c1-4a7e"],
          };
    case "event":
    case "aggregate":
    case undefined:
      return undefined;
    default:
      return assertNever(role);
  }
}

/** When a row was written, where that is all there is to say about its making. */
export function analyticalStamps({ analytics }: EntityPlan): readonly Field[] | undefined {
  const role = analytics?.role;
  switch (role) {
    case "dimension":
    case "date-dimension":
    case "fact":
      return [
        fieldNamed(
          "loaded at",
          { basis: "assumed" },
          {
            type: "timestamp",
            readOnly: true,
            default: { function: "now" },
            samples: ["2026-03-14T09:26:53Z"],
            description: "When it was loaded; of two rows with the same key, the later one holds.",
          },
        ),
      ];
    // When an event was received is a fact of its own.
    case "event":
      return [];
    case "aggregate":
    case undefined:
      return undefined;
    default:
      return assertNever(role);
  }
}

/** Type of a field that holds the key of such a row. */
export function analyticalKeyType(plan: EntityPlan | undefined): Field["type"] {
  return (plan === undefined ? undefined : analyticalKey(plan)?.type) ?? "uuid";
}

function key(type: Field["type"], description: string): Field {
  return {
    id: "id",
    name: "Id",
    type,
    nullable: false,
    classification: "internal",
    readOnly: true,
    basis: "assumed",
    samples: [],
    description,
  };
}
