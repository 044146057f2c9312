import { declareDiagnostic } from "../../../../diagnostics/declare-diagnostic.ts";

export const tenantNotIsolated = declareDiagnostic<{
  readonly table: string;
  readonly leak: string;
}>({
  code: "migrations/tenant-not-isolated",
  severity: "error",
  message: ({ table, leak }) => `tenants are not kept apart in ${table}: ${leak}`,
  fix: "restore edited migrations from version control and render again; the policy has to compare the tenant key with app.tenant_id",
});
