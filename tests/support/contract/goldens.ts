import { globSync } from "node:fs";
import { join } from "node:path";
import { databaseEngines } from "../../../src/design/database-engine.ts";
import { emitters } from "../../../src/emitters/registry.generated.ts";

/** What one emitter made for one case of the golden test. */
export interface GoldenRecord {
  /** Folder below `tests/golden`. */
  readonly case: string;
  readonly emitter: string;
  readonly dialect?: string;
  /** Paths below `expected`, of every artifact that was compared. */
  readonly paths: readonly string[];
  /** The engine, not ours, that took the artifacts: `PGlite`, `mermaid`, … */
  readonly executedBy: string;
}

export interface GoldenScope {
  readonly emitters: readonly string[];
  readonly dialects: readonly string[];
  /** `<case>/expected/<path>` of every committed file. */
  readonly files: readonly string[];
}

/** They are stated and executed in `tests/sql/wide-table.test.ts`, where there is a server. */
const SERVERS: readonly string[] = ["mysql", "mariadb"];

const TESTS = join(import.meta.dirname, "../..");

/** What the tree holds: all emitters, all dialects, all committed golden files. */
export function readGoldenScope(): GoldenScope {
  return {
    emitters: emitters.map(({ id }) => id),
    dialects: databaseEngines.filter((engine) => !SERVERS.includes(engine)),
    files: globSync("*/expected/**", { cwd: join(TESTS, "golden"), withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => path.slice(join(TESTS, "golden").length + 1).replaceAll("\\", "/")),
  };
}

/**
 * The golden test ends with `expect(findGoldenProblems(records, readGoldenScope())).toEqual([])`:
 * emitters and dialects without a golden or an execution, and files that nothing made in this run.
 */
export function findGoldenProblems(
  records: readonly GoldenRecord[],
  scope: GoldenScope,
): readonly string[] {
  const committed = new Set(scope.files);
  const made = new Set(
    records.flatMap((record) => record.paths.map((path) => `${record.case}/expected/${path}`)),
  );
  const proven = records.filter(({ paths, executedBy }) => paths.length > 0 && executedBy !== "");
  const lacking = (kind: "emitter" | "dialect", names: readonly string[]): readonly string[] =>
    names
      .filter((name) => !proven.some((record) => record[kind] === name))
      .map((name) => `${kind} ${name} has no golden that an engine took`);
  return [
    ...lacking("emitter", scope.emitters),
    ...lacking("dialect", scope.dialects),
    ...[...made].filter((path) => !committed.has(path)).map((path) => `${path} is not committed`),
    ...[...committed].filter((path) => !made.has(path)).map((path) => `${path} is an orphan`),
  ];
}
