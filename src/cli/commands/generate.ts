import type { DatabaseEngine } from "../../design/database-engine.ts";
import { databaseEngines } from "../../design/database-engine.ts";
import type { MigrationFormat } from "../../design/migration-format.ts";
import { migrationFormats } from "../../design/migration-format.ts";
import { loadConfig } from "../../pipeline/load-config.ts";
import { unusableOutcome } from "../../pipeline/run-report.ts";
import { withoutUndefined } from "../../util/without-undefined.ts";
import type { CommandDefinition } from "../command.ts";
import { choices } from "../choices.ts";

interface Options {
  readonly output?: string;
  readonly architect?: string;
  readonly persona?: string;
  readonly templates?: string;
  readonly model?: string;
  readonly strict?: boolean;
  readonly record?: string;
  readonly database?: DatabaseEngine;
  readonly migrations?: MigrationFormat;
  readonly openapi?: "3.0" | "3.1";
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

const EXAMPLES = `
Examples:
  $ groundplan generate requirements.md
  $ groundplan generate docs/requirements --output design/shop --openapi 3.1
  $ ANTHROPIC_API_KEY=… groundplan generate requirements.md --architect model

Run it again after the requirements changed: only what follows from the change is written, and
what is not said again (--openapi, --database, --migrations) stays as the package has it.
`;

/** `groundplan generate`: requirements in, package out. */
export const defineGenerate: CommandDefinition = (program, context) => {
  program
    .command("generate")
    .summary("make a design package from requirements")
    .description("Drafts a design from requirements, renders it and proves every part of it.")
    .argument("<files...>", "requirements: Markdown or text files, or folders of them")
    .option("-o, --output <folder>", "folder of the package (default: output/<name>)")
    .option(
      "--architect <who>",
      "rules, model or replay:<folder> (default: model with a key, else rules)",
    )
    .option("--persona <file>", "Markdown file with the persona of the model")
    .option("--templates <folder>", "templates that replace those of groundplan by file name")
    .option("--model <id>", "which model")
    .option("--strict", "fail where the model fails, instead of falling back to the rules")
    .option("--record <folder>", "keep the model's answers, for --architect replay:<folder>")
    .addOption(choices("--database <engine>", "relational engine", databaseEngines))
    .addOption(choices("--migrations <runner>", "form of the migrations", migrationFormats))
    .addOption(choices("--openapi <version>", "version of the specifications", ["3.0", "3.1"]))
    .option("--force", "overwrite what was edited by hand, or made from other requirements")
    .option("--dry-run", "say what would be written, write nothing")
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], options: Options) => {
      const { host, finish } = context();
      // Each command loads only what it needs: an architect is heavy.
      const { chooseArchitect } = await import("../../pipeline/choose-architect.ts");
      const { generate } = await import("../../pipeline/generate.ts");
      const config = await loadConfig(host.files);
      if (config.value === undefined) return finish(unusableOutcome("generate", config));
      const { output, templates, openapi, database, migrations, force, dryRun, ...choice } =
        options;
      const chosen = await chooseArchitect({ ...config.value, ...choice }, host);
      if (chosen.value === undefined) return finish(unusableOutcome("generate", chosen));
      const request = {
        inputs,
        ...withoutUndefined({
          output,
          templates: templates ?? config.value.templates,
          openapi: openapi ?? config.value.openapi,
          database: database ?? config.value.database,
          migrations: migrations ?? config.value.migrations,
        }),
        force: force ?? false,
        dryRun: dryRun ?? false,
        ...chosen.value,
      };
      return finish(await generate(request, host));
    });
};
