import { spawnSync } from "node:child_process";

export interface Measurement {
  /** From start to exit, as a user waits. */
  readonly seconds: number;
  /** Of all its threads; less than what a user waits on a machine that others load. */
  readonly cpuSeconds: number;
  /** Largest resident set of the process; its own children are not in it. */
  readonly peakBytes: number;
  readonly status: number;
  readonly stderr: string;
}

// Loaded into the process before its program: says on its way out how large it was and how much it
// has computed. A worker thread loads it too, so the reader takes the largest numbers.
const REPORT_PEAK = `data:text/javascript,${encodeURIComponent(
  'import { writeSync } from "node:fs"; process.on("exit", () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); writeSync(3, maxRSS + " " + (userCPUTime + systemCPUTime) + "\\n"); });',
)}`;

/** Runs a program once, with no key and its own cache folder. */
export function measure(
  program: string,
  args: readonly string[],
  folder: string,
  cache: string,
): Measurement {
  const started = performance.now();
  const { status, signal, stderr, output } = spawnSync(
    process.execPath,
    ["--import", REPORT_PEAK, program, ...args],
    {
      cwd: folder,
      env: { ...withoutKeys(), GROUNDPLAN_CACHE: cache },
      stdio: ["ignore", "ignore", "pipe", "pipe"],
      encoding: "utf8",
      maxBuffer: 64 * 1024 ** 2,
    },
  );
  const seconds = (performance.now() - started) / 1000;
  const said = (output[3] ?? "").trim().split("\n");
  const largest = (column: number): number =>
    Math.max(...said.map((line) => Number(line.split(" ")[column])));
  return {
    seconds,
    cpuSeconds: largest(1) / 1e6,
    peakBytes: largest(0) * 1024,
    status: status ?? 128,
    stderr: signal === null ? stderr : `ended by ${signal}\n${stderr}`,
  };
}

function withoutKeys(): Readonly<Record<string, string | undefined>> {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith("ANTHROPIC_"));
  return Object.fromEntries(entries);
}
