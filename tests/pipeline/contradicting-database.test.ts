import { expect, test } from "vitest";
import type { DatabaseEngine } from "../../src/design/database-engine.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { findContradictingDatabase } from "../../src/pipeline/contradicting-database.ts";
import { readRequirements } from "../../src/requirements/read-requirements.ts";
import { invalid, valid } from "../support/cases.ts";

async function found(sentence: string, database?: DatabaseEngine): Promise<readonly Diagnostic[]> {
  const text = `# Shop\n\n## Requirements\n\n- Customers order goods.\n- ${sentence}\n`;
  const reading = await readRequirements([{ path: "requirements.md", text }], {});
  if (reading.value === undefined) throw new Error("the requirements cannot be read");
  const options = { openapi: "3.0", ...(database === undefined ? {} : { database }) } as const;
  return findContradictingDatabase({ reading: reading.value, options });
}

const CODE = "package/contradicting-database";

valid(CODE, "nothing is chosen", () => found("The system must use MySQL."));
valid(CODE, "the same", () => found("The system must use MySQL.", "mysql"));
valid(CODE, "no engine is named", () => found("The system must be fast.", "mysql"));
valid(CODE, "the engine of another system", () =>
  found("Orders are imported from the legacy MySQL database.", "postgresql"),
);
invalid(CODE, "another one is named", () => found("The system must use MySQL.", "postgresql"));
invalid(CODE, "MariaDB is not MySQL", () => found("The system must use MySQL.", "mariadb"));

test("one warning says what, where and how to fix it", async () => {
  const warnings = await found("The system must use MySQL.", "sqlite");
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatchObject({
    severity: "warning",
    artifact: { path: "requirements.md", locator: { line: 6 } },
  });
  expect(warnings[0]?.message).toContain("sqlite");
  expect(warnings[0]?.message).toContain("must use MySQL");
  expect(warnings[0]?.fix).toContain("--database");
});
