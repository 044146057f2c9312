import type { AlterTableCmd, Node, RangeVar } from "libpg-query";
import type { LockMode } from "../../../engines/lock-mode.ts";
import { LOCK_MODES } from "../../../engines/lock-mode.ts";
import type { KnownSchema } from "./known-schema.ts";
import { isOptionOn, rangesOf, stringsOf } from "./nodes.ts";

export interface TableLock {
  readonly table: string;
  readonly mode: LockMode;
}

/** The locks that a statement asks for: PostgreSQL manual, 13.3.1 and the page of each command. */
export function locksOf(node: Node, known: KnownSchema): readonly TableLock[] {
  function lock(relation: RangeVar | undefined, mode: LockMode): readonly TableLock[] {
    return relation === undefined ? [] : [{ table: known.nameOf(relation), mode }];
  }
  if ("AlterTableStmt" in node) {
    const { relation, cmds = [], objtype } = node.AlterTableStmt;
    if (objtype !== "OBJECT_TABLE" && objtype !== "OBJECT_MATVIEW") return [];
    return cmds.flatMap((wrapped) => {
      if (!("AlterTableCmd" in wrapped)) return [];
      const command = wrapped.AlterTableCmd;
      return [...lock(relation, modeOf(command)), ...locksOfOthers(command, lock)];
    });
  }
  if ("IndexStmt" in node) {
    const { relation, concurrent } = node.IndexStmt;
    return lock(relation, concurrent === true ? "ShareUpdateExclusiveLock" : "ShareLock");
  }
  if ("DropStmt" in node) return locksOfDrop(node.DropStmt, known);
  if ("RenameStmt" in node) {
    const { renameType, relation } = node.RenameStmt;
    const isIndex = renameType === "OBJECT_INDEX";
    return isIndex ? [] : lock(relation, "AccessExclusiveLock");
  }
  if ("AlterObjectSchemaStmt" in node) {
    return lock(node.AlterObjectSchemaStmt.relation, "AccessExclusiveLock");
  }
  if ("TruncateStmt" in node) {
    return rangesOf(node.TruncateStmt.relations).flatMap((r) => lock(r, "AccessExclusiveLock"));
  }
  if ("LockStmt" in node) {
    const mode = LOCK_MODES[(node.LockStmt.mode ?? 8) - 1] ?? "AccessExclusiveLock";
    return rangesOf(node.LockStmt.relations).flatMap((relation) => lock(relation, mode));
  }
  if ("CreateTrigStmt" in node) return lock(node.CreateTrigStmt.relation, "ShareRowExclusiveLock");
  if ("RuleStmt" in node) return lock(node.RuleStmt.relation, "AccessExclusiveLock");
  if ("CreatePolicyStmt" in node) return lock(node.CreatePolicyStmt.table, "AccessExclusiveLock");
  if ("ClusterStmt" in node) return lock(node.ClusterStmt.relation, "AccessExclusiveLock");
  if ("ReindexStmt" in node) {
    const isConcurrent = isOptionOn(node.ReindexStmt.params, "concurrently");
    return lock(node.ReindexStmt.relation, isConcurrent ? "ShareUpdateExclusiveLock" : "ShareLock");
  }
  if ("RefreshMatViewStmt" in node) {
    const { relation, concurrent } = node.RefreshMatViewStmt;
    return lock(relation, concurrent === true ? "ExclusiveLock" : "AccessExclusiveLock");
  }
  if ("VacuumStmt" in node) {
    const { options, rels = [], is_vacuumcmd: isVacuum } = node.VacuumStmt;
    const isFull = isVacuum === true && isOptionOn(options, "full");
    return rels.flatMap((item) =>
      "VacuumRelation" in item
        ? lock(
            item.VacuumRelation.relation,
            isFull ? "AccessExclusiveLock" : "ShareUpdateExclusiveLock",
          )
        : [],
    );
  }
  if ("CreateStmt" in node) {
    const { tableElts = [], inhRelations, partbound } = node.CreateStmt;
    const parents = partbound === undefined ? [] : rangesOf(inhRelations);
    return [
      ...parents.flatMap((relation) => lock(relation, "AccessExclusiveLock")),
      ...targetsOf(tableElts).flatMap((relation) => lock(relation, "ShareRowExclusiveLock")),
    ];
  }
  return [];
}

function modeOf({ subtype, def }: AlterTableCmd): LockMode {
  switch (subtype) {
    case "AT_ValidateConstraint":
    case "AT_SetStatistics":
    case "AT_SetRelOptions":
    case "AT_ResetRelOptions":
    case "AT_SetOptions":
    case "AT_ResetOptions":
    case "AT_ClusterOn":
    case "AT_DropCluster":
    case "AT_AttachPartition":
    case "AT_DetachPartitionFinalize":
      return "ShareUpdateExclusiveLock";
    case "AT_DetachPartition":
      return def !== undefined && "PartitionCmd" in def && def.PartitionCmd.concurrent === true
        ? "ShareUpdateExclusiveLock"
        : "AccessExclusiveLock";
    case "AT_EnableTrig":
    case "AT_EnableAlwaysTrig":
    case "AT_EnableReplicaTrig":
    case "AT_EnableTrigAll":
    case "AT_EnableTrigUser":
    case "AT_DisableTrig":
    case "AT_DisableTrigAll":
    case "AT_DisableTrigUser":
      return "ShareRowExclusiveLock";
    case "AT_AddConstraint":
      return def !== undefined && "Constraint" in def && def.Constraint.contype === "CONSTR_FOREIGN"
        ? "ShareRowExclusiveLock"
        : "AccessExclusiveLock";
    default:
      return "AccessExclusiveLock";
  }
}

type Lock = (relation: RangeVar | undefined, mode: LockMode) => readonly TableLock[];

/** The table that a foreign key points to, or the partition that comes or goes. */
function locksOfOthers({ subtype, def }: AlterTableCmd, lock: Lock): readonly TableLock[] {
  if (def === undefined) return [];
  if ("PartitionCmd" in def) {
    return subtype === "AT_DetachPartitionFinalize"
      ? []
      : lock(def.PartitionCmd.name, "AccessExclusiveLock");
  }
  return targetsOf([def]).flatMap((relation) => lock(relation, "ShareRowExclusiveLock"));
}

/** Where foreign keys of columns and constraints point to. */
function targetsOf(elements: readonly Node[]): readonly RangeVar[] {
  return elements.flatMap((element) => {
    if ("ColumnDef" in element) return targetsOf(element.ColumnDef.constraints ?? []);
    const target = "Constraint" in element ? element.Constraint.pktable : undefined;
    return target === undefined ? [] : [target];
  });
}

function locksOfDrop(
  drop: Extract<Node, { DropStmt: unknown }>["DropStmt"],
  known: KnownSchema,
): readonly TableLock[] {
  const { removeType, objects = [], concurrent } = drop;
  return objects.flatMap((object) => {
    const [relname = "", schemaname] = (
      "List" in object ? stringsOf(object.List.items) : []
    ).toReversed();
    const name = known.nameOf(schemaname === undefined ? { relname } : { schemaname, relname });
    switch (removeType) {
      case "OBJECT_TABLE":
      case "OBJECT_MATVIEW":
        return [{ table: name, mode: "AccessExclusiveLock" }];
      case "OBJECT_INDEX": {
        const table = known.index(name)?.table ?? `the table of ${name}`;
        const mode = concurrent === true ? "ShareUpdateExclusiveLock" : "AccessExclusiveLock";
        return [{ table, mode }];
      }
      case "OBJECT_TRIGGER":
      case "OBJECT_RULE":
      case "OBJECT_POLICY": {
        // The last part is the name of the trigger, what stands before it the table.
        const parts = "List" in object ? stringsOf(object.List.items).slice(0, -1) : [];
        const [table = "", schema] = parts.toReversed();
        const relation =
          schema === undefined ? { relname: table } : { relname: table, schemaname: schema };
        return [{ table: known.nameOf(relation), mode: "AccessExclusiveLock" }];
      }
      default:
        return [];
    }
  });
}
