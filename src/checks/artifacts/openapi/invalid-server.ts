import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** The address of a server is empty, relative, not encrypted or no URL. */
export const invalidServer = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/invalid-server",
  severity: "error",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "write https://, the host and the base path, without a slash at the end",
});
