import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A write does not ask for the key that makes it safe to repeat. */
export const unkeyedWrite = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "openapi/unkeyed-write",
  severity: "error",
  message: ({ path, problem }) => `${path}: ${problem}`,
  fix: "require the header of the idempotency key",
});
