import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { inScope, speaksOf } from "./demand-text.ts";
import type { ActorPlan, OperationPlan } from "./domain-model.ts";
import type { EntityDraft } from "./entity-draft.ts";

const BATCH = /\bin (?:batches|bulk)\b|\bbatch(?:es)? of\b|\bbulk\b/i;
/** What nobody makes by hand, whoever is not named as the sender. */
const TELEMETRY =
  /(?:^|-)(?:event|reading|position|measurement|sample|metric|log|telemetry|ping|signal|heartbeat)s?$/;
/** From here on one request for each is more than half of the work. */
const MANY_PER_SECOND = 500;

/** Whether machines send so many of a thing that one request has to carry several. */
export function isBulk(
  plan: Pick<OperationPlan, "shape" | "entity" | "id">,
  doers: readonly ActorPlan[],
  drafts: readonly EntityDraft[],
  reading: RequirementsReading,
): boolean {
  if (plan.shape !== "create" || doers.some(({ kind }) => kind === "person")) return false;
  const isSent = doers.length > 0 || TELEMETRY.test(plan.id);
  const draft = drafts.find(({ id }) => id === plan.entity);
  const words = [...(draft?.words ?? []), ...(/event/.test(plan.id) ? ["event"] : [])];
  const about = new Set(
    inScope(reading)
      .filter(({ text }) => words.some((word) => speaksOf(text, word)))
      .map(({ id }) => id),
  );
  return (
    inScope(reading).some(({ id, text }) => about.has(id) && BATCH.test(text)) ||
    (isSent &&
      reading.quantities.some(
        ({ metric, unit, value, requirementId, thirdParty }) =>
          metric === "throughput" &&
          unit === "per-second" &&
          !thirdParty &&
          value >= MANY_PER_SECOND &&
          about.has(requirementId),
      ))
  );
}
