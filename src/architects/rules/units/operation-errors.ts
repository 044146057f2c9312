import type { ContextDesign, Design, Entity, Operation } from "../../../design/design.ts";
import type { BindingPlan, OperationPlan } from "../domain-model.ts";

export interface ErrorScene {
  readonly plan: OperationPlan;
  readonly binding: BindingPlan;
  readonly entity: Entity;
  readonly context: ContextDesign;
  readonly accepted: Design;
}

type Parts = Pick<Operation, "auth" | "parameters" | "request" | "idempotency">;

/** The problems that authentication, limits, look-ups and state of an operation can cause. */
export function operationErrors(
  { plan, binding, entity, context, accepted }: ErrorScene,
  { auth, parameters, request, idempotency }: Parts,
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
  const causes: readonly (readonly [status: number, applies: boolean])[] = [
    [400, parameters.length > 0 || hasBody || isKeyed],
    [401, isGuarded || isSignIn],
    [403, isGuarded && (auth.permissions.length > 0 || plan.own)],
    [404, binding.path.includes("{") || (plan.own && plan.shape === "read")],
    // A repeat while the first attempt is under way conflicts with it.
    [409, isWrite && (isUnique || (isStateful && isGuarded) || isHeld || isKeyed)],
    [412, parameters.some(({ name }) => name.toLowerCase() === "if-match")],
    // The same key with another body is refused, too.
    [422, isWrite && (hasBody || isKeyed)],
    [429, accepted.system.api.rateLimits.length > 0],
    [500, true],
    [503, true],
  ];
  const wanted = new Set(causes.filter(([, applies]) => applies).map(([status]) => status));
  return accepted.system.api.errors.filter(({ status }) => wanted.has(status)).map(({ id }) => id);
}

/** Whether rows of others keep it from being deleted. */
function isReferred({ id }: Entity, { entities }: ContextDesign): boolean {
  return entities.some((other) =>
    other.relations.some(({ to, onDelete }) => to === id && onDelete === "restrict"),
  );
}
