import type { Artifact, ArtifactKind, Origin } from "../../artifacts/artifact.ts";
import type { ContextDesign, Design } from "../../design/design.ts";
import { findOtherEngine } from "../../sql/find-other-engine.ts";
import { findPartitionChanges } from "../../sql/partition-change.ts";
import { buildRelationalModel } from "../../sql/build-relational-model.ts";
import type { Dialect } from "../../sql/dialects/dialect.ts";
import { maintenanceJobs } from "../../sql/maintenance-jobs.ts";
import type { MigrationPlan } from "../../sql/plan-migration.ts";
import { planLegs } from "../../sql/plan-migration.ts";
import { readHistory } from "../../sql/read-history.ts";
import type { RelationalModel } from "../../sql/relational-model.ts";
import { readSubjects, renderMigration } from "../../sql/render-migration.ts";
import { writeSnapshot } from "../../sql/snapshot.ts";
import type { SqlLine } from "../../sql/sql-line.ts";
import type { Emission } from "../emitter.ts";
import {
  renderCatalogueChecks,
  renderMigrationChecks,
  renderTableChecks,
} from "./render-checks.ts";
import { renderMaintenance } from "./render-maintenance.ts";
import { renderSchema } from "./render-schema.ts";
import { sqlArtifact } from "./sql-artifact.ts";

/** The database of one context: desired state, migrations and checks. */
export function emitContext(
  dialect: Dialect,
  design: Design,
  context: ContextDesign,
  committed: ReadonlyMap<string, string>,
): Emission {
  const built = buildRelationalModel(design, context);
  const { model, diagnostics: lacking } = dialect.fit(built.model);
  const migrations = emitMigrations(dialect, model, committed);
  return {
    artifacts: [
      ...emitState(dialect, model),
      ...emitMaintenance(dialect, design, context, model),
      ...migrations.artifacts,
    ],
    diagnostics: [...built.diagnostics, ...lacking, ...migrations.diagnostics],
  };
}

/** The committed files as they are; the Design has no say in them any more. */
export function emitCommitted(
  context: string,
  committed: ReadonlyMap<string, string>,
): readonly Artifact[] {
  const { files } = readHistory(context, folderOf(context), committed);
  return [...files].map(([name, text]) => committedArtifact(context, name, text));
}

function emitState(dialect: Dialect, model: RelationalModel): readonly Artifact[] {
  if (model.tables.length === 0) return [];
  const { context } = model;
  const subject = subjectOf(context);
  const checks = (name: string, lines: readonly SqlLine[]): Artifact => {
    const head = header(model, "Each query returns the rows that break a rule: none is fine.");
    const path = `database/${context}/checks/${name}.sql`;
    return sqlArtifact(path, "sql-check", context, [...head, ...lines]);
  };
  const head = header(model, "The desired state; the migrations lead to it.");
  const schema = renderSchema(dialect, model, head, subject);
  return [
    sqlArtifact(`database/${context}/schema.sql`, "sql-schema", context, schema),
    ...model.tables.map((table) => checks(table.name, renderTableChecks(dialect, model, table))),
    // No table's name begins with an underscore, so none can be in the way.
    checks("_catalogue", renderCatalogueChecks(dialect, subject)),
  ];
}

/** One file for each table that something is done to again and again. */
function emitMaintenance(
  dialect: Dialect,
  design: Design,
  own: ContextDesign,
  model: RelationalModel,
): readonly Artifact[] {
  const { context } = model;
  const { words = "" } = dialect.maintenance ?? {};
  const jobs = maintenanceJobs(dialect, design, own, model);
  return [...new Set(jobs.map(({ table }) => table))].map((table) =>
    sqlArtifact(`database/${context}/maintenance/${table.name}.sql`, "sql-maintenance", context, [
      ...header(model, words),
      ...jobs.filter((job) => job.table === table).flatMap(renderMaintenance),
    ]),
  );
}

/** The committed migrations, and those that lead from the last one to the model. */
export function emitMigrations(
  dialect: Dialect,
  model: RelationalModel,
  committed: ReadonlyMap<string, string>,
): Emission {
  const { context } = model;
  const folder = folderOf(context);
  const { files, count, last, diagnostics } = readHistory(context, folder, committed);
  const kept = [...files].map(([name, text]) => committedArtifact(context, name, text));
  const moved =
    diagnostics.length > 0
      ? []
      : [...findOtherEngine(last, model, folder), ...findPartitionChanges(last, model)];
  if (moved.length > 0) return { artifacts: kept, diagnostics: moved };
  const legs = diagnostics.length > 0 ? [] : planLegs(dialect, last, model);
  let number = count;
  const added = legs.flatMap(({ from, to, plans }) =>
    plans.flatMap((plan, index) => {
      const pending = plans.length - index - 1;
      const isEarly = pending > 0 && plan.phase !== undefined && stillOld.has(plan.phase);
      const seen = isEarly && from !== undefined ? { ...from, title: model.title } : to;
      const { tables, ...head } = seen;
      const state = { ...head, ...(pending === 0 ? {} : { pending }), tables };
      number += 1;
      return emitMigration(dialect, plan, number, state);
    }),
  );
  return { artifacts: [...kept, ...added], diagnostics };
}

/** Phases in which a service is the old version. */
const stillOld: ReadonlySet<string> = new Set(["expand", "backfill", "validate"]);

function emitMigration(
  dialect: Dialect,
  plan: MigrationPlan,
  number: number,
  state: RelationalModel,
): readonly Artifact[] {
  const { context } = state;
  const name = `${String(number).padStart(4, "0")}_${plan.name}`;
  const path = `${folderOf(context)}/${name}`;
  const subject = subjectOf(context);
  const direction = (way: "up" | "down"): Artifact => {
    const words = way === "up" ? `Migration ${name}.` : `Takes ${name} back.`;
    const head = [...headerTexts(state, words), ...dialect.notes];
    const lines = renderMigration(dialect, plan, way, head, subject);
    return sqlArtifact(`${path}.${way}.sql`, `sql-${way}`, context, lines);
  };
  const checks = (phase: "pre" | "post"): readonly Artifact[] => {
    const all = plan.operations.flatMap(({ before = [], after = [] }) =>
      phase === "pre" ? before : after,
    );
    if (all.length === 0) return [];
    const when = phase === "pre" ? "before" : "after";
    const head = header(
      state,
      `Run ${when} ${name}: rows that a query returns must be dealt with.`,
    );
    const lines = [...head, ...renderMigrationChecks(all, phase)];
    return [sqlArtifact(`${path}.${phase}.sql`, `sql-${phase}`, context, lines)];
  };
  const snapshot: Artifact = {
    path: `${path}.schema.json`,
    kind: "sql-snapshot",
    context,
    text: writeSnapshot(state),
    origins: snapshotOrigins(state),
  };
  return [direction("up"), direction("down"), snapshot, ...checks("pre"), ...checks("post")];
}

function committedArtifact(context: string, name: string, text: string): Artifact {
  const path = `${folderOf(context)}/${name}`;
  const kind = KINDS[name.slice(name.indexOf(".") + 1)] ?? "sql-snapshot";
  const origins = readSubjects(text).map(({ line, subject }) => ({ locator: { line }, subject }));
  return { path, kind, context, text, origins: kind === "sql-snapshot" ? [] : origins };
}

const KINDS: Readonly<Record<string, ArtifactKind>> = {
  "up.sql": "sql-up",
  "down.sql": "sql-down",
  "pre.sql": "sql-pre",
  "post.sql": "sql-post",
};

function snapshotOrigins(model: RelationalModel): readonly Origin[] {
  return model.tables.flatMap((table, index) => [
    { locator: { pointer: `/tables/${index}` }, subject: table.subject },
    ...table.columns.map((column, position) => ({
      locator: { pointer: `/tables/${index}/columns/${position}` },
      subject: column.subject,
    })),
  ]);
}

function header(model: RelationalModel, words: string): readonly SqlLine[] {
  const subject = subjectOf(model.context);
  return headerTexts(model, words).map((text) => ({ text: `-- ${text}`, subject }));
}

function headerTexts(model: RelationalModel, words: string): readonly string[] {
  return [
    `Context: ${model.title} (${model.context}). ${words}`,
    "Made by groundplan from the Design: change that and not this file.",
  ];
}

function folderOf(context: string): string {
  return `database/${context}/migrations`;
}

function subjectOf(context: string): string {
  return `system/context/${context}`;
}
