import type { MigrationOperation } from "./migration-operation.ts";
import type { MigrationPlan } from "./plan-migration.ts";
import type { SqlStatement } from "./sql-line.ts";

/** A statement that the linter of migrations would report, and how it is recognised. */
interface Hazard {
  readonly code: string;
  /** Its first group is the table, where a table that is new in the file is no hazard. */
  readonly pattern: RegExp;
  /** Only in one direction is it one. */
  readonly direction?: "up" | "down";
}

const NAME = String.raw`("(?:[^"]|"")+"|\S+)`;
const alter = (change: string): RegExp => new RegExp(`^ALTER TABLE ${NAME}\\s+${change}`);

/** What the planner writes; `groundplan lint-migrations` knows more. */
const HAZARDS: readonly Hazard[] = [
  { code: "drop-column", pattern: alter("DROP COLUMN "), direction: "up" },
  { code: "drop-table", pattern: new RegExp(`^DROP TABLE ${NAME}`), direction: "up" },
  { code: "drop-not-null", pattern: alter(".* DROP NOT NULL;"), direction: "up" },
  { code: "rename-column", pattern: alter("RENAME COLUMN ") },
  { code: "rename-table", pattern: alter("RENAME TO ") },
  // In phases a valid check has shown before that the scan finds nothing.
  { code: "set-not-null", pattern: alter(".* SET NOT NULL;"), direction: "down" },
  {
    code: "index-not-concurrent",
    pattern: new RegExp(`^CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY ).* ON ${NAME} \\(`),
  },
  { code: "drop-index-not-concurrent", pattern: /^DROP INDEX (?!CONCURRENTLY )/ },
  {
    code: "check-validated-at-once",
    pattern: alter(`ADD CONSTRAINT ${NAME} CHECK (?!.*NOT VALID;$)`),
  },
  {
    code: "foreign-key-validated-at-once",
    pattern: alter(`ADD CONSTRAINT ${NAME} FOREIGN KEY (?!.*NOT VALID;$)`),
  },
  {
    code: "unique-constraint-without-index",
    pattern: alter(`ADD CONSTRAINT ${NAME} UNIQUE (?!USING)`),
  },
  {
    code: "primary-key-without-index",
    pattern: alter(`ADD CONSTRAINT ${NAME} PRIMARY KEY (?!USING)`),
  },
  {
    code: "required-column-without-default",
    pattern: alter("ADD COLUMN (?!.*(?: DEFAULT | GENERATED )).* NOT NULL"),
  },
  { code: "volatile-default", pattern: alter("ADD COLUMN .* DEFAULT gen_random_uuid\\(\\)") },
  {
    code: "stored-generated-column",
    pattern: alter("ADD COLUMN .* GENERATED ALWAYS AS .* STORED"),
  },
  { code: "update-all-rows", pattern: new RegExp(`^UPDATE ${NAME} SET (?!.* WHERE )`) },
  { code: "backfill-with-ddl", pattern: new RegExp(`^UPDATE ${NAME} SET `) },
];

/**
 * The comments that keep the linter quiet about what a statement does on purpose, with the reason; each
 * stands above its statement, so that whatever else goes wrong in the file is found.
 */
export function acceptHazards(
  { phase, operations }: MigrationPlan,
  direction: "up" | "down",
): ReadonlyMap<SqlStatement, readonly string[]> {
  const isStopped = operations.some(({ breaks }) => breaks !== undefined);
  const meant = isStopped || phase === undefined ? STOPPED : MEANT;
  const accepted = new Map<SqlStatement, readonly string[]>();
  const made = new Set<string>();
  for (const operation of direction === "up" ? operations : operations.toReversed()) {
    for (const statement of operation[direction]) {
      const codes = hazardsOf(statement, operation, direction, made);
      if (codes.length > 0) accepted.set(statement, describe(codes, direction, meant));
    }
  }
  return accepted;
}

/** Leads `made`, the tables that are new in the file, through the statement. */
function hazardsOf(
  statement: SqlStatement,
  operation: MigrationOperation,
  direction: "up" | "down",
  made: Set<string>,
): readonly string[] {
  const text = textOf(statement);
  const name = new RegExp(`^CREATE TABLE ${NAME} `).exec(text)?.[1];
  if (name !== undefined) made.add(name);
  const codes = HAZARDS.flatMap((hazard) => {
    if (hazard.direction !== undefined && hazard.direction !== direction) return [];
    const found = hazard.pattern.exec(text);
    return found === null || made.has(found[1] ?? "") ? [] : [hazard.code];
  });
  const [, from, to] = new RegExp(`^ALTER TABLE ${NAME} RENAME TO ${NAME};`).exec(text) ?? [];
  if (from !== undefined && to !== undefined && made.has(from)) made.add(to);
  const isTypeChange = NEW_TYPE.test(text) && rewrites(operation, direction);
  return isTypeChange ? ["column-type-change", ...codes] : codes;
}

function describe(
  codes: readonly string[],
  direction: "up" | "down",
  meant: string,
): readonly string[] {
  const reasons = Map.groupBy(codes, (code) => (direction === "up" ? meant : wayBack(code)));
  return [...reasons].map(([reason, own]) => `groundplan-ignore ${own.join(", ")}: ${reason}`);
}

const NEW_TYPE = / ALTER COLUMN .* TYPE (.*);$/;

function textOf(statement: SqlStatement): string {
  return statement
    .map(({ text }) => text)
    .join(" ")
    .replace(/\s+/g, " ");
}

/** Whether a column changes to a type that does not store its values as they are. */
function rewrites({ up, down }: MigrationOperation, direction: "up" | "down"): boolean {
  const typeIn = (statements: readonly SqlStatement[]) =>
    statements.flatMap((own) => NEW_TYPE.exec(textOf(own))?.[1] ?? [])[0];
  const [from, to] = direction === "up" ? [typeIn(down), typeIn(up)] : [typeIn(up), typeIn(down)];
  return from !== undefined && to !== undefined && !storesAlike(from, to);
}

function storesAlike(from: string, to: string): boolean {
  const sizes = (type: string): readonly number[] =>
    [...type.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const isText = (type: string): boolean => /^(?:text|varchar\(\d+\))$/.test(type);
  const isNumber = (type: string): boolean => /^numeric(?:\(\d+, \d+\))?$/.test(type);
  const [[was = Infinity, scale], [is = Infinity, other]] = [sizes(from), sizes(to)];
  if (isText(from) && isText(to)) return was <= is;
  return isNumber(from) && isNumber(to) && was <= is && (scale === other || is === Infinity);
}

/** What the way back of a release that has failed does to others, in one step. */
function wayBack(code: string): string {
  switch (code) {
    case "rename-column":
    case "rename-table":
      return "the version that knows the new name has failed and is stopped before";
    case "drop-index-not-concurrent":
      return "the way back is one step, and takes the table for a moment";
    case "column-type-change":
    case "volatile-default":
    case "stored-generated-column":
      return "the way back is one step, and writes the whole table anew: stop the service where it is large";
    case "update-all-rows":
    case "backfill-with-ddl":
      return "the way back is one step, and changes all rows at once: stop the service where there are many";
    default:
      return "the way back is one step, and reads the whole table under its lock: stop the service where it is large";
  }
}

const STOPPED = "the old version of the service is stopped before, so nobody waits";
const MEANT = "the Design says so, and the phase says when nobody needs it any more";
