import type { ContextDesign, Design, Entity, Operation } from "../../../design/design.ts";
import type { BindingPlan, OperationPlan } from "../domain-model.ts";

export interface ErrorScene {
  readonly plan: OperationPlan;
  readonly binding: BindingPlan;
  readonly entity: Entity;
  readonly context: ContextDesign;
  readonly accepted: Design;
}

type Parts = Pick<Operation, "auth" | "parameters" | "request" | "idempotency" | "mayReadStale">;

/** The problems that authentication, limits, look-ups and state of an operation can cause. */
export function operationErrors(
  { plan, binding, entity, context, accepted }: ErrorScene,
  { auth, parameters, request, idempotency, mayReadStale }: Parts,
): readonly string[] {
  const isWrite = binding.method !== "get";
  const isGuarded = auth.mechanisms.length > 0;
  const isSignIn = /sign-?in|login|authenticat|refresh/i.test(`${plan.id} ${binding.path}`);
  const isKeyed = idempotency.mode === "key";
  const isUnique =
    entity.uniqueKeys.length > 0 && (plan.shape === "create" || plan.shape === "update");
  const isStateful =
    entity.lifecycle !== undefined && (plan.shape === "command" || plan.shape === "update");
  const isHeld = plan.shape === "delete" && isReferred(entity, context);
  const hasBody = request !== undefined;
  const isConditional = parameters.some(
    ({ name, required }) => required && name.toLowerCase() === "if-match",
  );
  const causes: readonly (readonly [status: number, applies: boolean])[] = [
    [400, parameters.length > 0 || hasBody || isKeyed || plan.shape === "list"],
    [401, isGuarded || isSignIn],
    [403, isGuarded && (auth.permissions.length > 0 || plan.own)],
    [404, binding.path.includes("{") || (plan.own && plan.shape === "read")],
    // A repeat while the first attempt is under way conflicts with it.
    [409, isWrite && (isUnique || (isStateful && isGuarded) || isHeld || isKeyed)],
    [412, isConditional],
    // RFC 6585 §3: without If-Match nobody could tell what the change was made of.
    [428, isConditional],
    // The same key with another body is refused, too.
    [422, isWrite && (hasBody || isKeyed)],
    [429, accepted.system.api.rateLimits.length > 0],
    [500, true],
    [503, !survives(entity, context, accepted, isWrite || !mayReadStale)],
  ];
  const wanted = new Set(causes.filter(([, applies]) => applies).map(([status]) => status));
  return accepted.system.api.errors.filter(({ status }) => wanted.has(status)).map(({ id }) => id);
}

/**
 * Whether it is answered with any one thing down: a replica answers for the other as long as what it
 * says may be old, and nothing is asked on the way that has to be there.
 */
function survives(
  { store }: Entity,
  { context }: ContextDesign,
  { system }: Design,
  needsPrimary: boolean,
): boolean {
  const host = system.deployables.find(({ contexts }) => contexts.includes(context));
  const asks = (host?.dependencies ?? []).some(
    ({ mode, degradable, on }) =>
      mode === "sync" && !degradable && system.deployables.some(({ id }) => id === on),
  );
  const replicas = system.stores.find(({ id }) => id === store)?.replicas ?? 0;
  return !needsPrimary && !asks && replicas > 0;
}

/** Whether rows of others keep it from being deleted. */
function isReferred({ id }: Entity, { entities }: ContextDesign): boolean {
  return entities.some((other) =>
    other.relations.some(({ to, onDelete }) => to === id && onDelete === "restrict"),
  );
}
