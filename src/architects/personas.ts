import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Outcome } from "../diagnostics/diagnostic.ts";
import type { Assets, Files } from "../host/host.ts";
import { parsePersona } from "./parse-persona.ts";
import type { Persona } from "./parse-persona.ts";

/** The persona that drafts where nobody names another. */
export const DEFAULT_PERSONA = "agents/backend-lead.md";

/** Larger than any prompt that helps. */
const MAXIMUM_BYTES = 200_000;

export const personaUnreadable = declareDiagnostic<{
  readonly path: string;
  readonly reason: string;
}>({
  code: "persona/unreadable",
  severity: "error",
  message: ({ path, reason }) => `the persona file ${path} cannot be read: ${reason}`,
  fix: "name an existing Markdown file in UTF-8 with --persona, or leave the option out",
});

/** The persona of a file, or the embedded one. */
export async function loadPersona(
  host: { readonly files: Files; readonly assets: Assets },
  path?: string,
): Promise<Outcome<Persona>> {
  if (path === undefined) return loadEmbeddedPersona(host.assets, DEFAULT_PERSONA);
  const content = await readFile(host.files, path);
  if (typeof content === "string") return unreadable(path, content);
  if (content.length > MAXIMUM_BYTES) {
    return unreadable(path, `it is larger than ${MAXIMUM_BYTES} bytes`);
  }
  try {
    return parsePersona(path, new TextDecoder("utf-8", { fatal: true }).decode(content));
  } catch {
    return unreadable(path, "it is not UTF-8 text");
  }
}

/** A persona that ships with groundplan: `agents/<name>.md`. */
export async function loadEmbeddedPersona(assets: Assets, path: string): Promise<Outcome<Persona>> {
  const text = await assets.read(path);
  if (text === undefined) throw new Error(`the asset ${path} is missing from this installation`);
  return parsePersona(path, text);
}

async function readFile(files: Files, path: string): Promise<Uint8Array | string> {
  try {
    return (await files.read(path)) ?? "there is no such file";
  } catch (error) {
    return error instanceof Error ? error.message : "the system refused";
  }
}

function unreadable(path: string, reason: string): Outcome<Persona> {
  const details = { artifact: { path } };
  return { diagnostics: [personaUnreadable("package", { path, reason }, details)] };
}
