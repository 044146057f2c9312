import { declareDiagnostic } from "../../../../diagnostics/declare-diagnostic.ts";

export const notExecuted = declareDiagnostic<{
  readonly context: string;
  readonly engine: string;
  readonly reason: string;
}>({
  code: "migrations/not-executed",
  severity: "info",
  message: ({ context, engine, reason }) =>
    `the ${engine} migrations of ${context} were parsed and not executed: ${reason}`,
  fix: ({ engine }) =>
    engine === "mariadb"
      ? "install MariaDB (apt install mariadb-server), or set DATABASE_URL=mysql://user:password@host"
      : `set DATABASE_URL=mysql://user:password@host to a server of ${engine}`,
});
