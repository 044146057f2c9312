import { expect, test } from "vitest";
import { statedEngine } from "../../../src/architects/rules/units/stated-engine.ts";
import { readRequirements } from "../../../src/requirements/read-requirements.ts";

test.each([
  ["The service must use MySQL.", "mysql"],
  ["It runs on SQLite on the device, without a network.", "sqlite"],
  ["All data is stored in a PostgreSQL 16 database.", "postgresql"],
  ["Operations insists on MariaDB; it is what the team runs.", "mariadb"],
  ["Orders are imported from the old MySQL shop every night.", undefined],
  ["We will not use MySQL.", undefined],
  ["Data is exported to SQLite. The service itself uses PostgreSQL.", "postgresql"],
  ["We are moving away from MySQL to PostgreSQL, and the system stores its rows there.", undefined],
  ["The database is the company's standard one.", undefined],
])("%s", async (sentence, engine) => {
  const text = `# Shop\n\n## Requirements\n\n- Customers place orders.\n- ${sentence}\n`;
  const reading = await readRequirements([{ path: "requirements.md", text }]);
  if (reading.value === undefined) throw new Error("not read");
  expect(statedEngine(reading.value)).toBe(engine);
});
