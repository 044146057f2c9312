import { Command, CommanderError } from "commander";
import type { Host } from "../host/host.ts";
import type { Severity } from "../diagnostics/severity.ts";
import { toolVersion } from "../pipeline/tool-version.ts";
import { exitStatus } from "../reporters/exit-status.ts";
import type { Format } from "../reporters/reporters.ts";
import { reporters } from "../reporters/reporters.ts";
import { choices } from "./choices.ts";
import type { CommandContext, CommandResult, GlobalOptions } from "./command.ts";
import { describeFailure } from "./describe-failure.ts";
import { commands } from "./commands.ts";

/** The streams and the machine around one run of the command line. */
export interface Surroundings {
  createHost(options: { readonly quiet?: boolean; readonly verbose?: boolean }): Host;
  stdout(text: string): void;
  stderr(text: string): void;
  /** Whether stdout understands colours. */
  readonly color: boolean;
  /** Whether somebody watches stderr. */
  readonly progress: boolean;
}

const ABOUT =
  "From a requirements file to a proven backend design package: OpenAPI specifications, diagrams, migrations that really ran, and the documents around them. Works without a key: the embedded rules draft the design. With ANTHROPIC_API_KEY set, a model does.";

const HELP = `
Start with:
  $ groundplan init                           requirements to fill in
  $ groundplan generate requirements.md       makes output/<name>
  $ groundplan check                          in CI

Exit status: 0 fine, 1 findings at or above --fail-on, 2 could not run.
`;

/** Runs one command line; gives the exit status. */
export async function runCommandLine(
  argv: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  const { stdout, stderr } = surroundings;
  let status = 0;
  const program = new Command("groundplan")
    .description(ABOUT)
    .version(await toolVersion(surroundings.createHost({ quiet: true }).assets))
    .addOption(
      choices("--format <name>", "form of the report", Object.keys(reporters)).default("pretty"),
    )
    .addOption(
      choices("--fail-on <severity>", "exit with 1 from here on", [
        "error",
        "warning",
        "info",
      ]).default("error"),
    )
    .option("-q, --quiet", "no progress on stderr")
    .option("-v, --verbose", "more of it")
    .addHelpText("after", HELP)
    .showSuggestionAfterError()
    .showHelpAfterError("(add --help for what it takes)")
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: stdout, writeErr: stderr })
    .exitOverride();

  function context(): CommandContext {
    const { format, failOn, quiet, verbose } = program.opts<GlobalOptions>();
    const isQuiet = quiet ?? (!surroundings.progress && verbose !== true);
    const host = surroundings.createHost({ quiet: isQuiet, verbose: verbose ?? false });
    function finish(result: CommandResult): void {
      if ("output" in result) return stdout(result.output);
      const { color } = surroundings;
      stdout(reporters[format as Format](result, { color }));
      status = exitStatus(result, failOn as Severity);
    }
    return { host, finish };
  }

  for (const define of commands) define(program, context);
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    stderr(`groundplan: ${describeFailure(error)}\n`);
    return 2;
  }
  return status;
}
