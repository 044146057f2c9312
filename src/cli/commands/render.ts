import { loadConfig } from "../../pipeline/load-config.ts";
import { unusableOutcome } from "../../pipeline/run-report.ts";
import { withoutUndefined } from "../../util/without-undefined.ts";
import type { CommandDefinition } from "../command.ts";

interface Options {
  readonly templates?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

const EXAMPLES = `
Examples:
  $ groundplan render output/marketplace      after an edit of output/marketplace/design/
  $ groundplan render --dry-run               in the folder of the package
`;

/** `groundplan render`: the stored design, rendered again. */
export const defineRender: CommandDefinition = (program, context) => {
  program
    .command("render")
    .summary("render a package again after its design was edited")
    .description("Renders the design of a package again. A design with errors is not rendered.")
    .argument("[package]", "folder of the package", ".")
    .option("--templates <folder>", "templates that replace those of groundplan by file name")
    .option("--force", "overwrite generated files that were edited by hand")
    .option("--dry-run", "say what would be written, write nothing")
    .addHelpText("after", EXAMPLES)
    .action(async (root: string, options: Options) => {
      const { host, finish } = context();
      const { render } = await import("../../pipeline/render.ts");
      const config = await loadConfig(host.files);
      if (config.value === undefined) return finish(unusableOutcome("render", config));
      const { force = false, dryRun = false } = options;
      const templates = options.templates ?? config.value.templates;
      return finish(
        await render({ root, force, dryRun, ...withoutUndefined({ templates }) }, host),
      );
    });
};
