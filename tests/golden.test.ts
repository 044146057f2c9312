import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, expect, test } from "vitest";
import { createRulesArchitect } from "../src/architects/rules/rules-architect.ts";
import type { Artifact } from "../src/artifacts/artifact.ts";
import { jsonSchemas } from "../src/design/json-schemas.ts";
import { loadDesign } from "../src/design/load-design.ts";
import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import { emitters } from "../src/emitters/registry.generated.ts";
import type { MemoryHost } from "../src/host/memory.ts";
import { emitDesign, emitPackage } from "../src/pipeline/emit-package.ts";
import { optionsOf } from "../src/pipeline/options-of.ts";
import { loadTemplates } from "../src/pipeline/load-templates.ts";
import { readPackage } from "../src/pipeline/read-package.ts";
import { runArtifactChecks } from "../src/pipeline/run-artifact-checks.ts";
import { generateSample, sampleHost, textAt, treeOf } from "./support/sample-package.ts";
import type { GoldenRecord } from "./support/contract/goldens.ts";
import { findGoldenProblems, readGoldenScope } from "./support/contract/goldens.ts";

const GOLDEN = join(import.meta.dirname, "golden");
const CASES = ["meters", "rooms"] as const;
const LOCK = "groundplan.lock.json";

/** The engine, not ours, that looks at what an emitter makes in `runArtifactChecks`. */
const ENGINES: Readonly<Record<string, string>> = {
  analytics: "a parser of ClickHouse and ajv",
  asyncapi: "the parser of AsyncAPI",
  docs: "micromark and mdast",
  graphql: "graphql-js and a federation composer",
  mermaid: "mermaid",
  operations: "the grammar of Prometheus",
  openapi: "swagger-parser, Redocly, Spectral and ajv",
  sql: "PGlite, libpg-query and SQLite",
};

const records: GoldenRecord[] = [];

// The whole package of a small case, file by file. `npm run test:update` writes them anew: read
// the difference before you commit it.
for (const name of CASES) {
  let host: MemoryHost;
  let tree: Readonly<Record<string, string>>;
  let findings: readonly Diagnostic[];

  beforeAll(async () => {
    const requirements = readFileSync(join(GOLDEN, name, "requirements.md"), "utf8");
    host = sampleHost({ [`${name}/requirements.md`]: requirements });
    const report = await generateSample(host, {
      inputs: [`${name}/requirements.md`],
      architect: createRulesArchitect(),
    });
    expect(report.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const root = `output/${name}/`;
    const files = Object.entries(treeOf(host)).filter(([path]) => path.startsWith(root));
    tree = Object.fromEntries(files.map(([path, text]) => [path.slice(root.length), text]));
  });

  test(`${name}: every engine takes what the emitters make`, async () => {
    const { value: stored } = await readPackage(host.files, `output/${name}`);
    const { value: design } = loadDesign(stored?.documents ?? new Map());
    if (stored === undefined || design === undefined) throw new Error("no package was written");
    const options = optionsOf(stored, await loadTemplates(host.assets));
    const { artifacts } = await emitPackage(design, options);
    const supergraph = artifacts.filter(({ kind }) => kind === "supergraph");
    const made = emitters.map(({ id, emit }) => {
      const own = emit(design, options).artifacts;
      return { id, artifacts: id === "graphql" ? [...own, ...supergraph] : own };
    });
    findings = await runArtifactChecks(artifacts, design, host, "full");
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    for (const { id, artifacts: own } of made) {
      const record = {
        case: name,
        emitter: id,
        paths: pathsOf(own),
        executedBy: ENGINES[id] ?? "",
      };
      records.push(
        id === "sql"
          ? {
              ...record,
              dialect: design.system.stores.find(({ kind }) => kind === "relational")?.engine ?? "",
            }
          : record,
      );
    }
    validateDesign(tree);
    const paths = pathsOf(emitDesign(design));
    records.push({ case: name, emitter: "design", paths, executedBy: "ajv" });
    const own = records.filter((record) => record.case === name);
    expect(own.flatMap((record) => record.paths).sort()).toEqual(
      Object.keys(tree)
        .filter((path) => path !== LOCK)
        .sort(),
    );
  }, 120_000);

  test(`${name}: every file is what is committed`, async () => {
    for (const [path, text] of Object.entries(tree)) {
      // The lock holds digests of the persona and the templates: it says nothing about this case.
      if (path === LOCK) continue;
      await expect(text, path).toMatchFileSnapshot(join(GOLDEN, name, "expected", path));
    }
  });
}

test("every emitter and dialect has a golden that an engine took, and no golden is an orphan", () => {
  expect(findGoldenProblems(records, readGoldenScope())).toEqual([]);
});

function pathsOf(artifacts: readonly Artifact[]): readonly string[] {
  return artifacts.map(({ path }) => path);
}

/** The stored design under the schemas that lie beside it, by a validator that is not ours. */
function validateDesign(tree: Readonly<Record<string, string>>): void {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const schemas = Object.keys(jsonSchemas()).map((file) => `design/schema/${file}`);
  const validators = new Map(
    schemas.map((path) => [path, ajv.compile(JSON.parse(textAt(tree, path)) as object)]),
  );
  const documents = Object.keys(tree).filter(
    (path) => path.startsWith("design/") && !schemas.includes(path),
  );
  expect(documents.length).toBeGreaterThan(1);
  for (const path of documents) {
    const kind = path === "design/system.json" ? "system" : "context";
    const validate = validators.get(`design/schema/${kind}.schema.json`);
    expect(validate?.(JSON.parse(textAt(tree, path))), path).toBe(true);
  }
}
