import { parseAllDocuments } from "yaml";

/** The documents of a YAML text as JSON data, or why they cannot be read. */
export type ReadYaml = { readonly documents: readonly unknown[] } | { readonly problem: string };

/** Reads YAML as strictly as the programs that are configured with it. */
export function readYaml(text: string): ReadYaml {
  const documents = parseAllDocuments(text, { strict: true, prettyErrors: true });
  if (documents.length === 0) return { problem: "it holds no document" };
  const error = documents.flatMap(({ errors }) => errors)[0];
  if (error !== undefined) return { problem: error.message.split("\n")[0] ?? error.message };
  try {
    // An alias can make a small text a huge document, and nobody needs one here.
    return { documents: documents.map((document) => document.toJS({ maxAliasCount: 0 })) };
  } catch {
    return { problem: "it uses a YAML alias: write the value out" };
  }
}
