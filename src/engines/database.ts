/** What an engine says about a statement that it refused. */
export interface SqlFailure {
  readonly message: string;
  /** SQLSTATE. */
  readonly code: string;
  /** Offset in the statement, in characters from 0. */
  readonly position?: number;
}

export type SqlRow = Readonly<Record<string, unknown>>;

export type SqlResult = { readonly rows: readonly SqlRow[] } | { readonly failure: SqlFailure };

/** An engine that runs SQL; one connection. */
export interface Database {
  /** Runs one or more statements; the rows are those of the last one. */
  run(sql: string): Promise<SqlResult>;
  close(): Promise<void>;
}

/** Rows of a query of our own: that it fails is a bug. */
export async function queryRows(database: Database, sql: string): Promise<readonly SqlRow[]> {
  const result = await database.run(sql);
  if ("failure" in result) throw new Error(`${result.failure.message} in: ${sql}`);
  return result.rows;
}
