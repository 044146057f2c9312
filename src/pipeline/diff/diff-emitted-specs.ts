import type { Artifact } from "../../artifacts/artifact.ts";
import { subjectAt } from "../../artifacts/subject-at.ts";
import type { ApiFinding } from "../../compare/openapi/compare-specs.ts";
import { compareSpecs } from "../../compare/openapi/compare-specs.ts";
import { judgeVersion } from "../../compare/openapi/judge-version.ts";
import { readSpec } from "../../compare/openapi/read-spec.ts";
import type { SpecDocument } from "../../compare/openapi/spec-document.ts";
import type { Design } from "../../design/design.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { openapiEmitter } from "../../emitters/openapi/emitter.ts";

interface Emitted {
  readonly artifact: Artifact;
  readonly document: SpecDocument;
}

interface Circumstances {
  readonly today: string;
  readonly openapi: "3.0" | "3.1";
}

/**
 * What changed for clients of the APIs that two Designs describe: their OpenAPI documents are
 * compared, and what is found is about the element of the Design that it comes from. What the
 * document of a context says, the gateway's does not say again.
 */
export async function diffEmittedSpecs(
  base: Design,
  head: Design,
  { today, openapi }: Circumstances,
): Promise<readonly Diagnostic[]> {
  const [before, after] = [await emit(base, openapi), await emit(head, openapi)];
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  const isOwn = (path: string): boolean =>
    (after.get(path) ?? before.get(path))?.artifact.context !== undefined;
  const found = new Map<string, Diagnostic>();
  const versions: Diagnostic[] = [];
  for (const path of [...paths.filter(isOwn), ...paths.filter((one) => !isOwn(one))]) {
    const [was, is] = [before.get(path), after.get(path)];
    const [from, to] = [was?.document ?? nothing(path), is?.document ?? nothing(path)];
    const findings = compareSpecs(from, to, { today });
    for (const finding of findings) {
      const diagnostic = aboutDesign(finding, was?.artifact, is?.artifact);
      const { code, subject, severity } = diagnostic;
      const key = `${code} ${subject} ${severity}`;
      const known = found.get(key);
      const isRepeated = known !== undefined && !isOwn(path);
      if (!isRepeated)
        found.set(known === undefined ? key : `${key} ${diagnostic.message}`, diagnostic);
    }
    // The version of a Design's API is a whole number: only a break raises it.
    const breaks = findings.filter(({ diagnostic }) => diagnostic.severity === "error");
    if (breaks.length > 0 && was !== undefined && is !== undefined) {
      versions.push(...judgeVersion(from, to, breaks));
    }
  }
  const version = versions.slice(0, 1).map((one) => ({
    ...one,
    subject: "system/api",
    fix: "raise api.versioning.current in design/system.json, and keep the old version until its sunset",
  }));
  return [...found.values(), ...version];
}

async function emit(design: Design, openapi: "3.0" | "3.1"): Promise<ReadonlyMap<string, Emitted>> {
  const emitted = new Map<string, Emitted>();
  const { artifacts } = openapiEmitter.emit(design, {
    openapi,
    migrations: "golang-migrate",
    templates: new Map(),
    history: new Map(),
    accessPlans: new Map(),
    provenance: { architect: "", fallbacks: [], requirements: [] },
  });
  for (const artifact of artifacts) {
    if (artifact.kind !== "openapi") continue;
    const { value } = await readSpec(artifact.path, artifact.text);
    if (value !== undefined) emitted.set(artifact.path, { artifact, document: value });
  }
  return emitted;
}

/** What stands for a document that one of the Designs has not. */
function nothing(path: string): SpecDocument {
  return { path, root: { openapi: "3.0.3", paths: {} }, locate: () => new Map() };
}

/** What went stands in the old document only, and is known more exactly there. */
function aboutDesign(
  { diagnostic, base, head }: ApiFinding,
  was: Artifact | undefined,
  is: Artifact | undefined,
): Diagnostic {
  const now = is === undefined || head === undefined ? "" : subjectAt(is, { pointer: head });
  const before = was === undefined || base === undefined ? "" : subjectAt(was, { pointer: base });
  const subject = before.startsWith(`${now}/`) || now === "" ? before : now;
  return { ...diagnostic, subject: subject === "" ? "system/api" : subject };
}
