import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";

export const permissionWithoutRole = declareDiagnostic<{
  readonly id: string;
  readonly name: string;
  readonly roles: string;
}>({
  code: "design/permission-without-role",
  severity: "error",
  message: ({ id, name }) => `no role has the permission ${name} (${id}), so nobody can use it`,
  fix: ({ id, roles }) =>
    `add ${id} to the permissions of a role${roles === "" ? "" : ` (${roles})`}, or remove the permission`,
});

/** What may be permitted is permitted to somebody. */
export const permissionWithoutRoleCheck: DesignCheck = {
  after: ["access"],
  check({ system: { auth } }) {
    const granted = new Set(auth.roles.flatMap(({ permissions }) => permissions));
    const roles = auth.roles.map(({ id }) => id).join(", ");
    return auth.permissions
      .filter(({ id }) => !granted.has(id))
      .map(({ id, name }) => permissionWithoutRole(`system/permission/${id}`, { id, name, roles }));
  },
};
