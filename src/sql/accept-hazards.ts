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

/** The comment that keeps the linter quiet about what a file does on purpose, with the reason. */
export function acceptHazards(
  { phase, operations }: MigrationPlan,
  direction: "up" | "down",
): readonly string[] {
  const steps = direction === "up" ? operations : operations.toReversed();
  const statements = steps.flatMap((operation) => operation[direction].map(textOf));
  const made = new Set<string>();
  const codes = new Set<string>();
  if (steps.some((operation) => rewrites(operation, direction))) codes.add("column-type-change");
  for (const text of statements) {
    const name = new RegExp(`^CREATE TABLE ${NAME} `).exec(text)?.[1];
    if (name !== undefined) made.add(name);
    for (const hazard of HAZARDS) {
      if (hazard.direction !== undefined && hazard.direction !== direction) continue;
      const found = hazard.pattern.exec(text);
      if (found === null || made.has(found[1] ?? "")) continue;
      codes.add(hazard.code);
    }
    const [, from, to] = new RegExp(`^ALTER TABLE ${NAME} RENAME TO ${NAME};`).exec(text) ?? [];
    if (from !== undefined && to !== undefined && made.has(from)) made.add(to);
  }
  if (codes.size === 0) return [];
  const isStopped = operations.some(({ breaks }) => breaks !== undefined);
  const reason =
    direction === "down" ? WAY_BACK : isStopped || phase === undefined ? STOPPED : MEANT;
  return [`groundplan-ignore-file ${[...codes].join(", ")}: ${reason}`];
}

function textOf(statement: SqlStatement): string {
  return statement
    .map(({ text }) => text)
    .join(" ")
    .replace(/\s+/g, " ");
}

/** Whether a column changes to a type that does not store its values as they are. */
function rewrites({ up, down }: MigrationOperation, direction: "up" | "down"): boolean {
  const typeIn = (statements: readonly SqlStatement[]) =>
    statements.flatMap((own) => / ALTER COLUMN .* TYPE (.*);$/.exec(textOf(own))?.[1] ?? [])[0];
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

const WAY_BACK =
  "a way back is one step for a release that has failed; it may read and lock whole tables, so stop the service where they are large";
const STOPPED = "the old version of the service is stopped before, so nobody waits";
const MEANT = "the Design says so, and the phase says when nobody needs it any more";
