import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { alterations } from "./support/alterations.ts";

export const detachNotConcurrent = declareDiagnostic<{
  readonly partition: string;
  readonly table: string;
}>({
  code: "migrations/detach-not-concurrent",
  severity: "error",
  message: ({ partition, table }) =>
    `detaching ${partition} keeps even readers of ${table} waiting (ACCESS EXCLUSIVE lock)`,
  fix: ({ partition, table }) =>
    `in a file of its own, outside a transaction: ALTER TABLE ${table} DETACH PARTITION ${partition} CONCURRENTLY`,
});

export const detachNotConcurrentRule: MigrationRule = {
  check(step) {
    return alterations(step).flatMap(({ table, command }) => {
      const { subtype, def } = command;
      if (subtype !== "AT_DetachPartition" || def === undefined || !("PartitionCmd" in def))
        return [];
      const partition = step.known.nameOf(def.PartitionCmd.name);
      if (def.PartitionCmd.concurrent === true) return [];
      return [hazard(detachNotConcurrent, { partition, table })];
    });
  },
};
