import type { Clickhouse, ClickhouseResult } from "./clickhouse.ts";

/** Not named where it is imported: it is an optional package, and its types are not always there. */
const PACKAGE = "chdb";

interface Session {
  query(statement: string, format?: string): string;
  close(): void;
}

interface ClickhouseLibrary {
  readonly Session: new () => Session;
}

/**
 * ClickHouse in this process (chDB), with a temporary folder of its own; nothing where it is not
 * installed: it needs 540 MB, so it is for who asks for it. The caller closes it. One at a time: the
 * library has one data folder for the whole process.
 */
export async function openClickhouse(): Promise<Clickhouse | undefined> {
  const library: unknown = await import(PACKAGE).catch(() => undefined);
  if (!isLibrary(library)) return undefined;
  const session = new library.Session();
  return {
    run: (statement) => run(session, statement),
    close: () => {
      session.close();
    },
  };
}

function isLibrary(library: unknown): library is ClickhouseLibrary {
  return typeof library === "object" && library !== null && "Session" in library;
}

function run(session: Session, statement: string): ClickhouseResult {
  try {
    const text = session.query(statement, "JSONEachRow");
    const rows = text
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    return { rows };
  } catch (error) {
    return { failure: describe(error) };
  }
}

/** Without the words that every failure begins with. */
function describe(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.split("\n")[0] ?? "";
  const text = line.replace(/^.*?DB::Exception: /, "").trim();
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
