#!/usr/bin/env node
import { isatty } from "node:tty";
import { setFlagsFromString } from "node:v8";
import { unfitNode } from "./unfit-node.ts";

// The database is WebAssembly that runs for a second or two: to compile it again for speed takes
// 0.8 GB at the peak and is slower in the end. At run time a flag does not imply the others.
for (const flag of ["--liftoff-only", "--no-wasm-tier-up", "--no-wasm-dynamic-tiering"]) {
  setFlagsFromString(flag);
}

// Whoever reads may stop reading: `groundplan explain | head` is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const unfit = unfitNode(process.versions.node);
if (unfit === undefined) {
  process.exitCode = await run();
} else {
  process.stderr.write(unfit);
  process.exitCode = 2;
}

/** Loads the rest only now: an older Node may not be able to. */
async function run(): Promise<number> {
  const { createNodeHost } = await import("../host/node.ts");
  const { runCommandLine } = await import("./run-command-line.ts");
  return runCommandLine(process.argv.slice(2), {
    createHost: createNodeHost,
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    color: isatty(1) && (process.env["NO_COLOR"] ?? "") === "",
    progress: isatty(2),
  });
}
