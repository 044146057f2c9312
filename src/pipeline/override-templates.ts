import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Outcome } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { digest } from "../util/digest.ts";
import type { Templates } from "./load-templates.ts";
import { loadTemplates } from "./load-templates.ts";
import { readText } from "./read-package.ts";

/** Larger than any document that somebody reads. */
const MAXIMUM_LENGTH = 200_000;

export const unusableTemplates = declareDiagnostic<{
  readonly folder: string;
  readonly reason: string;
}>({
  code: "package/unusable-templates",
  severity: "error",
  message: ({ folder, reason }) => `the templates in ${folder} cannot be used: ${reason}`,
  fix: "name a folder that holds files such as data.md.liquid with --templates",
});

/**
 * The templates that ship with groundplan; those of a folder take the place of theirs by file
 * name, beside or below `docs/`. Files that do not end in `.liquid` are left alone.
 */
export async function overrideTemplates(host: Host, folder?: string): Promise<Outcome<Templates>> {
  const shipped = await loadTemplates(host.assets);
  if (folder === undefined) return { value: shipped, diagnostics: [] };
  const names = await liquidFiles(host, folder);
  if (names === undefined) return unusable(folder, "there is no such folder");
  if (names.length === 0) return unusable(folder, "no file there ends in .liquid");
  const texts = new Map(shipped.texts);
  for (const name of names) {
    const path = name.startsWith("docs/") ? name : `docs/${name}`;
    if (!shipped.texts.has(path)) {
      const known = [...shipped.texts.keys()].filter((key) => key.endsWith(".liquid"));
      const list = known.map((key) => key.slice("docs/".length)).join(", ");
      return unusable(folder, `${name} takes the place of no template; there are ${list}`);
    }
    const text = await readText(host.files, `${folder}/${name}`);
    if (text === undefined) return unusable(folder, `${name} cannot be read`);
    if (text.length > MAXIMUM_LENGTH) {
      return unusable(folder, `${name} is longer than ${MAXIMUM_LENGTH} characters`);
    }
    texts.set(path, text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"));
  }
  const all = [...texts].map(([path, text]) => `${path}\n${digest(text)}\n`).join("");
  return { value: { texts, digest: digest(all) }, diagnostics: [] };
}

async function liquidFiles({ files }: Host, folder: string): Promise<string[] | undefined> {
  const entries = await files.list(folder);
  if (entries === undefined) return undefined;
  const below = (await files.list(`${folder}/docs`)) ?? [];
  const named = (prefix: string, list: typeof entries) =>
    list
      .filter(({ name, kind }) => kind === "file" && name.endsWith(".liquid"))
      .map(({ name }) => `${prefix}${name}`);
  return [...named("", entries), ...named("docs/", below)];
}

function unusable(folder: string, reason: string): Outcome<Templates> {
  return { diagnostics: [unusableTemplates("package", { folder, reason })] };
}
