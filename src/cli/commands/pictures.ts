import type { PictureFormat, PictureTheme } from "../../engines/pictures/picture.ts";
import { withoutUndefined } from "../../util/without-undefined.ts";
import { choices } from "../choices.ts";
import type { CommandDefinition } from "../command.ts";

interface Options {
  readonly as: PictureFormat;
  readonly theme: PictureTheme;
  readonly output?: string;
}

const EXAMPLES = `
Examples:
  $ groundplan pictures output/marketplace              SVG, in output/marketplace/pictures/
  $ groundplan pictures --as png --theme dark -o slides
`;

/** `groundplan pictures`: the diagrams of a package, drawn. */
export const definePictures: CommandDefinition = (program, context) => {
  program
    .command("pictures")
    .summary("draw the diagrams of a package: SVG, PNG or PDF")
    .description(
      "Draws diagrams/*.mmd in a browser of this machine that reaches no network; without one, a simpler renderer draws SVG. PNG and PDF are made through @mermaid-js/mermaid-cli where it is installed. Pictures are no part of the lock: check neither needs them nor looks at them.",
    )
    .argument("[package]", "folder of the package", ".")
    .addOption(choices("--as <kind>", "kind of picture", ["svg", "png", "pdf"]).default("svg"))
    .addOption(
      choices("--theme <name>", "colours; auto follows the reader's system (SVG only)", [
        "auto",
        "light",
        "dark",
      ]).default("auto"),
    )
    .option("-o, --output <folder>", "where to (default: pictures/ in the package)")
    .addHelpText("after", EXAMPLES)
    .action(async (root: string, { as: format, theme, output }: Options) => {
      const { host, finish } = context();
      const { pictures } = await import("../../pipeline/pictures.ts");
      finish(await pictures({ root, format, theme, ...withoutUndefined({ output }) }, host));
    });
};
