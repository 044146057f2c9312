import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { alterations } from "./support/alterations.ts";

export const triggersDisabled = declareDiagnostic<{ readonly table: string }>({
  code: "migrations/triggers-disabled",
  severity: "warning",
  message: ({ table }) =>
    `without its triggers ${table} takes rows that break its foreign keys, and nobody checks them later`,
  fix: "leave the triggers on; where a load needs it, use session_replication_role in that session and check the rows afterwards",
});

export const triggersDisabledRule: MigrationRule = {
  check(step) {
    const isLeft = alterations(step).filter(
      ({ command: { subtype } }) =>
        subtype === "AT_DisableTrigAll" || subtype === "AT_DisableTrigUser",
    );
    return isLeft.map(({ table }) => hazard(triggersDisabled, { table }));
  },
};
