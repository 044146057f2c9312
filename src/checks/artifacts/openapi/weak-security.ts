import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A way to prove who one is that leaks, or a door beside the locked one. */
export const weakSecurity = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/weak-security",
  severity: "warning",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "use a bearer token, the authorization code flow with PKCE, or client credentials over TLS",
});
