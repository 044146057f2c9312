import type { Entity } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";

export const lifecycleStateUnknown = declareDiagnostic<{
  readonly entity: string;
  readonly problem: string;
  readonly todo: string;
}>({
  code: "design/lifecycle-state-unknown",
  severity: "error",
  message: ({ entity, problem }) => `the lifecycle of ${entity} ${problem}`,
  fix: ({ todo }) => todo,
});

/** The states of a lifecycle are the values of its enum. */
export const lifecycleStateUnknownCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return entitiesOf(design).flatMap(({ entity, subject }) =>
      problemsOf(entity).map(({ problem, todo, below }) =>
        lifecycleStateUnknown(subject + below, { entity: label(entity), problem, todo }),
      ),
    );
  },
};

interface Problem {
  readonly problem: string;
  readonly todo: string;
  /** The part of the entity that it is about. */
  readonly below: string;
}

function problemsOf({ lifecycle, fields }: Entity): readonly Problem[] {
  const field = fields.find(({ id }) => id === lifecycle?.field);
  if (lifecycle === undefined || field === undefined) return [];
  if (field.type !== "enum") {
    const problem = `is about ${label(field)}, which is of type ${field.type}`;
    return [{ problem, todo: `make ${field.id} an enum of the states`, below: "" }];
  }
  const states = new Set(field.enumValues);
  const used = [
    { state: lifecycle.initial, below: "" },
    ...lifecycle.transitions.flatMap(({ id, from, to }) =>
      [from, to].map((state) => ({ state, below: `/transition/${id}` })),
    ),
  ];
  const allowed = [...states].join(", ");
  return used
    .filter(({ state }) => !states.has(state))
    .map(({ state, below }) => ({
      problem: `names the state ${state}, which ${label(field)} does not have`,
      todo: `use one of ${allowed}, or add ${state} to enumValues of ${field.id}`,
      below,
    }));
}
