import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

export const identifierTooLong = declareDiagnostic<{
  readonly name: string;
  readonly bytes: number;
}>({
  code: "migrations/identifier-too-long",
  severity: "error",
  message: ({ name, bytes }) =>
    `${name} has ${bytes} bytes: PostgreSQL cuts names after 63, without an error`,
  fix: "shorten it to 63 bytes or less",
});
