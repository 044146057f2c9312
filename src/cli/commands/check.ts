import type { CommandDefinition } from "../command.ts";

const EXAMPLES = `
Examples:
  $ groundplan check                          every package under output/
  $ groundplan check output/marketplace --fast
  $ groundplan check --format github          in a workflow: annotations on the lines

What a code means: groundplan explain <code>
`;

/** `groundplan check`: are the committed packages valid and still true? */
export const defineCheck: CommandDefinition = (program, context) => {
  program
    .command("check")
    .summary("check that packages are valid and have not drifted")
    .description(
      "Renders every package again in memory, compares it with what is committed, and lets real engines look at it: OpenAPI validators, SQL parsers, a database, the parser of Mermaid.",
    )
    .argument("[packages...]", "folders of packages (default: this one, or all under output/)")
    .option("--fast", "own rules and drift only, no engines")
    .addHelpText("after", EXAMPLES)
    .action(async (roots: readonly string[], options: { readonly fast?: boolean }) => {
      const { host, finish } = context();
      const { check } = await import("../../pipeline/check.ts");
      const depth = options.fast === true ? "fast" : "full";
      finish(await check({ roots, depth }, host));
    });
};
