import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { type FoundExample, findExamples } from "./openapi/find-examples.ts";
import { invalidExample } from "./openapi/invalid-example.ts";
import { locate } from "./openapi/locate.ts";
import { type OpenapiDocument, safeDocuments } from "./openapi/openapi-documents.ts";
import { shortMessage } from "./openapi/short-message.ts";

/** Who gives an example, and what marks the properties that only the other side gives. */
const SIDES = [
  ["request", "readOnly"],
  ["response", "writeOnly"],
  ["any", undefined],
] as const;

/** Every example against its schema, through ajv. */
export const openapiInvalidExampleCheck: ArtifactCheck = {
  cost: "slow",
  async check(artifacts) {
    const diagnostics: Diagnostic[] = [];
    for (const document of safeDocuments(artifacts)) {
      const problemOf = await createValidator(document);
      for (const example of findExamples(document.root)) {
        const problem = problemOf(example);
        if (problem === undefined) continue;
        const { subject, details } = locate(document.artifact, problem.pointer);
        const args = { path: document.artifact.path, problem: shortMessage(problem.words) };
        diagnostics.push(invalidExample(subject, args, details));
      }
    }
    return diagnostics;
  },
};

interface ExampleProblem {
  readonly pointer: string;
  readonly words: string;
}

async function createValidator({
  root,
  version,
}: OpenapiDocument): Promise<(example: FoundExample) => ExampleProblem | undefined> {
  const { addFormats, Ajv, Ajv2020 } = await loadAjv();
  const options = {
    strict: false,
    allErrors: false,
    validateSchema: false,
    logger: false,
  } as const;
  // A schema of 3.0 is close to draft 4 plus `nullable`, which ajv knows; 3.1 is draft 2020-12.
  const ajv = version === "3.1" ? new Ajv2020(options) : new Ajv(options);
  addFormats(ajv);
  ajv.addFormat("decimal", /^-?[0-9]+(?:\.[0-9]+)?$/);
  for (const [side, unused] of SIDES) {
    ajv.addSchema(withoutDemand(root, unused) as object, `${side}.json`);
  }
  return function problemOf({ value, pointer, schemaPointer, side }) {
    try {
      const validate = ajv.getSchema(`${side}.json#${toFragment(schemaPointer)}`);
      if (validate === undefined || validate(value) === true) return undefined;
      const [error] = validate.errors ?? [];
      const { message = "is wrong", instancePath = "" } = error ?? {};
      return {
        pointer: `${pointer}${instancePath}`,
        words: `${message} at ${instancePath || "/"}`,
      };
    } catch (error) {
      return { pointer, words: error instanceof Error ? error.message : String(error) };
    }
  };
}

async function loadAjv() {
  const [{ Ajv }, { Ajv2020 }, formats] = await Promise.all([
    import("ajv"),
    import("ajv/dist/2020.js"),
    import("ajv-formats"),
  ]);
  return { Ajv, Ajv2020, addFormats: formats.default.default };
}

/** A copy where a property that the other side of the exchange gives is not required (OAS 3.0.3, Schema Object). */
function withoutDemand(value: unknown, unused: string | undefined): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withoutDemand(item, unused));
  const copy: Record<string, unknown> = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withoutDemand(item, unused)]),
  );
  const { required, properties } = copy;
  if (unused !== undefined && Array.isArray(required)) {
    copy["required"] = required.filter((name) => step(step(properties, name), unused) !== true);
  }
  return copy;
}

function step(value: unknown, key: unknown): unknown {
  if (typeof value !== "object" || value === null || typeof key !== "string") return undefined;
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function toFragment(pointer: string): string {
  return pointer.split("/").map(encodeURIComponent).join("/");
}
