/** What a parser that knows the dialect has against a statement. */
export interface ClickhouseProblem {
  readonly message: string;
  /** Line in the statement, from 1. */
  readonly line: number;
}

/** Reads one statement of ClickHouse with polyglot-sql; nothing where it is well formed. */
export async function parseClickhouse(statement: string): Promise<ClickhouseProblem | undefined> {
  const { validate } = await import("@polyglot-sql/sdk");
  const { valid, errors } = validate(statement, "clickhouse");
  if (valid) return undefined;
  const [first] = errors;
  return { message: first?.message ?? "it cannot be read", line: first?.line ?? 1 };
}
