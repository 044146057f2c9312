import type { Field } from "../../design/design.ts";
import type { EntityPlan } from "./domain-model.ts";

const DESCRIBING: ReadonlySet<Field["type"]> = new Set([
  "string",
  "enum",
  "boolean",
  "integer",
  "date",
]);
const VALIDITY = ["valid-from", "valid-until"];
const MOST = 12;

/**
 * A dimension of which the text says no columns describes its thing as the thing itself does: by
 * its key of the outside and what it is grouped by. What is about a person stays where it is.
 */
export function conformDimensions(plans: readonly EntityPlan[]): readonly EntityPlan[] {
  return plans.map((plan) => {
    const thing = plan.id.replace(/^dim(?:ension)?-/, "");
    const own = plans.find(({ id, store }) => id === thing && store === undefined);
    const isGuess = plan.fields.every(
      ({ id, basis }) => basis === "assumed" || VALIDITY.includes(id),
    );
    if (plan.analytics?.role !== "dimension" || own === undefined || !isGuess) return plan;
    const isPerson = own.fields.some(({ classification }) => classification === "personal");
    const described = own.fields.filter(
      ({ id, type, classification }) =>
        DESCRIBING.has(type) &&
        !(isPerson && /^(?:.*-)?name$/.test(id)) &&
        !["personal", "sensitive", "secret"].includes(classification),
    );
    const known = new Set(described.map(({ id }) => id));
    const [key] =
      own.uniqueKeys.find(([first, ...more]) => more.length === 0 && known.has(first ?? "")) ?? [];
    if (key === undefined) return plan;
    const validity = plan.fields.filter(({ id }) => VALIDITY.includes(id));
    return {
      ...plan,
      fields: [...described.slice(0, MOST).map(asAttribute), ...validity],
      uniqueKeys: [[key, ...(validity.length > 0 ? ["valid-from"] : [])]],
    };
  });
}

/** What a source did not tell has a default there and none here. */
function asAttribute(field: Field): Field {
  const { default: _default, ...rest } = field;
  return { ...rest, readOnly: true, basis: "assumed" };
}
