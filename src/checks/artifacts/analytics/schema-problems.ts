import { fromPointer } from "../../../util/json-pointer.ts";
import type { Problem } from "../operations/problem.ts";

/** What a validator of JSON Schema (Ajv) has against a document. */
export async function schemaProblems(
  schema: string,
  document: unknown,
): Promise<readonly Problem[]> {
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  const ajv = new Ajv2020({ allErrors: true });
  if (ajv.validate(JSON.parse(schema) as object, document)) return [];
  return (ajv.errors ?? []).map(({ instancePath, message }) => ({
    tokens: fromPointer(instancePath),
    problem: `${instancePath === "" ? "it" : instancePath} ${message ?? "is not valid"}`,
  }));
}
