import type { Diagnostic } from "./diagnostic.ts";
import type { Severity } from "./severity.ts";

type Words<Arguments> = string | ((args: Arguments) => string);

/** The one declaration of a code: its severity and its wording, with typed arguments. */
export interface DiagnosticDeclaration<Arguments> {
  /** `family/name`; a page `<name>.md` stands beside the file that declares it. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: Words<Arguments>;
  readonly fix?: Words<Arguments>;
}

/** What a single report adds to the declaration. */
export type DiagnosticDetails = Pick<
  Diagnostic,
  "pointer" | "requirement" | "artifact" | "related" | "fix"
> & { readonly severity?: Severity };

/** Makes a diagnostic of one code. */
export interface DiagnosticReporter<Arguments> {
  (subject: string, args: Arguments, details?: DiagnosticDetails): Diagnostic;
  readonly code: string;
  readonly severity: Severity;
}

/** Declares a code and gives back the only function that reports it. */
export function declareDiagnostic<Arguments = Record<never, never>>(
  declaration: DiagnosticDeclaration<Arguments>,
): DiagnosticReporter<Arguments> {
  const { code, severity, message, fix } = declaration;
  function report(subject: string, args: Arguments, details: DiagnosticDetails = {}): Diagnostic {
    const remedy = fix === undefined ? {} : { fix: say(fix, args) };
    return { code, severity, message: say(message, args), subject, ...remedy, ...details };
  }
  return Object.assign(report, { code, severity });
}

function say<Arguments>(words: Words<Arguments>, args: Arguments): string {
  return typeof words === "string" ? words : words(args);
}
