import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { DiagnosticDetails, DiagnosticReporter } from "../diagnostics/declare-diagnostic.ts";
import type { ParsedStatement } from "../engines/parse-sql.ts";
import type { KnownSchema } from "./migrations/support/known-schema.ts";
import type { TableLock } from "./migrations/support/locks-of.ts";
import type { SessionSettings } from "./migrations/support/session-settings.ts";
import type { OpenTransaction } from "./migrations/support/transactions.ts";

/** A hazard of a statement in a migration that runs against tables with rows and users. */
export interface MigrationRule {
  /** `up`: what a way back loses is meant to be lost. */
  readonly direction?: "up";
  check(step: MigrationStep): readonly Hazard[];
}

/** One statement, and what is known when it runs. */
export interface MigrationStep {
  readonly statement: ParsedStatement;
  readonly known: KnownSchema;
  /** The transaction that is open when it begins. */
  readonly transaction?: OpenTransaction;
  readonly session: SessionSettings;
  /** Its locks on tables that were there before, as far as they keep readers or writers out. */
  readonly blocking: readonly TableLock[];
  /** Tables that were there before and that the transaction keeps everybody out of already. */
  readonly held: readonly string[];
  /** The statements before it in its direction of the file, first one first. */
  readonly before: readonly MigrationStep[];
  /** Whether a transaction that the file begins here is still open at its end. */
  readonly isLeftOpen: boolean;
}

/** What an engine can see of a hazard, and so refute. */
export interface HazardEffect {
  readonly kind: "scan" | "rewrite";
  readonly table: string;
}

/** A hazard that a rule sees; the linter says in which file it is. */
export interface Hazard {
  readonly code: string;
  report(subject: string, details: DiagnosticDetails): Diagnostic;
  /** Of the node in the text, in bytes; the statement's own where there is none. */
  readonly location?: number;
  /** Where there is none, no run on an empty database can tell. */
  readonly effect?: HazardEffect;
}

/** Makes a hazard of a code. */
export function hazard<Arguments>(
  reporter: DiagnosticReporter<Arguments>,
  args: Arguments,
  details: Pick<Hazard, "location" | "effect"> & Pick<DiagnosticDetails, "severity"> = {},
): Hazard {
  const { severity, ...rest } = details;
  const own = severity === undefined ? {} : { severity };
  return {
    code: reporter.code,
    report: (subject, given) => reporter(subject, args, { ...given, ...own }),
    ...rest,
  };
}
