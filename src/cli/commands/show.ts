import { unusableOutcome } from "../../pipeline/run-report.ts";
import type { CommandDefinition } from "../command.ts";

const EXAMPLES = `
Examples:
  $ groundplan show output/marketplace                     what there is
  $ groundplan show architecture output/marketplace
  $ groundplan show flow-place-order output/marketplace
  $ groundplan show ordering/order output/marketplace      one entity
`;

/** `groundplan show`: a table or a diagram of the design, in the terminal. */
export const defineShow: CommandDefinition = (program, context) => {
  program
    .command("show")
    .summary("show a table or a diagram of the design in the terminal")
    .description(
      "Prints a part of a package's design as text: tables, trees of services, sequences, entities. Without a name: the list of what there is.",
    )
    .argument("[what]", "for example architecture, operations, flow-place-order, ordering/order")
    .argument("[package]", "folder of the package", ".")
    .addHelpText("after", EXAMPLES)
    .action(async (what: string | undefined, root: string) => {
      const { host, finish } = context();
      const { show } = await import("../../pipeline/show.ts");
      const shown = await show(what, root, host);
      finish(shown.value === undefined ? unusableOutcome("show", shown) : { output: shown.value });
    });
};
