import { z } from "zod";
import type { ElementKind } from "./element-kind.ts";

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const QUALIFIED_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** What a reference may name, and how its text is read. */
export interface ReferenceRule {
  readonly targets: readonly ElementKind[];
  /**
   * `local`: an id, looked up in the same document (or in the system document).
   * `qualified`: `context/id`, from the system document into a context.
   */
  readonly form: "local" | "qualified";
  /**
   * For a field: the property of the nearest enclosing object that names its entity; without it,
   * the field belongs to the enclosing entity.
   */
  readonly via?: string;
}

/** Which string schemas are references. Read by `walk-design.ts`. */
export const referenceRules: z.core.$ZodRegistry<ReferenceRule> = z.registry<ReferenceRule>();

/** Which object schemas are elements with an identity, and of which kind. */
export const elementKinds: z.core.$ZodRegistry<{ kind: ElementKind }> = z.registry<{
  kind: ElementKind;
}>();

/** The stable identity of an element: kebab-case, at most 64 characters. */
export function id(): z.ZodString {
  return z.string().max(64).regex(ID, "must be a kebab-case id such as order-line");
}

/** An element of the Design: an object with an `id` that references and subjects use. */
export function element<Shape extends z.core.$ZodLooseShape>(kind: ElementKind, shape: Shape) {
  return z.strictObject({ id: id(), ...shape }).register(elementKinds, { kind });
}

/** The id of one of the kinds, in this document or in the system document. */
export function reference(...targets: readonly ElementKind[]): z.ZodString {
  return id().register(referenceRules, { targets, form: "local" });
}

/** `context/id`: an element of a context, named from the system document. */
export function qualifiedReference(target: ElementKind): z.ZodString {
  return z
    .string()
    .max(129)
    .regex(QUALIFIED_ID, "must be context/id such as orders/order")
    .register(referenceRules, { targets: [target], form: "qualified" });
}

/** The id of a field: of the enclosing entity, or of the entity that the property `via` names. */
export function fieldReference(via?: string): z.ZodString {
  const rule: ReferenceRule = { targets: ["field"], form: "local" };
  return id().register(referenceRules, via === undefined ? rule : { ...rule, via });
}
