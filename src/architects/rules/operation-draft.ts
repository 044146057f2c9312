import type { OperationPlan } from "./domain-model.ts";

/** An operation while it is put together. */
export interface OperationDraft {
  readonly plan: Omit<OperationPlan, "requirements" | "actors" | "filters" | "search" | "own">;
  readonly requirements: Set<string>;
  readonly filters: Set<string>;
  search: boolean;
  own: boolean;
}

/** Notes that a statement calls for an operation. */
export function cite(
  operations: Map<string, OperationDraft>,
  id: string,
  requirement: string,
): void {
  operations.get(id)?.requirements.add(requirement);
}

export function draftOf(plan: OperationDraft["plan"]): OperationDraft {
  return {
    plan,
    requirements: new Set(),
    filters: new Set(),
    search: false,
    own: false,
  };
}
