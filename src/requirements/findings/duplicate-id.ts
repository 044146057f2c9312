import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";

/** Two statements that carry the same id in the document. */
export const duplicateId = declareDiagnostic<{
  readonly written: string;
  readonly line: number;
  readonly firstLine: number;
  readonly id: string;
}>({
  code: "requirements/duplicate-id",
  severity: "warning",
  message: ({ written, line, firstLine, id }) =>
    `the id ${written} on line ${line} is taken since line ${firstLine}; the later statement is read as ${id}`,
  fix: "Give each statement its own id.",
});
