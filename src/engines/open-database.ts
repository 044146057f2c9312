import type { Host } from "../host/host.ts";
import type { Database, SqlFailure } from "./database.ts";
import type { EngineCache } from "./engine-cache.ts";
import { createEngineCache } from "./engine-cache.ts";

/** Locks of one transaction: hundreds of tables are dropped at once between two proofs. */
const CONFIGURATION = ["max_locks_per_transaction = 1024"];

/**
 * An empty PostgreSQL in this process (PGlite), from the cache where it can. The caller closes it.
 * Rejects where the engine cannot start at all.
 */
export async function openDatabase(host: Host): Promise<Database> {
  const { PGlite } = await import("@electric-sql/pglite");
  const start = host.clock.now();
  const cache = await findCache(host);
  const cached = await cache?.read();
  let engine: Engine | undefined;
  if (cached !== undefined) {
    const loadDataDir = new Blob([cached]);
    engine = await PGlite.create({ loadDataDir, postgresqlconf: CONFIGURATION }).catch(
      () => undefined,
    );
  }
  const source = engine === undefined ? "made" : "cached";
  if (engine === undefined) {
    const made = await PGlite.create({ postgresqlconf: CONFIGURATION });
    const data = await made.dumpDataDir("none");
    await cache?.write(new Uint8Array(await data.arrayBuffer()));
    engine = made;
  }
  host.log.detail(`PGlite started in ${Math.round(host.clock.now() - start)} ms (${source})`);
  return wrap(engine);
}

interface Engine {
  exec(sql: string): Promise<readonly { readonly rows: readonly Record<string, unknown>[] }[]>;
  close(): Promise<void>;
}

function wrap(engine: Engine): Database {
  return {
    async run(sql) {
      try {
        const results = await engine.exec(sql);
        return { rows: results.at(-1)?.rows ?? [] };
      } catch (error) {
        return { failure: describe(error) };
      }
    },
    close: () => engine.close(),
  };
}

/** The engine's errors carry a dump of the minified source; only what PostgreSQL said is kept. */
function describe(error: unknown): SqlFailure {
  const fields: Readonly<Record<string, unknown>> =
    typeof error === "object" && error !== null ? { ...error } : {};
  const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  const position = Number(fields["position"]);
  return {
    message,
    code: typeof fields["code"] === "string" ? fields["code"] : "",
    ...(Number.isInteger(position) && position > 0 ? { position: position - 1 } : {}),
  };
}

/** Keyed by the version of PGlite, which decides what the data folder looks like. */
async function findCache(host: Host): Promise<EngineCache | undefined> {
  const version = await readVersion(host).catch(() => undefined);
  return version === undefined ? undefined : createEngineCache(host, `pglite-${version}.tar`);
}

async function readVersion(host: Host): Promise<string | undefined> {
  const entry = new URL(import.meta.resolve("@electric-sql/pglite"));
  const { pathname } = new URL("../package.json", entry);
  const path = decodeURIComponent(pathname).replace(/^\/(?=[A-Za-z]:)/, "");
  const content = await host.files.read(path);
  const text = new TextDecoder().decode(content);
  return /"version": "([0-9A-Za-z.+-]+)"/.exec(text)?.[1];
}
