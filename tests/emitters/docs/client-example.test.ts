import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import type { Design } from "../../../src/design/design.ts";
import { docsEmitter } from "../../../src/emitters/docs/emitter.ts";
import { openapiEmitter } from "../../../src/emitters/openapi/emitter.ts";
import { committedDesigns } from "../../support/committed-designs.ts";
import { editDesign } from "../../support/edit-design.ts";
import { emitOptions } from "../../support/emit-options.ts";
import { readTemplates } from "../../support/read-templates.ts";
import { sampleDesign } from "../../support/sample-design.ts";

const TOOLS = join(import.meta.dirname, "../../consumers/node_modules");
const run = promisify(execFile);

const designs: readonly (readonly [string, () => Design])[] = [
  ...committedDesigns(),
  ["sample", sampleDesign],
  ["sample, versions in a header", () => versioned("header")],
  ["sample, versions in the media type", () => versioned("media-type")],
  [
    "sample, pages by offset",
    () => editDesign(({ system }) => void (system.api.pagination.style = "offset")),
  ],
];

describe.skipIf(!existsSync(join(TOOLS, ".bin/tsc")))("the client of the API guide", () => {
  const folder = mkdtempSync(join(tmpdir(), "groundplan-client-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test(
    "is written for the contract and holds under strict types",
    { timeout: 120_000 },
    async () => {
      symlinkSync(TOOLS, join(folder, "node_modules"), "dir");
      writeFileSync(
        join(folder, "environment.d.ts"),
        "declare const process: { readonly env: Readonly<Record<string, string | undefined>> };\n",
      );
      for (const [index, [name, design]] of designs.entries()) {
        const place = join(folder, `client-${index}`);
        mkdirSync(place);
        const { contract, client } = guideOf(design());
        expect(client, name).toContain("createClient<paths>");
        writeFileSync(join(place, "contract.yaml"), contract);
        writeFileSync(join(place, "client.ts"), client);
        await run(
          join(TOOLS, ".bin/openapi-typescript"),
          [join(place, "contract.yaml"), "--output", join(place, "api.ts")],
          { cwd: folder },
        );
      }
      writeFileSync(
        join(folder, "tsconfig.json"),
        JSON.stringify({
          compilerOptions: {
            strict: true,
            noEmit: true,
            module: "esnext",
            moduleResolution: "bundler",
            target: "es2022",
            lib: ["es2023", "dom", "dom.iterable"],
            types: [],
            skipLibCheck: true,
            allowImportingTsExtensions: true,
          },
        }),
      );
      const outcome = await run(join(TOOLS, ".bin/tsc"), ["-p", folder]).catch(
        (error: { readonly stdout: string }) => error,
      );
      expect(outcome.stdout).toBe("");
    },
  );
});

function versioned(scheme: "header" | "media-type"): Design {
  return editDesign(({ system }) => void (system.api.versioning.scheme = scheme));
}

/** The program of the guide, and the contract that it names. */
function guideOf(design: Design): { readonly contract: string; readonly client: string } {
  const options = emitOptions(readTemplates());
  const documents = docsEmitter.emit(design, options).artifacts;
  const guide = documents.find(({ path }) => path === "docs/api-guide.md")?.text ?? "";
  const path = /^npx openapi-typescript (\S+)/m.exec(guide)?.[1];
  const contracts = openapiEmitter.emit(design, options).artifacts;
  return {
    contract: contracts.find((artifact) => artifact.path === path)?.text ?? "",
    client: /^```ts\n([\s\S]*?)^```/m.exec(guide)?.[1] ?? "",
  };
}
