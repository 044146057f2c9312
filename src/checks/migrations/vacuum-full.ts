import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { isOptionOn } from "./support/nodes.ts";

export const vacuumFull = declareDiagnostic<{ readonly command: string; readonly table: string }>({
  code: "migrations/vacuum-full",
  severity: "error",
  message: ({ command, table }) =>
    `${command} writes ${table} anew while even readers wait (ACCESS EXCLUSIVE lock)`,
  fix: "let autovacuum do it, or use pg_repack or pg_squeeze, which work beside the users",
});

export const vacuumFullRule: MigrationRule = {
  check(step) {
    const { node } = step.statement;
    if ("ClusterStmt" in node) {
      const { relation } = node.ClusterStmt;
      const table = relation === undefined ? "every clustered table" : step.known.nameOf(relation);
      return step.known.isNew(table) ? [] : [hazard(vacuumFull, { command: "CLUSTER", table })];
    }
    if (!("VacuumStmt" in node) || node.VacuumStmt.is_vacuumcmd !== true) return [];
    if (!isOptionOn(node.VacuumStmt.options, "full")) return [];
    const tables = (node.VacuumStmt.rels ?? []).flatMap((item) =>
      "VacuumRelation" in item ? [step.known.nameOf(item.VacuumRelation.relation)] : [],
    );
    const table = tables.length === 0 ? "every table" : tables.join(", ");
    return [hazard(vacuumFull, { command: "VACUUM FULL", table })];
  },
};
