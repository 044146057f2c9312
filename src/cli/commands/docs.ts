import { withoutUndefined } from "../../util/without-undefined.ts";
import type { CommandDefinition } from "../command.ts";

const EXAMPLES = `
Examples:
  $ groundplan docs output/marketplace        a site in output/marketplace/site
  $ groundplan docs -o public                 the package in this folder, its site in public/

The site opens from the file system, loads nothing from elsewhere, and needs no browser to be made.
`;

/** `groundplan docs`: a site to read a package in a browser. */
export const defineDocs: CommandDefinition = (program, context) => {
  program
    .command("docs")
    .summary("make an offline site of a package")
    .description(
      "Makes a static site of a package: its documents, an API reference, a page for each table, diagrams to zoom, requirements with what they led to, and search.",
    )
    .argument("[package]", "folder of the package", ".")
    .option("-o, --output <folder>", "folder of the site (default: site/ in the package)")
    .addHelpText("after", EXAMPLES)
    .action(async (root: string, options: { readonly output?: string }) => {
      const { host, finish } = context();
      const { docs } = await import("../../pipeline/docs.ts");
      finish(await docs({ root, ...withoutUndefined({ output: options.output }) }, host));
    });
};
