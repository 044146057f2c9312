import { declareDiagnostic } from "../../../../diagnostics/declare-diagnostic.ts";

export const secondParser = declareDiagnostic<{
  readonly statement: string;
  readonly reason: string;
}>({
  code: "sql/second-parser",
  severity: "error",
  message: ({ statement, reason }) => `a second SQL parser disagrees about ${statement}: ${reason}`,
  fix: "rename the element; where the name is plain, report it as a defect of groundplan",
});
