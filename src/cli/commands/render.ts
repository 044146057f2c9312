import type { CommandDefinition } from "../command.ts";

interface Options {
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
    .option("--force", "overwrite generated files that were edited by hand")
    .option("--dry-run", "say what would be written, write nothing")
    .addHelpText("after", EXAMPLES)
    .action(async (root: string, options: Options) => {
      const { host, finish } = context();
      const { render } = await import("../../pipeline/render.ts");
      const { force = false, dryRun = false } = options;
      finish(await render({ root, force, dryRun }, host));
    });
};
