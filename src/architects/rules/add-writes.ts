import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { inScope, speaksOf } from "./demand-text.ts";
import type { EntityDraft } from "./entity-draft.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { draftOf } from "./operation-draft.ts";
import { planOperation } from "./plan-operation.ts";

const BY_ITSELF =
  /\b(?:system|service|platform|backend|product|engine|job)\s+(?:(?:shall|must|should|will)\s+)?(?:raise|create|write|keep|store|record|generate|send|group|reserve|log|issue)s?\b|\b(?:is|are|be) (?:written|recorded|reported|allocated|created|charged|generated|sent|raised|logged|imported|synchroni[sz]ed)\b/i;

/** Only in what a role is for; statements of their own are read as any other. */
const MAINTAINS =
  /^[A-Z][\w ]{2,40}:\s+(?:[^.;]*\b(?:and|,)\s+)?(?:maintains?|manages?|administers?)\s+((?:[a-z ]+(?:,\s*|\s+and\s+)?){1,8})/i;

/** What is changed or deleted one by one was made by somebody; nobody says so, everybody expects it. */
export function addWrites(
  operations: Map<string, OperationDraft>,
  drafts: readonly EntityDraft[],
  reading: RequirementsReading,
): void {
  for (const entity of drafts) {
    const own = [...operations.values()].filter(({ plan }) => plan.entity === entity.id);
    const changes = own.filter(({ plan }) => plan.shape === "update" || plan.shape === "delete");
    addMaintained(operations, entity, own, reading);
    const isMade = [...operations.values()].some(
      ({ plan }) =>
        plan.entity === entity.id && (plan.shape === "create" || plan.http?.status === 201),
    );
    if (isMade || entity.known?.entity.store !== undefined) continue;
    const sent = streamed(entity, reading);
    if (sent === undefined && (changes.length === 0 || !isPlain(entity))) continue;
    const isFixed = changes.some(({ plan }) => plan.http !== undefined);
    if (sent === undefined && (isFixed || isMadeByItself(entity, reading))) continue;
    const draft = draftOf({ ...planOperation(entity, "create", "create"), assumed: true });
    for (const { requirements } of changes)
      for (const id of requirements) draft.requirements.add(id);
    for (const id of sent ?? []) draft.requirements.add(id);
    operations.set(draft.plan.id, draft);
  }
}

/** "Clinic administrator: maintains doctors, rooms and working hours". */
function addMaintained(
  operations: Map<string, OperationDraft>,
  entity: EntityDraft,
  own: readonly OperationDraft[],
  reading: RequirementsReading,
): void {
  const asking = inScope(reading).filter(({ text }) => {
    const things = MAINTAINS.exec(text)?.[1] ?? "";
    return things
      .split(/,|\band\b/)
      .some((thing) => entity.words.has(singularPhrase(thing.trim().toLowerCase())));
  });
  if (asking.length === 0 || entity.known?.entity.id === "account") return;
  for (const shape of ["create", "update", "delete"] as const) {
    if (own.some(({ plan }) => plan.shape === shape)) continue;
    const draft = draftOf(planOperation(entity, shape, shape));
    for (const { id } of asking) draft.requirements.add(id);
    operations.set(draft.plan.id, draft);
  }
}

/** "Positions: 2,500 per second": what comes in without pause, and the statements that say so. */
function streamed(
  entity: EntityDraft,
  reading: RequirementsReading,
): readonly string[] | undefined {
  const rate = /\bper second\b|\/s\b|\ba second\b/i;
  const ids = inScope(reading)
    .filter(({ id, text }) => {
      const subject = /^([a-z][a-z ]{2,40}?)(?::|;| are )/i.exec(text.replace(/^Item: /i, ""))?.[1];
      return (
        subject !== undefined &&
        rate.test(text) &&
        reading.quantities.some(({ requirementId }) => requirementId === id) &&
        [...entity.words].some((word) => speaksOf(subject, word))
      );
    })
    .map(({ id }) => id);
  return ids.length === 0 ? undefined : ids;
}

/** Parts come with their whole, and technical tables with what needs them. */
function isPlain({ basis, known, references }: EntityDraft): boolean {
  if (basis !== "stated") return false;
  return known?.entity.id !== "account" && ![...references.values()].some(({ owned }) => owned);
}

function isMadeByItself(entity: EntityDraft, reading: RequirementsReading): boolean {
  return inScope(reading).some(
    ({ id, text }) => entity.requirements.has(id) && BY_ITSELF.test(text),
  );
}
