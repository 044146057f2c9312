import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ContractGrowth, measureContracts } from "./bench/measure-contracts.ts";
import { type Growth, measureGrowth } from "./bench/measure-growth.ts";
import { type PlanGrowth, measurePlans } from "./bench/measure-migrations.ts";
import { type PictureSpeed, measurePictures } from "./bench/measure-pictures.ts";
import { type SpecGrowth, measureSpecs } from "./bench/measure-specs.ts";
import { type ProofGrowth, measureProofs } from "./bench/measure-proofs.ts";
import { type Measurement, measure } from "./bench/measure.ts";

interface Command {
  readonly name: string;
  readonly args: readonly string[];
  /** Starts with an empty cache folder each time. */
  readonly cold?: boolean;
  /** Seconds; absent: no bar is set. */
  readonly bar?: number;
}

const RUNS = 3;
const PEAK_BAR = 1.5 * 1024 ** 3;
/** Words of the texts that growth is measured with; the bars are those of the longest. */
const LENGTHS = [2100, 10_500, 21_000];
/** Tables of the models whose change is planned; 300 have to take less than a second. */
const TABLES = [50, 300, 1000];
const PLAN_BAR = { tables: 300, seconds: 1, ratio: 2 };
/** Up, checks, down, up of a whole database; 300 tables have to take less than 20 seconds. */
const PROOF_BAR = { tables: 300, seconds: 20, ratio: 1.5 };
/** SVG pictures, and how many of them the Mermaid command draws for the comparison. */
const PICTURES = { count: 50, sampled: 10, ratio: 4 };
/** Operations over 20 services whose contracts are emitted and held to our own checks. */
const OPERATIONS = [100, 300, 1000];
const CONTRACT_BAR = { seconds: 2, ratio: 1.5 };
/** Operations of the API descriptions that are compared. */
const SPEC_SIZES = [100, 1000, 4000];
const SPEC_BAR = { operations: 1000, seconds: 2, ratio: 2 };
const GROWTH_BAR = { seconds: 5, ratio: 1.5 };

// `npm run bench`: times the built command line on the marketplace example, each command as a
// process of its own, then the rules alone on longer and longer texts, and compares with the bars.
// Exit status 1 where one is missed.
const root = join(import.meta.dirname, "..");
const scratch = mkdtempSync(join(tmpdir(), "groundplan-bench-"));
try {
  bench();
  reportGrowth(await measureGrowth(LENGTHS));
  reportPlans(measurePlans(TABLES));
  reportProofs(measureProofs(TABLES, scratch));
  reportSpecs(await measureSpecs(SPEC_SIZES));
  reportContracts(await measureContracts(OPERATIONS));
  reportPictures(await measurePictures(PICTURES.count, PICTURES.sampled, scratch));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function bench(): void {
  if (!existsSync(join(root, "dist/cli/main.js"))) {
    throw new Error("there is no dist/cli/main.js: run `npm run build` first");
  }
  cpSync(join(root, "examples"), join(scratch, "examples"), { recursive: true });
  const target = ["examples/marketplace/requirements.md", "--output", "package"];
  const generate = ["generate", ...target, "--architect", "rules"];
  const commands: readonly Command[] = [
    { name: "generate (cold)", args: generate, cold: true },
    { name: "generate (warm)", args: generate },
    { name: "render", args: ["render", "package"], bar: 1 },
    { name: "check --fast", args: ["check", "--fast", "package"], bar: 1.5 },
    { name: "check", args: ["check", "package"], bar: 12 },
  ];
  console.log(row(["command", "median", "bar", "of bar", "peak", "of bar", "exit"]));
  for (const command of commands) report(command, runMedian(command));
}

function runMedian(command: Command): Measurement {
  const cache = join(scratch, "cache");
  const runs = Array.from({ length: RUNS }, () => {
    if (command.cold === true) {
      rmSync(cache, { recursive: true, force: true });
      rmSync(join(scratch, "package"), { recursive: true, force: true });
    }
    return measure(join(root, "dist/cli/main.js"), command.args, scratch, cache);
  });
  const bySeconds = runs.toSorted((a, b) => a.seconds - b.seconds);
  const median = bySeconds[Math.floor(RUNS / 2)];
  if (median === undefined) throw new Error("nothing was run");
  const failed = runs.find(({ status }) => status !== 0);
  return {
    seconds: median.seconds,
    cpuSeconds: median.cpuSeconds,
    peakBytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
    status: failed?.status ?? 0,
    stderr: failed?.stderr ?? "",
  };
}

function report({ name, bar }: Command, { seconds, peakBytes, status, stderr }: Measurement): void {
  console.log(
    row([
      name,
      `${seconds.toFixed(2)} s`,
      bar === undefined ? "–" : `${bar} s`,
      bar === undefined ? "–" : percent(seconds / bar),
      `${Math.round(peakBytes / 1024 ** 2)} MiB`,
      percent(peakBytes / PEAK_BAR),
      String(status),
    ]),
  );
  if (status !== 0) console.log(stderr.trimEnd().split("\n").slice(-5).join("\n"));
  const missed = (bar !== undefined && seconds > bar) || peakBytes > PEAK_BAR;
  if (missed || status !== 0) process.exitCode = 1;
}

/** Time per word may not rise with the length: whatever is slow at 2,100 words would be at 21,000. */
function reportGrowth(measured: readonly Growth[]): void {
  console.log();
  console.log(row(["words", "read", "draft", "together", "bar", "per word"]));
  for (const { words, readSeconds, draftSeconds, ratio } of measured) {
    const seconds = readSeconds + draftSeconds;
    console.log(
      row([
        String(words),
        `${readSeconds.toFixed(2)} s`,
        `${draftSeconds.toFixed(2)} s`,
        `${seconds.toFixed(2)} s`,
        `${GROWTH_BAR.seconds} s`,
        `x ${ratio.toFixed(2)}`,
      ]),
    );
    if (seconds > GROWTH_BAR.seconds || ratio > GROWTH_BAR.ratio) process.exitCode = 1;
  }
}

/** A changed description of an API, read and compared. */
function reportSpecs(measured: readonly SpecGrowth[]): void {
  console.log();
  console.log(row(["operations", "findings", "compare", "bar", "heap", "per operation"]));
  for (const { operations, findings, seconds, heapBytes, ratio } of measured) {
    const isBarred = operations <= SPEC_BAR.operations;
    console.log(
      row([
        String(operations),
        String(findings),
        `${seconds.toFixed(2)} s`,
        isBarred ? `${SPEC_BAR.seconds} s` : "–",
        `${Math.round(heapBytes / 1024 ** 2)} MiB`,
        `x ${ratio.toFixed(2)}`,
      ]),
    );
    if ((isBarred && seconds > SPEC_BAR.seconds) || ratio > SPEC_BAR.ratio) process.exitCode = 1;
  }
}

/** A change of every table, planned for a database that is in use. */
function reportPlans(measured: readonly PlanGrowth[]): void {
  console.log();
  console.log(row(["tables", "files", "plan", "bar", "per table"]));
  for (const { tables, files, seconds, ratio } of measured) {
    const isBarred = tables <= PLAN_BAR.tables;
    const bar = isBarred ? `${PLAN_BAR.seconds} s` : "–";
    const time = `${seconds.toFixed(2)} s`;
    console.log(row([String(tables), String(files), time, bar, `x ${ratio.toFixed(2)}`]));
    if ((isBarred && seconds > PLAN_BAR.seconds) || ratio > PLAN_BAR.ratio) process.exitCode = 1;
  }
}

/** The whole proof of a database, in the engine of this process. */
function reportProofs(measured: readonly ProofGrowth[]): void {
  console.log();
  console.log(row(["tables", "proof", "bar", "processor", "peak", "per table", "exit"]));
  for (const { tables, seconds, cpuSeconds, peakBytes, ratio, status, stderr } of measured) {
    const isBarred = tables <= PROOF_BAR.tables;
    console.log(
      row([
        String(tables),
        `${seconds.toFixed(1)} s`,
        isBarred ? `${PROOF_BAR.seconds} s` : "–",
        `${cpuSeconds.toFixed(1)} s`,
        `${Math.round(peakBytes / 1024 ** 2)} MiB`,
        `x ${ratio.toFixed(2)}`,
        String(status),
      ]),
    );
    if (status !== 0) console.log(stderr.trimEnd().split("\n").slice(-5).join("\n"));
    const isSlow = (isBarred && seconds > PROOF_BAR.seconds) || ratio > PROOF_BAR.ratio;
    if (isSlow || status !== 0) process.exitCode = 1;
  }
}

/** One page for all, against the Mermaid command once for each. */
function reportPictures(measured: PictureSpeed | undefined): void {
  console.log();
  if (measured === undefined) return console.log("pictures: there is no browser to measure with");
  const { count, seconds, commandSeconds } = measured;
  const ratio = commandSeconds / seconds;
  console.log(row(["pictures", "time", "command", "faster", "bar"]));
  console.log(
    row([
      `${count} SVG`,
      `${seconds.toFixed(1)} s`,
      `${commandSeconds.toFixed(1)} s`,
      `x ${ratio.toFixed(1)}`,
      `x ${PICTURES.ratio}`,
    ]),
  );
  if (ratio < PICTURES.ratio) process.exitCode = 1;
}

/** The documents of every service and of the gateway. */
function reportContracts(measured: readonly ContractGrowth[]): void {
  console.log();
  console.log(row(["operations", "emit", "check", "bar", "text", "heap", "each"]));
  for (const { operations, emitSeconds, checkSeconds, bytes, heapBytes, ratio } of measured) {
    console.log(
      row([
        String(operations),
        `${emitSeconds.toFixed(2)} s`,
        `${checkSeconds.toFixed(2)} s`,
        `${CONTRACT_BAR.seconds} s`,
        `${(bytes / 1e6).toFixed(1)} MB`,
        `${Math.round(heapBytes / 1024 ** 2)} MiB`,
        `x ${ratio.toFixed(2)}`,
      ]),
    );
    const isSlow = emitSeconds + checkSeconds > CONTRACT_BAR.seconds;
    if (isSlow || ratio > CONTRACT_BAR.ratio) process.exitCode = 1;
  }
}

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(16) : cell.padStart(9))).join(" ");
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`;
}
