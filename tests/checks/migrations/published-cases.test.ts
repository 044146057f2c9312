import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lintMigrations } from "../../../src/checks/lint-migrations.ts";

const PATH = "../shared/data/migration-hazards/cases.json";

/** A snippet of squawk's tests, and whether the rule fires there. */
interface Case {
  readonly rule?: string;
  readonly test: string;
  readonly expect: "ok" | "errors";
  readonly inTransaction: boolean;
  readonly sql: string;
}

/** The codes that look for the same hazard. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  "adding-field-with-default": ["volatile-default", "stored-generated-column"],
  "adding-foreign-key-constraint": ["foreign-key-validated-at-once"],
  "adding-not-nullable-field": ["set-not-null"],
  "adding-required-field": ["required-column-without-default"],
  "adding-serial-primary-key-field": ["primary-key-without-index", "numbered-column"],
  "ban-alter-domain-with-add-constraint": ["domain-constraint"],
  "ban-concurrent-index-creation-in-transaction": ["concurrently-in-transaction"],
  "ban-drop-column": ["drop-column"],
  "ban-drop-database": ["drop-schema"],
  "ban-drop-not-null": ["drop-not-null"],
  "ban-drop-table": ["drop-table"],
  "ban-truncate-cascade": ["truncate-cascade"],
  "ban-uncommitted-transaction": ["uncommitted-transaction"],
  "changing-column-type": ["column-type-change"],
  "constraint-missing-not-valid": [
    "foreign-key-validated-at-once",
    "check-validated-at-once",
    "validated-in-same-transaction",
  ],
  "disallowed-unique-constraint": ["unique-constraint-without-index"],
  "identifier-too-long": ["identifier-too-long"],
  "prefer-repack": ["vacuum-full"],
  "renaming-column": ["rename-column"],
  "renaming-table": ["rename-table"],
  "require-concurrent-index-creation": ["index-not-concurrent"],
  "require-concurrent-index-deletion": ["drop-index-not-concurrent"],
  "require-concurrent-partition-detach": ["detach-not-concurrent"],
  "require-concurrent-reindex": ["reindex-not-concurrent"],
  "require-lock-timeout": ["no-lock-timeout"],
  "require-statement-timeout": ["no-statement-timeout"],
  "require-timeout-settings": ["no-lock-timeout", "no-statement-timeout"],
  "transaction-nesting": ["nested-transaction"],
};

/** Rules that groundplan does not have, and why. */
const NOT_SHARED: Readonly<Record<string, string>> = {
  "ban-char-field": "style of types: nothing locks or breaks",
  "ban-create-domain-with-constraint": "opinion: a new domain has no rows",
  "ban-duplicate-column-assignments": "PostgreSQL refuses it itself; one case only, and it is fine",
  "prefer-bigint-over-int": "style of types",
  "prefer-bigint-over-smallint": "style of types",
  "prefer-identity": "style of types",
  "prefer-robust-stmts": "opinion: IF NOT EXISTS hides an invalid index or another table",
  "prefer-text-field": "style of types",
  "prefer-timestamp-tz": "style of types",
  "require-enum-value-ordering": "opinion: a value at the end is what most want",
  "require-table-schema": "opinion: the search path of the tool decides",
};

/** Cases about a setting of squawk: an old or future version, or text that is no SQL. */
const ABOUT_SETTINGS: ReadonlySet<string> = new Set([
  "docs_example_error_on_pg_11",
  "regression_gh_issue_628_pg11_with_validated_check_err",
  "pg11_cross_migration_validate_then_set_not_null_err",
  "cluster_below_pg19_ok",
  "vacuum_full_below_pg19_ok",
  "squawk_disable_assume_in_transaction_overrides",
  "squawk_disable_assume_in_transaction_allows_begin_commit",
  "quoted_identifier_with_escaped_quotes_message_unescapes_quotes",
]);

/** Cases of a shared rule that are about something that groundplan does not call a hazard. */
const NOT_SHARED_CASES: Readonly<Record<string, string>> = {
  err_other_ddl_operations: "CREATE TYPE locks no table: a limit on waiting changes nothing",
  err_comment_on_explains_lock_impact: "COMMENT ON keeps neither readers nor writers out",
  err_vacuum_full_false_uses_non_full_lock: "VACUUM keeps neither readers nor writers out",
  err_lock_access_share_uses_correct_article: "ACCESS SHARE is the lock of every SELECT",
};

/** Where groundplan says something else, and why; nothing else may differ. These count. */
const DIFFERENT: Readonly<Record<string, string>> = {
  "adding-foreign-key-constraint: add_column_references_lock":
    "every value of a new column without a default is NULL: PostgreSQL reads no row",
  "ban-alter-domain-with-add-constraint: ok":
    "to validate the constraint of a domain locks its tables against writes too (measured)",
  "ban-concurrent-index-creation-in-transaction: assuming_in_transaction_ok":
    "a tool that opens a transaction does so for a file of one statement too",
};

test.skipIf(!existsSync(PATH))("finds what others find, and nothing else", async () => {
  const cases = JSON.parse(readFileSync(PATH, "utf8")) as readonly Case[];
  const rules = new Set(cases.map(({ rule, test: name }) => ruleOf(rule, name)));
  const unheard = [...rules].filter((rule) => !(rule in SHARED) && !(rule in NOT_SHARED));
  expect(unheard).toEqual([]);

  const shared = count();
  const all = count();
  const differences: string[] = [];
  for (const { rule, test: name, expect: expected, inTransaction, sql } of cases) {
    const codes = SHARED[ruleOf(rule, name)];
    if (codes === undefined || ABOUT_SETTINGS.has(name)) continue;
    const mode = inTransaction ? "runner" : "none";
    const found = await lintMigrations([{ path: "case.sql", text: sql }], { mode });
    const isFound = found.some(({ code }) => codes.includes(code.replace("migrations/", "")));
    const isExpected = expected === "errors";
    all.add(isFound, isExpected);
    if (name in NOT_SHARED_CASES) continue;
    shared.add(isFound, isExpected);
    if (isFound !== isExpected) differences.push(`${ruleOf(rule, name)}: ${name}`);
  }
  expect(differences.toSorted()).toEqual(Object.keys(DIFFERENT).toSorted());
  expect(shared.size()).toBeGreaterThan(140);
  expect(shared.recall()).toBeGreaterThanOrEqual(0.95);
  expect(shared.precision()).toBeGreaterThanOrEqual(0.95);
  expect(all.recall()).toBeGreaterThanOrEqual(0.93);
  expect(all.precision()).toBeGreaterThanOrEqual(0.95);
});

interface Count {
  add(isFound: boolean, isExpected: boolean): void;
  size(): number;
  recall(): number;
  precision(): number;
}

function count(): Count {
  let [right, tooMuch, missed, silent] = [0, 0, 0, 0];
  return {
    add(isFound, isExpected) {
      if (isFound && isExpected) right++;
      else if (isFound) tooMuch++;
      else if (isExpected) missed++;
      else silent++;
    },
    size: () => right + tooMuch + missed + silent,
    recall: () => right / (right + missed),
    precision: () => right / (right + tooMuch),
  };
}

/** One rule has no name in the data. */
function ruleOf(rule: string | undefined, name: string): string {
  if (rule !== undefined && rule !== "undefined") return rule;
  return /concurrent_index|assum/.test(name)
    ? "ban-concurrent-index-creation-in-transaction"
    : name;
}
