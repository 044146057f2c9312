import { withoutUndefined } from "../../util/without-undefined.ts";
import type { CommandDefinition } from "../command.ts";
import { choices } from "../choices.ts";

interface Options {
  readonly schema?: string;
  readonly from?: string;
  readonly transaction: "auto" | "always" | "never";
  readonly together?: boolean;
  readonly assumeTimeouts?: boolean;
}

const EXAMPLES = `
Examples:
  $ groundplan lint-migrations migrations
  $ groundplan lint-migrations migrations --from 0042_prices.up.sql
  $ pg_dump --schema-only --no-owner production > base.sql
  $ groundplan lint-migrations migrations/0042_prices.up.sql --schema base.sql

Files of golang-migrate, dbmate, goose and Flyway are known by name or marks; who opens a transaction
follows from that. With --schema every statement runs in a PostgreSQL in this process, and the locks,
rewrites and scans that it shows decide.

Where a hazard is meant, say why above the statement:
  -- groundplan-ignore migrations/drop-column: unused since release 41
groundplan-ignore-file is about the whole file. What a code means: groundplan explain <code>
`;

/** `groundplan lint-migrations`: hazards of migrations that somebody wrote by hand. */
export const defineLintMigrations: CommandDefinition = (program, context) => {
  program
    .command("lint-migrations")
    .summary("find what locks, rewrites or loses in migrations written by hand")
    .description(
      "Looks for hazards in PostgreSQL migrations: locks that keep users waiting, rewrites of whole tables, lost data, names that the running version still uses. Each finding has a safe sequence.",
    )
    .argument("<files...>", "migrations, or folders of them (.sql), in the order in which they run")
    .option("--schema <file>", "schema before the first file: measure every statement on it")
    .option("--from <file>", "report from this file on; those before it are history")
    .option("--together", "the files are one change: what the first makes is new in the last")
    .option("--assume-timeouts", "the connection sets lock_timeout and statement_timeout")
    .addOption(
      choices("--transaction <who>", "does the tool open a transaction for each file?", [
        "auto",
        "always",
        "never",
      ]).default("auto"),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], options: Options) => {
      const { host, finish } = context();
      const { lintMigrations } = await import("../../pipeline/lint-migrations.ts");
      const { schema, from, transaction, together, assumeTimeouts } = options;
      const request = {
        inputs,
        transaction,
        together: together ?? false,
        assumeTimeouts: assumeTimeouts ?? false,
        ...withoutUndefined({ schema, from }),
      };
      finish(await lintMigrations(request, host));
    });
};
