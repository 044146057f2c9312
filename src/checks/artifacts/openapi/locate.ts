import type { Artifact } from "../../../artifacts/artifact.ts";
import { subjectAt } from "../../../artifacts/subject-at.ts";
import type { ArtifactLocation } from "../../../diagnostics/diagnostic.ts";

/** The element of the Design that a place in a document comes from, and the place itself. */
export function locate(
  artifact: Artifact,
  pointer: string,
): { readonly subject: string; readonly details: { readonly artifact: ArtifactLocation } } {
  const locator = { pointer };
  return {
    subject: subjectAt(artifact, locator),
    details: { artifact: { path: artifact.path, locator } },
  };
}
