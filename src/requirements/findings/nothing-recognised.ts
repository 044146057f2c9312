import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";

/** Input in which no statement could be read. */
export const nothingRecognised = declareDiagnostic<{ readonly paths: readonly string[] }>({
  code: "requirements/nothing-recognised",
  severity: "error",
  message: ({ paths }) =>
    `no requirement found in ${paths.length === 0 ? "the input" : paths.join(", ")}`,
  fix: "Write user stories, bullets or “the system shall …” sentences.",
});
