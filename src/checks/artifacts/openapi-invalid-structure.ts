import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { invalidStructure } from "./openapi/invalid-structure.ts";
import { locate } from "./openapi/locate.ts";
import { type OpenapiDocument, readDocuments, safeDocuments } from "./openapi/openapi-documents.ts";
import { shortMessage } from "./openapi/short-message.ts";

/** The schema of OpenAPI itself, through swagger-parser. */
export const openapiInvalidStructureCheck: ArtifactCheck = {
  cost: "slow",
  async check(artifacts) {
    const diagnostics: Diagnostic[] = [];
    for (const read of readDocuments(artifacts)) {
      if (!("problem" in read)) continue;
      const { path } = read.artifact;
      const { subject } = locate(read.artifact, "");
      const locator = read.line === undefined ? {} : { locator: { line: read.line } };
      const problem = shortMessage(read.problem);
      diagnostics.push(
        invalidStructure(subject, { path, problem }, { artifact: { path, ...locator } }),
      );
    }
    for (const document of safeDocuments(artifacts)) {
      diagnostics.push(...(await validate(document)));
    }
    return diagnostics;
  },
};

async function validate({ artifact, root }: OpenapiDocument): Promise<readonly Diagnostic[]> {
  const { default: SwaggerParser } = await import("@apidevtools/swagger-parser");
  try {
    await SwaggerParser.validate(structuredClone(root) as never, {
      mutateInputSchema: false,
      resolve: { external: false, file: false, http: false },
      dereference: { circular: "ignore" },
    });
    return [];
  } catch (error) {
    return problemsOf(error).map(({ pointer, problem }) => {
      const { subject, details } = locate(artifact, pointer);
      return invalidStructure(
        subject,
        { path: artifact.path, problem: shortMessage(problem) },
        details,
      );
    });
  }
}

interface Problem {
  readonly pointer: string;
  readonly problem: string;
}

/** Only the innermost failures: every schema around one fails with it. */
function problemsOf(error: unknown): readonly Problem[] {
  const details =
    typeof error === "object" && error !== null && "details" in error ? error.details : [];
  const problems = (Array.isArray(details) ? details : []).flatMap(toProblem);
  const depth = Math.max(0, ...problems.map(({ pointer }) => pointer.split("/").length));
  const innermost = problems.filter(
    ({ pointer }, index) =>
      (pointer.split("/").length === depth ||
        !problems.some((other) => other.pointer.startsWith(`${pointer}/`))) &&
      problems.findIndex((other) => other.pointer === pointer) === index,
  );
  if (innermost.length > 0) return innermost;
  return [{ pointer: "", problem: error instanceof Error ? error.message : String(error) }];
}

function toProblem(detail: unknown): readonly Problem[] {
  if (typeof detail !== "object" || detail === null) return [];
  const { instancePath, message, params } = detail as Readonly<Record<string, unknown>>;
  if (typeof instancePath !== "string" || typeof message !== "string") return [];
  return [
    { pointer: instancePath, problem: `${message} ${nameOf(params)} at ${instancePath || "/"}` },
  ];
}

function nameOf(params: unknown): string {
  if (typeof params !== "object" || params === null) return "";
  return "additionalProperty" in params ? `(${String(params.additionalProperty)})` : "";
}
