import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";

/** A requirements file beyond the bound. */
export const tooLarge = declareDiagnostic<{
  readonly path: string;
  readonly bytes: number;
  readonly bound: number;
}>({
  code: "requirements/too-large",
  severity: "error",
  message: ({ path, bytes, bound }) =>
    `${path} has ${bytes} bytes; a requirements file may have at most ${bound} bytes (2 MiB)`,
  fix: "Remove embedded pictures and appendices, or split the text into several files and give them all.",
});
