import type { Load, Quantified } from "../../../design/design.ts";
import type { RequirementsReading } from "../../../requirements/requirements-reading.ts";
import { assertNever } from "../../../util/assert-never.ts";
import { speaksOf } from "../demand-text.ts";
import type { EntityPlan } from "../domain-model.ts";

const PERIODS: Readonly<Record<string, number>> = {
  minute: 525_600,
  hour: 8760,
  day: 365,
  week: 53,
  month: 12,
};
/** Calendar of ten years, and how often a thing changes while its history is kept. */
const CALENDAR_DAYS = 3653;
const VERSIONS = 3;

/** Rows of a star schema's table after a year, where they follow from something else than users. */
export function analyticalRows(
  plan: EntityPlan,
  plans: readonly EntityPlan[],
  reading: RequirementsReading,
  load: Load,
): Quantified | undefined {
  const role = plan.analytics?.role;
  switch (role) {
    case "date-dimension":
      return assumed(CALENDAR_DAYS, "The calendar of ten years.");
    case "dimension":
      return dimensionRows(plan, plans, reading);
    case "fact":
      return snapshotRows(plan, plans, reading, load);
    case "event":
    case "aggregate":
    case undefined:
      return undefined;
    default:
      return assertNever(role);
  }
}

function dimensionRows(
  { name, fields }: EntityPlan,
  plans: readonly EntityPlan[],
  reading: RequirementsReading,
): Quantified | undefined {
  const thing = name.toLowerCase().replace(/^dim(?:ension)? /, "");
  const versions = fields.some(({ id }) => id === "valid-from") ? VERSIONS : 1;
  const stated = countOf(thing, reading);
  if (stated !== undefined)
    return assumed(
      stated.count * versions,
      `${stated.text}${versions > 1 ? `, ${versions} versions each` : ""}.`,
    );
  const own = plans.find(
    ({ id, store }) => store === undefined && id === thing.replaceAll(" ", "-"),
  );
  return own === undefined
    ? undefined
    : assumed(
        1000 * versions,
        `A thousand of them${versions > 1 ? `, ${versions} versions each` : ""}; to be counted.`,
      );
}

/** A row for each period and each member of the first dimension that is not the calendar. */
function snapshotRows(
  plan: EntityPlan,
  plans: readonly EntityPlan[],
  reading: RequirementsReading,
  load: Load,
): Quantified | undefined {
  const grain = plan.analytics?.grain ?? "";
  const period = /\b(minute|hour|day|week|month)\b/i.exec(grain)?.[1]?.toLowerCase() ?? "";
  const periods = PERIODS[period];
  if (periods === undefined || !plan.fields.some(({ id }) => id === "period-starts-at"))
    return undefined;
  const members = plan.references
    .map(({ to }) => plans.find(({ id }) => id === to))
    .find((target) => target?.analytics?.role === "dimension");
  const rows =
    (members === undefined ? undefined : dimensionRows(members, plans, reading)?.value) ??
    Math.max(1, Math.ceil(load.registeredUsers.value * 0.1));
  return assumed(
    periods * rows,
    `${periods} periods of one ${period} for each of ${rows} rows of ${members?.name.toLowerCase() ?? "its dimension"}.`,
  );
}

/** "140,000 electric scooters" */
function countOf(
  thing: string,
  { requirements, summary }: RequirementsReading,
): { readonly count: number; readonly text: string } | undefined {
  const last = thing.split(" ").at(-1) ?? thing;
  for (const text of [summary, ...requirements.map((requirement) => requirement.text)]) {
    for (const [whole, digits = "", words = ""] of text.matchAll(
      /\b(\d{1,3}(?:,\d{3})+|\d{2,9}) ((?:[a-z-]+ )?[a-z-]+)/gi,
    )) {
      const count = Number(digits.replaceAll(",", ""));
      if (speaksOf(words.split(" ").at(-1) ?? "", last) && count > 0) return { count, text: whole };
    }
  }
  return undefined;
}

function assumed(value: number, reason: string): Quantified {
  return { value, basis: "assumed", reason };
}
