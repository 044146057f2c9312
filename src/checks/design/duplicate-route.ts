import type { Design } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";
import { operationsOf } from "../../design/operations-of.ts";
import type { OwnedOperation } from "../../design/operations-of.ts";

export const duplicateRoute = declareDiagnostic<{
  readonly one: string;
  readonly other: string;
  readonly route: string;
}>({
  code: "design/duplicate-route",
  severity: "error",
  message: ({ one, other, route }) =>
    `the operations ${one} and ${other} are both reached by ${route}`,
  fix: ({ one }) => `give ${one} another path or method, or merge the two`,
});

/** A request reaches one operation, in its context and through the gateway. */
export const duplicateRouteCheck: DesignCheck = {
  after: ["api"],
  check(design) {
    return [...withinContexts(design), ...throughGateway(design)];
  },
};

function withinContexts(design: Design): readonly Diagnostic[] {
  const groups = Map.groupBy(operationsOf(design), ({ context }) => context.context);
  return [...groups.values()].flatMap((operations) => collisions(operations, () => true));
}

function throughGateway(design: Design): readonly Diagnostic[] {
  const open = operationsOf(design).filter(({ operation }) => operation.exposure === "public");
  return collisions(open, (one, other) => one.context !== other.context);
}

function collisions(
  operations: readonly OwnedOperation[],
  counts: (one: OwnedOperation, other: OwnedOperation) => boolean,
): readonly Diagnostic[] {
  const first = new Map<string, OwnedOperation>();
  return operations.flatMap((owned) => {
    const { http } = owned.operation;
    if (http === undefined) return [];
    // The name of a placeholder does not tell two routes apart.
    const route = `${http.method.toUpperCase()} ${http.path.replaceAll(/\{[^}]*\}/g, "{}")}`;
    const other = first.get(route);
    if (other === undefined) first.set(route, owned);
    if (other === undefined || !counts(owned, other)) return [];
    const words = {
      one: label(owned.operation),
      other: label(other.operation),
      route: `${http.method.toUpperCase()} ${http.path}`,
    };
    return [duplicateRoute(owned.subject, words, { related: [other.subject] })];
  });
}
