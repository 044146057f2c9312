import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A real PostgreSQL server of its own, reached through a socket in a folder. */
export interface PostgresqlServer {
  readonly version: string;
  /** Of its socket. */
  readonly folder: string;
  /** Runs SQL in a database; the text that psql prints. Throws where a statement fails. */
  run(database: string, sql: string): string;
  /** The schema of a database as pg_dump writes it, without what differs from run to run. */
  dump(database: string): string;
  stop(): Promise<void>;
}

const ROOT = "/usr/lib/postgresql";

/** The newest installed server's programs, or why there is none that can be started. */
export function findPostgresql(): { readonly bin: string } | { readonly reason: string } {
  if (!existsSync(ROOT)) return { reason: "no Debian PostgreSQL is installed" };
  const versions = readdirSync(ROOT).filter((name) => existsSync(`${ROOT}/${name}/bin/postgres`));
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1);
  if (newest === undefined) return { reason: "no Debian PostgreSQL is installed" };
  if (process.getuid?.() === 0 && serverUser() === undefined) {
    return { reason: "PostgreSQL refuses to run as root, and there is no user postgres" };
  }
  return { bin: `${ROOT}/${newest}/bin` };
}

/** Starts a server on an empty data folder; no TCP port. */
export async function startPostgresql(bin: string): Promise<PostgresqlServer> {
  const folder = mkdtempSync(join(tmpdir(), "groundplan-pg-"));
  const user = process.getuid?.() === 0 ? serverUser() : undefined;
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const as = { ...user, stdio: "pipe" as const, encoding: "utf8" as const, cwd: folder };
  execFileSync(
    `${bin}/initdb`,
    ["-D", data, "-A", "trust", "-U", "proof", "-E", "UTF8", "--no-sync"],
    as,
  );
  const settings = [
    "-c",
    "listen_addresses=",
    "-c",
    `unix_socket_directories=${folder}`,
    "-c",
    "fsync=off",
  ];
  const server = spawn(`${bin}/postgres`, ["-D", data, ...settings], {
    ...user,
    stdio: "ignore",
    cwd: folder,
  });
  const at = ["-h", folder, "-U", "proof"];
  function psql(database: string, sql: string): string {
    const flags = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database];
    return execFileSync(`${bin}/psql`, [...at, ...flags], { ...as, input: sql });
  }
  for (let attempt = 0; ; attempt++) {
    try {
      psql("postgres", "select 1");
      break;
    } catch (error) {
      if (attempt > 100) throw error;
      await sleep(100);
    }
  }
  return {
    version: psql("postgres", "show server_version").trim(),
    folder,
    run: psql,
    dump(database) {
      const text = execFileSync(
        `${bin}/pg_dump`,
        [...at, "--schema-only", "--no-owner", "-d", database],
        as,
      );
      // Objects of one kind come in the order of their making; `\restrict` holds a random word.
      const statements = text
        .split(/\n\n+/)
        .filter((part) => !/^(?:--[^\n]*\n?|\\\w+ \S+\n?)+$/.test(part));
      return statements.sort().join("\n\n");
    },
    async stop() {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}
