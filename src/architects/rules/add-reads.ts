import type { EntityDraft } from "./entity-draft.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { draftOf } from "./operation-draft.ts";
import { planOperation } from "./plan-operation.ts";

/** What is written has to be readable; nobody says so, everybody expects it. */
export function addReads(
  operations: Map<string, OperationDraft>,
  drafts: readonly EntityDraft[],
): void {
  for (const entity of drafts) {
    // What is kept for analysis is asked for in aggregates, not row by row.
    if (entity.known?.entity.store !== undefined) continue;
    const own = [...operations.values()].filter(
      ({ plan }) => plan.entity === entity.id && plan.http === undefined,
    );
    const any = [...operations.values()].filter(({ plan }) => plan.entity === entity.id);
    const nested = any.find(
      ({ plan }) => plan.shape === "create" && (plan.http?.path.split("/").length ?? 0) === 4,
    );
    if (
      own.length === 0 &&
      nested?.plan.http !== undefined &&
      !any.some(({ plan }) => plan.shape === "list")
    ) {
      const plan = {
        ...planOperation(entity, "list", "list"),
        assumed: true,
        http: { method: "get" as const, path: nested.plan.http.path, status: 200 as const },
      };
      operations.set(plan.id, { ...draftOf(plan), requirements: new Set(nested.requirements) });
    }
    if (
      own.length === 0 &&
      !any.some(({ plan }) => plan.shape === "create" && plan.http?.path.split("/").length === 2) &&
      !(any.length === 0 && isKept(entity))
    )
      continue;
    for (const shape of ["list", "read"] as const) {
      if (any.some(({ plan }) => plan.shape === shape)) continue;
      if (shape === "list" && entity.known?.entity.id === "account") continue;
      const plan = { ...planOperation(entity, shape, shape), assumed: true };
      const draft = draftOf(plan);
      for (const operation of any)
        for (const id of operation.requirements) draft.requirements.add(id);
      draft.own = any.some(({ own: mine }) => mine);
      operations.set(plan.id, draft);
    }
  }
}

/** Of what the text says what it holds, somebody wants to know; parts are read with their whole. */
function isKept({ basis, known, fields, lifecycle, references }: EntityDraft): boolean {
  const isSaid =
    lifecycle !== undefined || [...fields.values()].some((field) => field.basis === "stated");
  const isPart = [...references.values()].some(({ owned }) => owned);
  return basis === "stated" && isSaid && !isPart && known?.entity.id !== "account";
}
