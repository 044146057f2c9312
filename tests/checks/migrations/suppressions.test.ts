import { expect, test } from "vitest";
import { invalid, valid } from "../../support/cases.ts";
import { lint } from "./lint.ts";

const DROP = "ALTER TABLE t DROP COLUMN a;";
const OPTIONS = { assumeTimeouts: true };

test.each([
  ["above", `-- groundplan-ignore migrations/drop-column: unused\n${DROP}`],
  ["without the family", `-- groundplan-ignore drop-column: unused\n${DROP}`],
  ["beside", `${DROP} -- groundplan-ignore migrations/drop-column: unused`],
  [
    "inside",
    "ALTER TABLE t\n  -- groundplan-ignore migrations/drop-column: unused\n  DROP COLUMN a;",
  ],
  ["in a block", `/* groundplan-ignore migrations/drop-column: unused */ ${DROP}`],
  ["with another comment between", `-- groundplan-ignore drop-column: unused\n-- why\n\n${DROP}`],
  ["for the file", `${DROP}\n${DROP}\n-- groundplan-ignore-file migrations/drop-column: unused`],
  [
    "two codes",
    `-- groundplan-ignore drop-column, drop-cascade: unused: really\nALTER TABLE t DROP a CASCADE;`,
  ],
])("a suppression holds %s", async (_name, sql) => {
  expect(await lint(sql, OPTIONS)()).toEqual([]);
});

test.each([
  [
    "it is about the statement before",
    `${DROP} -- groundplan-ignore drop-column: unused\n${DROP}`,
    1,
  ],
  [
    "it is about the next one only",
    `-- groundplan-ignore drop-column: unused\n${DROP}\n${DROP}`,
    1,
  ],
  ["it stands in a text", `SELECT '-- groundplan-ignore drop-column: unused';\n${DROP}`, 1],
  ["it gives no reason", `-- groundplan-ignore drop-column\n${DROP}`, 2],
  ["its reason is empty", `-- groundplan-ignore drop-column: \n${DROP}`, 2],
  ["it is about another code", `-- groundplan-ignore drop-table: unused\n${DROP}`, 2],
  ["it names a code of another family", `-- groundplan-ignore design/duplicate-id: x\n${DROP}`, 2],
])("a suppression does not hold where %s", async (_name, sql, count) => {
  const found = await lint(sql, OPTIONS)();
  expect(found.map(({ code }) => code)).toContain("migrations/drop-column");
  expect(found).toHaveLength(count);
});

invalid(
  "migrations/invalid-suppression",
  "no reason",
  lint(`-- groundplan-ignore migrations/drop-column\n${DROP}`),
);
invalid(
  "migrations/invalid-suppression",
  "no code",
  lint(`-- groundplan-ignore: because\n${DROP}`),
);
invalid(
  "migrations/invalid-suppression",
  "a code that is none",
  lint(`-- groundplan-ignore drop-colum: because\n${DROP}`),
);
valid(
  "migrations/invalid-suppression",
  "a word that begins like it",
  lint(`-- groundplan-ignored: no\n${DROP}`),
);
invalid(
  "migrations/unused-suppression",
  "nothing is found there",
  lint("-- groundplan-ignore drop-column: unused\nSELECT 1;"),
);
invalid(
  "migrations/unused-suppression",
  "nothing follows",
  lint(`${DROP}\n\n-- groundplan-ignore drop-column: unused\n`),
);
valid(
  "migrations/unused-suppression",
  "it is used",
  lint(`-- groundplan-ignore drop-column: unused\n${DROP}`),
);
