import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A callback has an address that nobody can work out. */
export const invalidCallback = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/invalid-callback",
  severity: "error",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "use a runtime expression that reads a URL of the request, such as {$request.body#/callbackUrl}",
});
