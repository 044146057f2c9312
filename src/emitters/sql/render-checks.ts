import type { ConsistencyCheck } from "../../sql/consistency-checks.ts";
import { CHECK_LIMIT, consistencyChecks } from "../../sql/consistency-checks.ts";
import type { Dialect } from "../../sql/dialects/dialect.ts";
import type { MigrationCheck } from "../../sql/migration-operation.ts";
import type { RelationalModel, Table } from "../../sql/relational-model.ts";
import type { SqlLine } from "../../sql/sql-line.ts";
import { statement } from "../../sql/sql-line.ts";

/** The checks of one table: each a comment with what a tool needs, and one SELECT. */
export function renderTableChecks(
  dialect: Dialect,
  model: RelationalModel,
  table: Table,
): readonly SqlLine[] {
  return consistencyChecks(dialect, model, table).flatMap(renderCheck);
}

/** What the engine's own catalogue can say is wrong. */
export function renderCatalogueChecks(dialect: Dialect, subject: string): readonly SqlLine[] {
  return dialect.catalogueChecks.flatMap(({ id, title, sql }) =>
    render({ id, title, sql, subject }, "warning"),
  );
}

/** The checks that stand beside one migration. */
export function renderMigrationChecks(
  checks: readonly MigrationCheck[],
  phase: "pre" | "post",
): readonly SqlLine[] {
  const known = new Map(checks.map((check) => [check.id, check]));
  return [...known.values()].flatMap((check) => render(check, "error", phase));
}

function renderCheck(check: ConsistencyCheck): readonly SqlLine[] {
  return render(check, "error");
}

function render(
  { id, title, sql, subject }: Pick<ConsistencyCheck, "id" | "title" | "sql" | "subject">,
  severity: "error" | "warning",
  phase: "always" | "pre" | "post" = "always",
): readonly SqlLine[] {
  return [
    { text: "", subject },
    ...statement(
      subject,
      [
        `-- check: ${id}   severity: ${severity}   phase: ${phase}   limit: ${CHECK_LIMIT}`,
        `-- on: ${subject}`,
        `-- finds: ${title}`,
        `${sql};`,
      ].join("\n"),
    ),
  ];
}
