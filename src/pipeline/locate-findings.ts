import { createLineFinder } from "../design/create-line-finder.ts";
import { contextPath, SYSTEM_PATH } from "../design/design-documents.ts";
import type { DesignIndex } from "../design/design-index.ts";
import { indexDesign } from "../design/design-index.ts";
import type { Design } from "../design/design.ts";
import { SYSTEM } from "../design/walk-design.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fromPointer } from "../util/json-pointer.ts";

type Tokens = readonly (string | number)[];

/**
 * Findings about elements of the Design, with file and line in its stored documents (texts by path
 * in the package). What already names a file stays as it is.
 */
export function locateFindings(
  findings: readonly Diagnostic[],
  design: Design,
  documents: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const isLost = ({ artifact, subject }: Diagnostic): boolean =>
    artifact === undefined && subject !== "package";
  if (!findings.some(isLost)) return findings;
  const index = indexDesign(design);
  const lineOf = createPlaceFinder(documents);
  return findings.map((found) => {
    const place = isLost(found) ? placeOf(found, index) : undefined;
    const line = place && lineOf(place.path, place.tokens);
    return place === undefined || line === undefined
      ? found
      : { ...found, artifact: { path: place.path, locator: { line } } };
  });
}

/** The document and the place in it that a finding is about. */
function placeOf(
  { subject, pointer = "" }: Diagnostic,
  index: DesignIndex,
): { readonly path: string; readonly tokens: Tokens } | undefined {
  const [document = "", ...rest] = subject.split("/");
  const path = document === SYSTEM ? SYSTEM_PATH : contextPath(document);
  const inside = fromPointer(pointer);
  for (let length = rest.length; length > 0; length--) {
    const element = index.elements.get([document, ...rest.slice(0, length)].join("/"));
    if (element === undefined) continue;
    const exact = length === rest.length ? inside : [];
    return { path, tokens: [...element.tokens, ...exact] };
  }
  return { path, tokens: rest.length === 0 ? inside : rest };
}

function createPlaceFinder(
  documents: ReadonlyMap<string, string>,
): (path: string, tokens: Tokens) => number | undefined {
  const finders = new Map<string, (tokens: Tokens) => number>();
  return function lineOf(path, tokens) {
    const text = documents.get(path);
    if (text === undefined) return undefined;
    const find = finders.get(path) ?? createLineFinder(text);
    finders.set(path, find);
    return find(tokens);
  };
}
