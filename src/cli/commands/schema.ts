import type { CommandDefinition } from "../command.ts";

const NAMES = ["system", "context", "config"];

/** `groundplan schema`: the JSON Schema of a file. */
export const defineSchema: CommandDefinition = (program, context) => {
  program
    .command("schema")
    .summary("print the JSON Schema of a file")
    .description("Prints the JSON Schema of a file that a person may write or edit.")
    .addArgument(program.createArgument("<name>", "which file").choices(NAMES))
    .action(async (name: string) => {
      const { jsonSchemasOfFiles } = await import("../../pipeline/json-schemas-of-files.ts");
      const schemas = jsonSchemasOfFiles();
      context().finish({ output: `${JSON.stringify(schemas[name], undefined, 2)}\n` });
    });
};
