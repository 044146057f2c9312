import type { Artifact } from "../../../artifacts/artifact.ts";
import type { RelationalModel, Table } from "../../../sql/relational-model.ts";

/** Which rows a job takes: older than so many days in a column. */
export interface Keeps {
  readonly days: number;
  readonly column: string;
}

/** A job of a file below `maintenance/`, as its comment says. */
export interface Job<S> {
  readonly id: string;
  readonly line: number;
  readonly table: Table | undefined;
  readonly keeps?: Keeps;
  /** Columns that say nothing of a person afterwards, in rows that stay. */
  readonly clears?: readonly string[];
  readonly statements: readonly S[];
}

const HEAD =
  /^-- job: (\S+) {3}table: (\S+)(?: {3}keeps: (\d+) days {3}by: (\S+?)(?: {3}clears: (\S+))?)?$/;

/** The jobs of a file, each with the statements between its comment and the next. */
export function readJobs<S extends { readonly line: number }>(
  artifact: Artifact,
  { tables }: RelationalModel,
  statements: readonly S[],
): readonly Job<S>[] {
  const heads = artifact.text.split("\n").flatMap((text, index) => {
    const found = HEAD.exec(text);
    return found === null ? [] : [{ line: index + 1, found }];
  });
  return heads.map(({ line, found: [, id = "", table, days, column, clears] }, index) => {
    const end = heads[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    return {
      id,
      line,
      table: tables.find(({ name }) => name === table),
      statements: statements.filter((own) => own.line > line && own.line < end),
      ...(days === undefined || column === undefined
        ? {}
        : { keeps: { days: Number(days), column } }),
      ...(clears === undefined ? {} : { clears: clears.split(",") }),
    };
  });
}
