import type { Design } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";

export const roleNarrowed = declareDiagnostic<{
  readonly role: string;
  readonly permissions: string;
}>({
  code: "access/role-narrowed",
  severity: "warning",
  message: ({ role, permissions }) => `the role ${role} may not ${permissions} any more`,
  fix: "give the permission to a role that everybody who needs it has, before it is taken away",
});

export const permissionRemoved = declareDiagnostic<{ readonly permission: string }>({
  code: "access/permission-removed",
  severity: "error",
  message: ({ permission }) =>
    `the permission ${permission} is gone: tokens that were granted it hold a scope that nobody knows`,
  fix: "keep the permission, as an alias of what replaces it, until no token holds it",
});

/** Who may do less than before. What an operation demands is judged with its OpenAPI document. */
export function compareAccess(base: Design, head: Design): readonly Diagnostic[] {
  const names = new Map(head.system.auth.permissions.map(({ id, name }) => [id, name]));
  const gone = base.system.auth.permissions.filter(({ id, name }) => names.get(id) !== name);
  const roles = new Map(head.system.auth.roles.map((role) => [role.id, role]));
  return [
    ...gone.map(({ id, name }) =>
      permissionRemoved(`system/permission/${id}`, { permission: name }),
    ),
    ...base.system.auth.roles.flatMap(({ id, name, permissions }) => {
      const left = roles.get(id)?.permissions ?? [];
      const lost = permissions.filter((own) => !left.includes(own) && names.has(own));
      if (lost.length === 0) return [];
      return [roleNarrowed(`system/role/${id}`, { role: name, permissions: lost.join(", ") })];
    }),
  ];
}
