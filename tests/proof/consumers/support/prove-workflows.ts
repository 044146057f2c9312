import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "yaml";
import { yamlText } from "../../../../src/artifacts/yaml-text.ts";
import { recordOf } from "../../../../src/checks/artifacts/openapi/record-of.ts";
import type { ExampleDocument } from "./example-documents.ts";
import type { Consumers } from "./find-consumers.ts";
import { startPrism } from "./prism-server.ts";

const run = promisify(execFile);

interface Passed {
  readonly passed: number;
  readonly total: number;
}

/** How the workflows of a document went, and what Redocly respect printed. */
export interface WorkflowProof {
  readonly workflows: Passed;
  readonly checks: Passed;
  readonly output: string;
}

/** Makes a workflow of each operation and runs them all against Prism's mock of the document. */
export async function proveWorkflows(
  consumers: Consumers,
  { root }: ExampleDocument,
): Promise<WorkflowProof> {
  const folder = mkdtempSync(join(tmpdir(), "groundplan-workflows-"));
  const server = await startPrism(consumers, root);
  const redocly = consumers.command("redocly");
  const env = { PATH: process.env["PATH"], HOME: folder, REDOCLY_TELEMETRY: "off", NO_COLOR: "1" };
  async function call(...args: readonly string[]): Promise<string> {
    try {
      const options = { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 };
      const { stdout, stderr } = await run(process.execPath, [redocly, ...args], options);
      return `${stdout}${stderr}`;
    } catch (error) {
      const { stdout, stderr } = recordOf(error);
      return `${String(stdout)}${String(stderr)}`;
    }
  }
  try {
    const served = { ...root, servers: [{ url: server.url }] };
    writeFileSync(join(folder, "api.yaml"), yamlText(served));
    const made = await call("generate-arazzo", "api.yaml", "-o", "workflows.arazzo.yaml");
    const workflows = readWorkflows(join(folder, "workflows.arazzo.yaml"), made);
    writeFileSync(join(folder, "workflows.arazzo.yaml"), yamlText(withOneProof(workflows)));
    const inputs = inputsOf(workflows).flatMap((name) => ["--input", `${name}=example`]);
    const output = await call("respect", "workflows.arazzo.yaml", ...inputs);
    const passed = { workflows: passedOf(output, "Workflows"), checks: passedOf(output, "Checks") };
    return { ...passed, output };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function readWorkflows(path: string, made: string): unknown {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch {
    throw new Error(`Redocly made no workflows: ${made}`);
  }
}

/** The generator uses every alternative of `security` at once, and declares an input for the first. */
function withOneProof(workflows: unknown): unknown {
  return JSON.parse(
    JSON.stringify(workflows, (key, value: unknown) =>
      key === "x-security" && Array.isArray(value) ? value.slice(0, 1) : value,
    ),
  );
}

function inputsOf(workflows: unknown): readonly string[] {
  const inputs = recordOf(recordOf(recordOf(workflows)["components"])["inputs"]);
  return Object.values(inputs).flatMap((input) =>
    Object.keys(recordOf(recordOf(input)["properties"])),
  );
}

/** Of `Checks: 29 passed, 1 failed, 30 total`. */
function passedOf(output: string, what: string): Passed {
  const line = new RegExp(`^\\s*${what}:(.*)$`, "m").exec(output)?.[1] ?? "";
  const count = (word: string) => Number(new RegExp(`([0-9]+) ${word}`).exec(line)?.[1] ?? 0);
  return { passed: count("passed"), total: count("total") };
}
