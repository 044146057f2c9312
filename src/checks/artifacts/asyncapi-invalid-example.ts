import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { asyncapiDocuments } from "./asyncapi/asyncapi-documents.ts";
import { invalidMessageExample } from "./asyncapi/invalid-example.ts";
import { externalReferences } from "./openapi/external-references.ts";
import { locate } from "./openapi/locate.ts";
import { shortMessage } from "./openapi/short-message.ts";

type Json = Readonly<Record<string, unknown>>;

const SIDES = ["payload", "headers"] as const;

/** Every example of a message against its payload and headers, through ajv. */
export const asyncapiInvalidExampleCheck: ArtifactCheck = {
  cost: "slow",
  async check(artifacts) {
    const diagnostics: Diagnostic[] = [];
    for (const document of asyncapiDocuments(artifacts)) {
      if ("problem" in document || externalReferences(document.root).length > 0) continue;
      const { artifact, root } = document;
      const problemOf = await createValidator(root);
      for (const { value, at, schema } of examplesOf(root)) {
        const problem = problemOf(value, schema);
        if (problem === undefined) continue;
        const { subject, details } = locate(artifact, toPointer(at));
        const args = { path: artifact.path, problem: shortMessage(problem) };
        diagnostics.push(invalidMessageExample(subject, args, details));
      }
    }
    return diagnostics;
  },
};

interface MessageExample {
  readonly value: unknown;
  readonly at: readonly (string | number)[];
  /** Where its schema stands. */
  readonly schema: readonly string[];
}

function examplesOf(root: Json): readonly MessageExample[] {
  const messages = asRecord(asRecord(root["components"])["messages"]);
  return Object.entries(messages).flatMap(([name, message]) => {
    const { examples } = asRecord(message);
    const list: readonly unknown[] = Array.isArray(examples) ? examples : [];
    const tokens = ["components", "messages", name];
    return list.flatMap((example, index) =>
      SIDES.flatMap((side): readonly MessageExample[] => {
        const value = asRecord(example)[side];
        if (value === undefined || asRecord(message)[side] === undefined) return [];
        return [{ value, at: [...tokens, "examples", index, side], schema: [...tokens, side] }];
      }),
    );
  });
}

async function createValidator(
  root: Json,
): Promise<(value: unknown, schema: readonly string[]) => string | undefined> {
  const [{ Ajv }, formats] = await Promise.all([import("ajv"), import("ajv-formats")]);
  const ajv = new Ajv({ strict: false, validateSchema: false, logger: false });
  formats.default.default(ajv);
  ajv.addFormat("decimal", /^-?[0-9]+(?:\.[0-9]+)?$/);
  // `id` of the document is no `$id` of a schema.
  ajv.addSchema({ components: root["components"] }, "document.json");
  return function problemOf(value, schema) {
    try {
      const pointer = toPointer(schema).split("/").map(encodeURIComponent).join("/");
      const validate = ajv.getSchema(`document.json#${pointer}`);
      if (validate === undefined || validate(value) === true) return undefined;
      const { message = "is wrong", instancePath = "" } = validate.errors?.[0] ?? {};
      return `${message} at ${instancePath || "/"}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
}

function asRecord(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}
