import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { alterations } from "./support/alterations.ts";

export const attachPartition = declareDiagnostic<{
  readonly partition: string;
  readonly table: string;
}>({
  code: "migrations/attach-partition",
  severity: "warning",
  message: ({ partition, table }) =>
    `attaching ${partition} to ${table} reads all its rows while even its readers wait (ACCESS EXCLUSIVE lock)`,
  fix: ({ partition }) =>
    `first give ${partition} a valid CHECK that says the same as its bounds: nothing is read then; drop it afterwards`,
});

export const attachPartitionRule: MigrationRule = {
  check(step) {
    return alterations(step).flatMap(({ table, command }) => {
      const { subtype, def } = command;
      if (subtype !== "AT_AttachPartition" || def === undefined || !("PartitionCmd" in def))
        return [];
      const partition = step.known.nameOf(def.PartitionCmd.name);
      const isProven = [...(step.known.table(partition)?.constraints.values() ?? [])].some(
        ({ isCheck, isValid }) => isCheck && isValid,
      );
      if (step.known.isNew(partition) || isProven) return [];
      const effect = { kind: "scan", table: partition } as const;
      return [hazard(attachPartition, { partition, table }, { effect })];
    });
  },
};
