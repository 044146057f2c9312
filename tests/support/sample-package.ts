import type { MemoryHost, MemoryHostOptions } from "../../src/host/memory.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { check } from "../../src/pipeline/check.ts";
import type { GenerateRequest } from "../../src/pipeline/generate-request.ts";
import { generate } from "../../src/pipeline/generate.ts";
import type { RunReport } from "../../src/pipeline/run-report.ts";
import { stubArchitect } from "./stub-architect.ts";

/** Requirements that can be read; the stub drafts its own Design whatever they say. */
export const REQUIREMENTS = `# Library

As a member, I want to borrow a book so that I can read it at home.

- A book has a title and an author.
- The librarian must be able to add books.
`;

export const ROOT = "output/library";

export const SYSTEM = `${ROOT}/design/system.json`;

type Tree = Readonly<Record<string, string | Uint8Array>>;

/** A host with the assets of this groundplan and the requirements of the sample. */
export function sampleHost(files: Tree = {}, options: MemoryHostOptions = {}): MemoryHost {
  const { assets } = createNodeHost({ quiet: true });
  const given = { "library/requirements.md": REQUIREMENTS, ...files };
  return createMemoryHost({ assets, ...options, files: given });
}

/** `generate` with a stub, own rules only. */
export function generateSample(
  host: MemoryHost,
  request: Partial<GenerateRequest> = {},
): Promise<RunReport> {
  return generate(
    {
      inputs: ["library/requirements.md"],
      architect: stubArchitect(),
      persona: "0".repeat(64),
      force: false,
      dryRun: false,
      depth: "fast",
      ...request,
    },
    host,
  );
}

let sample: Promise<Readonly<Record<string, string>>> | undefined;

/** The files of the sample's package and its requirements, from the working folder. */
export function sampleTree(): Promise<Readonly<Record<string, string>>> {
  sample ??= makeSample();
  return sample;
}

/** A host on which the sample is generated, with some files changed or (`undefined`) removed. */
export async function packageHost(
  changes: Readonly<Record<string, string | undefined>> = {},
  options: MemoryHostOptions = {},
): Promise<MemoryHost> {
  const entries = Object.entries({ ...(await sampleTree()), ...changes });
  const files = entries.filter((entry): entry is [string, string] => entry[1] !== undefined);
  const { assets } = createNodeHost({ quiet: true });
  return createMemoryHost({ assets, ...options, files: Object.fromEntries(files) });
}

/** Every file of a host as text, by its path from the working folder. */
export function treeOf(host: MemoryHost): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(host.snapshot()).map(([path, bytes]) => [
      path.replace(/^\/desk\//, ""),
      new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
    ]),
  );
}

/** The text of a file that must be there. */
export function textAt(tree: Readonly<Record<string, string>>, path: string): string {
  const text = tree[path];
  if (text === undefined) throw new Error(`there is no ${path}`);
  return text;
}

/** The codes of a report, each once. */
export function codesOf({ diagnostics }: Pick<RunReport, "diagnostics">): readonly string[] {
  return [...new Set(diagnostics.map(({ code }) => code))].sort();
}

/** Every package of a host, own rules only. */
export function checkAll(host: MemoryHost): Promise<RunReport> {
  return check({ roots: [], depth: "fast" }, host);
}

/** What differs from the sample. */
export async function changedPaths(host: MemoryHost): Promise<readonly string[]> {
  const before = await sampleTree();
  const after = treeOf(host);
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => before[path] !== after[path]);
}

/** The document of the system with one text put for another, which must be there. */
export async function editedSystem(
  from: string,
  to: string,
): Promise<Readonly<Record<string, string>>> {
  const text = textAt(await sampleTree(), SYSTEM);
  if (!text.includes(from)) throw new Error(`the sample does not say ${from}`);
  return { [SYSTEM]: text.replace(from, to) };
}

async function makeSample(): Promise<Readonly<Record<string, string>>> {
  const host = sampleHost();
  const report = await generateSample(host);
  const errors = report.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`the sample has errors: ${JSON.stringify(errors[0])}`);
  return treeOf(host);
}
