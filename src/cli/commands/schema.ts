import { jsonSchemasOfFiles } from "../../pipeline/json-schemas-of-files.ts";
import type { CommandDefinition } from "../command.ts";

/** `groundplan schema`: the JSON Schema of a file. */
export const defineSchema: CommandDefinition = (program, context) => {
  const schemas = jsonSchemasOfFiles();
  program
    .command("schema")
    .summary("print the JSON Schema of a file")
    .description("Prints the JSON Schema of a file that a person may write or edit.")
    .addArgument(program.createArgument("<name>", "which file").choices(Object.keys(schemas)))
    .action((name: string) => {
      context().finish({ output: `${JSON.stringify(schemas[name], undefined, 2)}\n` });
    });
};
