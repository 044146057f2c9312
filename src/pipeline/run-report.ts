import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";

/** A line of the closing summary: a label and what it says. */
export interface SummaryLine {
  readonly label: string;
  readonly text: string;
}

/** What a command did, for the reporters. */
export interface RunReport {
  readonly command: string;
  /** `unusable`: it could not run at all; exit status 2. */
  readonly status: "done" | "unusable";
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: readonly SummaryLine[];
}

/** A report of what kept a command from running. */
export function unusable(command: string, diagnostics: readonly Diagnostic[]): RunReport {
  return { command, status: "unusable", diagnostics, summary: [] };
}

/** The report that an outcome without a value means. */
export function unusableOutcome(command: string, { diagnostics }: Outcome<unknown>): RunReport {
  return unusable(command, diagnostics);
}
