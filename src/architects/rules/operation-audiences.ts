import type { System } from "../../design/design.ts";
import type { ClientKind } from "./client-kinds.ts";
import { speaksOf } from "./demand-text.ts";
import type { ActorPlan, OperationPlan } from "./domain-model.ts";
import { isDoneWith } from "./is-done-with.ts";
import { shapeOfVerb } from "./shape-of-verb.ts";

type Audience = System["api"]["audiences"][number];
type AudienceKind = ClientKind | "app" | "anonymous";

const OF_KIND: readonly (readonly [AudienceKind, RegExp])[] = [
  ["anonymous", /anonym|\bpublic\b|guest|visitor/i],
  ["internal", /\binternal\b|back[- ]?office|\bstaff\b|\badmin|\boperat(?:or|ions)\b/i],
  ["device", /\bdevices?\b|\bsensors?\b|\btrackers?\b|\bmeters?\b/i],
  ["partner", /partner|integrat|third[- ]part|\bmachines?\b|\bsystems?\b|reseller|\bserver/i],
  ["app", /first[- ]party/i],
  ["mobile", /mobile|\bios\b|android|\bapp\b/i],
  ["web", /\bweb\b|browser|portal|site/i],
];

/** What an accepted audience is, by its id and name. */
export function kindOfAudience({ id, name }: Pick<Audience, "id" | "name">): AudienceKind {
  return (
    OF_KIND.find(([, pattern]) => pattern.test(`${id.replaceAll("-", " ")} ${name}`))?.[0] ?? "app"
  );
}

/** Ids of the audiences that may call an operation: those of the actors who do it. */
export function operationAudiences(
  plan: OperationPlan,
  entity: string,
  actors: readonly ActorPlan[],
  audiences: readonly Audience[],
): readonly string[] {
  const isOpen = plan.publicReason !== undefined;
  const doers = actors.filter(({ id }) => plan.actors.includes(id));
  const chosen = new Set<string>(doers.flatMap((actor) => audiencesOfActor(actor, audiences)));
  const isRead = plan.shape === "list" || plan.shape === "read";
  for (const { id, description } of audiences) {
    if (chosen.size > 0 && isToldOf(description, plan, entity)) chosen.add(id);
  }
  const isCalledBack = isOpen && (plan.headers ?? []).some(({ required }) => required);
  return audiences
    .filter((audience) => {
      const kind = kindOfAudience(audience);
      if (kind === "anonymous") return isOpen;
      if (isCalledBack) return false;
      // Published for everybody; signing in, with a password, for people.
      if (isOpen && isRead) return true;
      if (isOpen && isForMachines(audience)) return false;
      return chosen.size > 0 ? chosen.has(audience.id) : isOpen || kind !== "internal";
    })
    .map(({ id }) => id);
}

/** "Web portal: employees of shops who create shipments by hand": so they also look at them. */
function isToldOf(description: string, plan: OperationPlan, entity: string): boolean {
  const noun = RegExp.escape(entity.toLowerCase());
  const done = new RegExp(`\\b([a-z]+)\\s+(?:(?:their|its|the|an?|own|new)\\s+)*${noun}`, "i").exec(
    description,
  )?.[1];
  if (done === undefined || shapeOfVerb(done.toLowerCase()) === undefined) return false;
  return (
    plan.shape === "list" || plan.shape === "read" || isDoneWith(done, plan.id.split("-")[0] ?? "")
  );
}

function audiencesOfActor(actor: ActorPlan, all: readonly Audience[]): readonly string[] {
  const callers = all.filter((audience) => kindOfAudience(audience) !== "anonymous");
  const named = callers.filter(({ name, description }) =>
    speaksOf(`${name} ${description}`, actor.name.toLowerCase()),
  );
  if (named.length > 0) return ids(named);
  const alike = callers.filter((audience) =>
    actor.clients.some((kind) => kind === kindOfAudience(audience)),
  );
  if (alike.length > 0) return ids(alike);
  if (actor.kind === "external-system") return ids(callers.filter(isForMachines));
  const apps = callers.filter((audience) =>
    ["app", "mobile", "web"].includes(kindOfAudience(audience)),
  );
  return ids(apps.length > 0 ? apps : callers);
}

/** Whether no person sits in front of the client. */
export function isForMachines(audience: Pick<Audience, "id" | "name">): boolean {
  const kind = kindOfAudience(audience);
  return kind === "partner" || kind === "device";
}

function ids(audiences: readonly Audience[]): readonly string[] {
  return audiences.map(({ id }) => id);
}
