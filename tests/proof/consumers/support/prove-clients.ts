import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ExampleDocument } from "./example-documents.ts";
import type { Consumers } from "./find-consumers.ts";

const run = promisify(execFile);

const COMPILER_OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: false,
  noEmit: true,
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable"],
  module: "ESNext",
  moduleResolution: "Bundler",
  skipLibCheck: true,
  types: [],
};

/** What the strict compiler says about the clients that two generators make of each document. */
export async function proveClients(
  consumers: Consumers,
  documents: readonly ExampleDocument[],
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "groundplan-clients-"));
  try {
    symlinkSync(join(consumers.folder, "node_modules"), join(folder, "node_modules"));
    const heyApi = (await consumers.import("@hey-api/openapi-ts/dist/index.mjs")) as HeyApi;
    const typescript = consumers.require("openapi-typescript") as OpenapiTypescript;
    for (const [index, { root }] of documents.entries()) {
      const own = join(folder, `document-${index}`);
      mkdirSync(own);
      const tree = await typescript.default(structuredClone(root), { silent: true });
      const types = typescript.astToString(tree);
      writeFileSync(join(own, "types.ts"), types);
      await heyApi.createClient({
        input: structuredClone(root),
        output: join(own, "client"),
        plugins: ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk"],
        logs: { level: "silent" },
      });
    }
    const config = { compilerOptions: COMPILER_OPTIONS, include: ["document-*/**/*.ts"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    return await compile(consumers, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface HeyApi {
  createClient(config: object): Promise<unknown>;
}

interface OpenapiTypescript {
  default(schema: unknown, options: object): Promise<unknown>;
  astToString(tree: unknown): string;
}

/** What the compiler prints; nothing where all is well. */
async function compile(consumers: Consumers, folder: string): Promise<string> {
  try {
    await run(process.execPath, [consumers.command("tsc"), "-p", folder], {
      maxBuffer: 64 * 1024 * 1024,
    });
    return "";
  } catch (error) {
    const printed = typeof error === "object" && error !== null && "stdout" in error;
    return printed ? String(error.stdout) : String(error);
  }
}
