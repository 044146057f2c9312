import type { DatabaseEngine } from "../../src/design/database-engine.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { generateSample, REQUIREMENTS, sampleHost } from "../support/sample-package.ts";
import { invalid, valid } from "../support/cases.ts";

const MYSQL = `${REQUIREMENTS}\n## Constraints\n\n- The system must use MySQL.\n`;

async function found(text: string, database?: DatabaseEngine): Promise<readonly Diagnostic[]> {
  const host = sampleHost({ "library/requirements.md": text });
  const options = database === undefined ? {} : { database };
  return (await generateSample(host, options)).diagnostics;
}

invalid("package/contradicting-database", "another engine than the text asks for", () =>
  found(MYSQL, "postgresql"),
);
valid("package/contradicting-database", "the engine that the text asks for", () =>
  found(MYSQL, "mysql"),
);
valid("package/contradicting-database", "a text that asks for none", () =>
  found(REQUIREMENTS, "sqlite"),
);
valid("package/contradicting-database", "no option", () => found(MYSQL));
