import { unusableOutcome } from "../../pipeline/run-report.ts";
import type { CommandDefinition } from "../command.ts";

/** `groundplan explain`: the page of a code. */
export const defineExplain: CommandDefinition = (program, context) => {
  program
    .command("explain")
    .summary("say what a code of a finding means and how to fix it")
    .description("Prints the page of a code: what, why, how to fix. Without a code: all codes.")
    .argument("[code]", "for example drift/edited")
    .action(async (code: string | undefined) => {
      const { host, finish } = context();
      const { explain } = await import("../../pipeline/explain.ts");
      const page = await explain(code, host.assets);
      finish(page.value === undefined ? unusableOutcome("explain", page) : { output: page.value });
    });
};
