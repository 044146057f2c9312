import type { ContextDesign, Design } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { buildRelationalModel } from "../../sql/build-relational-model.ts";
import { dialectOf } from "../../sql/dialects/dialect-of.ts";
import { engineOfContext } from "../../sql/engine-of-context.ts";
import type { MigrationOperation } from "../../sql/migration-operation.ts";
import { planMigration } from "../../sql/plan-migration.ts";

interface Step {
  readonly step: string;
  readonly table: string;
}

export const losesData = declareDiagnostic<Step & { readonly note: string }>({
  code: "data/loses-data",
  severity: "error",
  message: ({ step, table, note }) => `${step} of ${table} cannot be taken back: ${note}`,
  fix: "copy what matters elsewhere first, and approve the change with where it is",
});

export const stopsOldVersion = declareDiagnostic<Step & { readonly reason: string }>({
  code: "data/stops-old-version",
  severity: "error",
  message: ({ step, table, reason }) =>
    `${step} of ${table} stops the version of the service that runs now: ${reason}`,
  fix: "change the design in two steps that both versions can live with, or plan to stop the service",
});

export const mayFail = declareDiagnostic<Step & { readonly note: string }>({
  code: "data/may-fail",
  severity: "warning",
  message: ({ step, table, note }) => `${step} of ${table} ${note}`,
  fix: "look for such rows with the query before the migration, and put them right",
});

export const changesStore = declareDiagnostic<{
  readonly context: string;
  readonly was: string;
  readonly is: string;
}>({
  code: "data/changes-store",
  severity: "error",
  message: ({ context, was, is }) =>
    `the tables of ${context} move from ${was} to ${is}: no migration carries their rows`,
  fix: "plan the move of the data as a project of its own",
});

export const changesInPhases = declareDiagnostic<{
  readonly context: string;
  readonly phases: string;
}>({
  code: "data/changes-in-phases",
  severity: "info",
  message: ({ context, phases }) => `the tables of ${context} change in phases: ${phases}`,
});

/**
 * What a change of the Design does to data that is there: the steps that the planner of migrations
 * takes from the tables of one Design to those of the other.
 */
export function compareData(base: Design, head: Design): readonly Diagnostic[] {
  const after = new Map(head.contexts.map((context) => [context.context, context]));
  return base.contexts.flatMap((was) => {
    const is = after.get(was.context) ?? withoutTables(was);
    // A context that is gone is planned with the stores that it had.
    return compareContext(base, was, after.has(was.context) ? head : base, is);
  });
}

function compareContext(
  base: Design,
  was: ContextDesign,
  head: Design,
  is: ContextDesign,
): readonly Diagnostic[] {
  const [from, to] = [engineOfContext(base, was).value, engineOfContext(head, is).value];
  // A Design whose engine cannot be told has findings of its own.
  if (from === undefined || to === undefined) return [];
  const { context } = was;
  const old = dialectOf(from).fit(buildRelationalModel(base, was).model).model;
  if (from !== to) {
    const subject = `system/context/${context}`;
    return old.tables.length === 0 ? [] : [changesStore(subject, { context, was: from, is: to })];
  }
  const dialect = dialectOf(to);
  const files = planMigration(
    dialect,
    old,
    dialect.fit(buildRelationalModel(head, is).model).model,
  );
  const phases = [...new Set(files.flatMap(({ phase }) => phase ?? []))];
  return [
    ...(phases.length > 1
      ? [changesInPhases(`system/context/${context}`, { context, phases: phases.join(", ") })]
      : []),
    ...files.flatMap(({ operations }) => operations.flatMap(judge)),
  ];
}

function judge(operation: MigrationOperation): readonly Diagnostic[] {
  const { title, table, column, subject, upNote, breaks } = operation;
  const args = { step: title, table: column === undefined ? table : `${table}.${column}` };
  const isLost = upNote !== undefined && /\b(?:is|are) lost\b/.test(upNote);
  const note = obstacleOf(operation);
  return [
    ...(breaks === undefined ? [] : [stopsOldVersion(subject, { ...args, reason: breaks })]),
    ...(isLost ? [losesData(subject, { ...args, note: upNote })] : []),
    ...(note === undefined ? [] : [mayFail(subject, { ...args, note })]),
  ];
}

/** What rows may keep a step from being taken: the planner's own checks say it, or its note. */
function obstacleOf({ before = [], upNote }: MigrationOperation): string | undefined {
  if (before.length > 0)
    return `is not possible with ${before.map(({ title }) => title).join(", ")}`;
  return upNote?.startsWith("fails where") === true ? upNote : undefined;
}

function withoutTables(context: ContextDesign): ContextDesign {
  return { ...context, entities: [] };
}
