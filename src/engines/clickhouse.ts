/** What a statement gave: rows, or one line of what the engine said against it. */
export type ClickhouseResult =
  | { readonly rows: readonly Readonly<Record<string, unknown>>[] }
  | { readonly failure: string };

/** An empty ClickHouse. */
export interface Clickhouse {
  run(statement: string): ClickhouseResult;
  close(): void;
}
