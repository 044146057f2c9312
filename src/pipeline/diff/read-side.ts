import { LOCK_PATH } from "../../artifacts/lock.ts";
import { readSpec } from "../../compare/openapi/read-spec.ts";
import type { SpecDocument } from "../../compare/openapi/spec-document.ts";
import { loadDesign } from "../../design/load-design.ts";
import { SYSTEM_PATH } from "../../design/design-documents.ts";
import type { Design } from "../../design/design.ts";
import type { Outcome } from "../../diagnostics/diagnostic.ts";
import { below, readDocuments, readText } from "../read-package.ts";
import { parseLock } from "../../artifacts/lock.ts";
import type { Target } from "./find-target.ts";
import { noSuchSide } from "./find-target.ts";

/** One side of a comparison, read. */
export type Side =
  | { readonly kind: "spec"; readonly document: SpecDocument }
  | {
      readonly kind: "design";
      readonly design: Design;
      readonly root: string;
      readonly documents: ReadonlyMap<string, string>;
      readonly openapi: "3.0" | "3.1";
    };

/** Reads a package, a folder with a design, or an OpenAPI document. Nothing is repaired or written. */
export async function readSide({ files, path = ".", label }: Target): Promise<Outcome<Side>> {
  const text = await readText(files, path);
  if (text !== undefined) {
    const spec = await readSpec(path, text);
    if (spec.value === undefined) return { diagnostics: spec.diagnostics };
    return { value: { kind: "spec", document: spec.value }, diagnostics: [] };
  }
  for (const root of rootsOf(path)) {
    if ((await readText(files, `${root}/${SYSTEM_PATH}`)) === undefined) continue;
    const documents = await readDocuments(files, root);
    const design = loadDesign(documents);
    if (design.value === undefined) return { diagnostics: below(root, design.diagnostics) };
    const lock = parseLock((await readText(files, `${root}/${LOCK_PATH}`)) ?? "");
    const openapi = lock.value?.options.openapi ?? "3.0";
    const value = { kind: "design", design: design.value, root, documents, openapi } as const;
    return { value, diagnostics: [] };
  }
  const reason = `there is no ${SYSTEM_PATH} in it`;
  return { diagnostics: [noSuchSide("package", { text: label, reason })] };
}

/** The design folder of a package may be named itself. */
function rootsOf(path: string): readonly string[] {
  if (path === "design") return [path, "."];
  return path.endsWith("/design") ? [path, path.slice(0, -"/design".length)] : [path];
}
