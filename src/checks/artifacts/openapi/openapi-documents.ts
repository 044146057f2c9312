import { parseDocument } from "yaml";
import type { Artifact } from "../../../artifacts/artifact.ts";
import { externalReferences } from "./external-references.ts";

/** A parsed OpenAPI document. */
export interface OpenapiDocument {
  readonly artifact: Artifact;
  /** JSON data; not to be changed, checks share it. */
  readonly root: Readonly<Record<string, unknown>>;
  readonly version: "3.0" | "3.1";
}

/** What an OpenAPI artifact turned out to be. */
export type ReadDocument =
  | OpenapiDocument
  | { readonly artifact: Artifact; readonly problem: string; readonly line?: number };

/** Several checks look at the same text, each on its own. */
const cache = new WeakMap<Artifact, ReadDocument>();

/** Every OpenAPI artifact, parsed or with the reason why it cannot be. */
export function readDocuments(artifacts: readonly Artifact[]): readonly ReadDocument[] {
  return artifacts
    .filter(({ kind }) => kind === "openapi")
    .map((artifact) => {
      const known = cache.get(artifact) ?? read(artifact);
      cache.set(artifact, known);
      return known;
    });
}

/** The documents that an engine may see: they parse and refer to nothing outside. */
export function safeDocuments(artifacts: readonly Artifact[]): readonly OpenapiDocument[] {
  return parsedDocuments(artifacts).filter(({ root }) => externalReferences(root).length === 0);
}

export function parsedDocuments(artifacts: readonly Artifact[]): readonly OpenapiDocument[] {
  return readDocuments(artifacts).filter((document) => "root" in document);
}

function read(artifact: Artifact): ReadDocument {
  const document = parseDocument(artifact.text, { strict: true, prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line;
    const problem = error.message.split("\n")[0] ?? error.message;
    return { artifact, problem, ...(line === undefined ? {} : { line }) };
  }
  let root: unknown;
  try {
    // An alias can make a small text a huge document, and nobody needs one here.
    root = document.toJS({ maxAliasCount: 0 });
  } catch {
    return { artifact, problem: "it uses a YAML alias: write the value out" };
  }
  if (!isRecord(root)) return { artifact, problem: "it is not a mapping" };
  const version = /^(3\.[01])\.[0-9]+$/.exec(String(root["openapi"]))?.[1];
  if (version !== "3.0" && version !== "3.1") {
    return {
      artifact,
      problem: "its version is neither 3.0 nor 3.1: set `openapi` to 3.0.3 or 3.1.0",
    };
  }
  return { artifact, root, version };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
