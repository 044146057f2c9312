import { parseDocument } from "yaml";
import type { Artifact } from "../../../artifacts/artifact.ts";

/** A parsed AsyncAPI document, or why it cannot be parsed. */
export type AsyncapiDocument =
  | { readonly artifact: Artifact; readonly root: Readonly<Record<string, unknown>> }
  | { readonly artifact: Artifact; readonly problem: string; readonly line: number };

export function asyncapiDocuments(artifacts: readonly Artifact[]): readonly AsyncapiDocument[] {
  return artifacts.filter(({ kind }) => kind === "asyncapi").map(read);
}

function read(artifact: Artifact): AsyncapiDocument {
  const document = parseDocument(artifact.text, { strict: true, prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) {
    return { artifact, problem: error.message, line: error.linePos?.[0].line ?? 1 };
  }
  try {
    // An alias can make a small text a huge document, and nobody needs one here.
    const root: unknown = document.toJS({ maxAliasCount: 0 });
    if (isRecord(root)) return { artifact, root };
    return { artifact, problem: "it is not a mapping", line: 1 };
  } catch {
    return { artifact, problem: "it uses a YAML alias: write the value out", line: 1 };
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
