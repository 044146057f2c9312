import type { Command as Program } from "commander";
import type { Host } from "../host/host.ts";
import type { RunReport } from "../pipeline/run-report.ts";

/** Options that every command understands. */
export interface GlobalOptions {
  readonly format: string;
  readonly failOn: string;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** What a command gives back: a report, or a text for stdout as it is. */
export type CommandResult = RunReport | { readonly output: string };

/** What a command gets from the outside. */
export interface CommandContext {
  readonly host: Host;
  /** Shows the result and sets the exit status. */
  finish(result: CommandResult): void;
}

/** Adds one command to the program. */
export type CommandDefinition = (program: Program, context: () => CommandContext) => void;
