import type { Node } from "libpg-query";
import { isOptionOn } from "./nodes.ts";

/** The name of a command that PostgreSQL refuses inside a transaction (error 25001). */
export function commandWithoutTransaction(node: Node): string | undefined {
  if ("IndexStmt" in node && node.IndexStmt.concurrent === true) return "CREATE INDEX CONCURRENTLY";
  if ("DropStmt" in node && node.DropStmt.concurrent === true) return "DROP INDEX CONCURRENTLY";
  if ("ReindexStmt" in node) return reindex(node.ReindexStmt);
  if ("VacuumStmt" in node && node.VacuumStmt.is_vacuumcmd === true) return "VACUUM";
  if ("ClusterStmt" in node && node.ClusterStmt.relation === undefined) return "CLUSTER";
  if ("CreatedbStmt" in node) return "CREATE DATABASE";
  if ("DropdbStmt" in node) return "DROP DATABASE";
  if ("CreateTableSpaceStmt" in node) return "CREATE TABLESPACE";
  if ("DropTableSpaceStmt" in node) return "DROP TABLESPACE";
  if ("AlterSystemStmt" in node) return "ALTER SYSTEM";
  if ("AlterTableStmt" in node) {
    const isConcurrent = (node.AlterTableStmt.cmds ?? []).some(
      (command) =>
        "AlterTableCmd" in command &&
        command.AlterTableCmd.def !== undefined &&
        "PartitionCmd" in command.AlterTableCmd.def &&
        command.AlterTableCmd.def.PartitionCmd.concurrent === true,
    );
    return isConcurrent ? "DETACH PARTITION … CONCURRENTLY" : undefined;
  }
  return undefined;
}

function reindex({
  params,
  kind,
}: Extract<Node, { ReindexStmt: unknown }>["ReindexStmt"]): string | undefined {
  if (isOptionOn(params, "concurrently")) return "REINDEX CONCURRENTLY";
  const isOfMany =
    kind === "REINDEX_OBJECT_SCHEMA" ||
    kind === "REINDEX_OBJECT_DATABASE" ||
    kind === "REINDEX_OBJECT_SYSTEM";
  return isOfMany ? "REINDEX of a schema or database" : undefined;
}
