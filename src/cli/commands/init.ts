import type { CommandDefinition } from "../command.ts";

/** `groundplan init`: a project to start from. */
export const defineInit: CommandDefinition = (program, context) => {
  program
    .command("init")
    .summary("start: requirements to fill in, a config, a CI workflow")
    .description(
      "Writes requirements.md, groundplan.config.json and a workflow. Overwrites nothing.",
    )
    .action(async () => {
      const { host, finish } = context();
      const { initialise } = await import("../../pipeline/initialise.ts");
      finish(await initialise(host));
    });
};
