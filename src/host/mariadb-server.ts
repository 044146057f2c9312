import type { ChildProcess } from "node:child_process";
import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/** How a client reaches a server, and how the server ends where it is ours. */
export interface MysqlServer {
  readonly options:
    | { readonly uri: string }
    | { readonly socketPath: string; readonly user: string };
  stop(): Promise<void>;
}

const PATIENCE = 20_000;

/** A private MariaDB on an empty data folder, reached through a socket in it; no TCP port. */
export async function startMariadb({
  server,
  install,
}: {
  readonly server: string;
  readonly install: string;
}): Promise<MysqlServer> {
  const folder = await mkdtemp(join(tmpdir(), "groundplan-mariadb-"));
  const data = join(folder, "data");
  const socket = join(folder, "socket");
  const log = join(folder, "log");
  const user = `--user=${userInfo().username}`;
  try {
    await promisify(execFile)(install, [
      "--no-defaults",
      `--datadir=${data}`,
      "--auth-root-authentication-method=normal",
      "--skip-test-db",
      user,
    ]);
    const child = spawn(server, serverArguments({ data, socket, log, user }), { stdio: "ignore" });
    const kill = (): void => void child.kill("SIGKILL");
    process.once("exit", kill);
    await waitFor(child, socket, log);
    return {
      options: { socketPath: socket, user: "root" },
      async stop() {
        process.removeListener("exit", kill);
        const gone = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGTERM");
        await gone;
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Nothing has to outlive the process: no care is taken of the disk. */
function serverArguments(at: {
  data: string;
  socket: string;
  log: string;
  user: string;
}): string[] {
  return [
    "--no-defaults",
    at.user,
    `--datadir=${at.data}`,
    `--socket=${at.socket}`,
    `--log-error=${at.log}`,
    `--pid-file=${at.data}/pid`,
    "--skip-networking",
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-flush-method=nosync",
    "--skip-innodb-doublewrite",
    "--innodb-buffer-pool-size=32M",
  ];
}

async function waitFor(child: ChildProcess, socket: string, log: string): Promise<void> {
  for (let waited = 0; !existsSync(socket); waited += 50) {
    if (child.exitCode !== null || waited > PATIENCE) {
      const said = await readFile(log, "utf8").catch(() => "");
      child.kill("SIGKILL");
      throw new Error(said.match(/\[ERROR\] (.*)/)?.[1] ?? "it ends at once");
    }
    await sleep(50);
  }
}
