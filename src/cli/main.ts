#!/usr/bin/env node
import { isatty } from "node:tty";
import { createNodeHost } from "../host/node.ts";
import { runCommandLine } from "./run-command-line.ts";

// Whoever reads may stop reading: `groundplan explain | head` is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  createHost: createNodeHost,
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  color: isatty(1) && (process.env["NO_COLOR"] ?? "") === "",
  progress: isatty(2),
});
