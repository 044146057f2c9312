import { parse } from "yaml";
import type { Artifact } from "../../src/artifacts/artifact.ts";
import { yamlText } from "../../src/artifacts/yaml-text.ts";
import type { ArtifactCheck } from "../../src/checks/artifact-check.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Fault } from "../checks/artifacts/openapi-faults/fault.ts";
import { openapiFaults } from "../checks/artifacts/openapi-faults.ts";
import { checkContext } from "./check-context.ts";
import { openapiPackage } from "./openapi-package.ts";
import { sampleDesign } from "./sample-design.ts";

/** Hundreds of faults break the same few documents. */
const clean = { "3.0": emitOnce("3.0"), "3.1": emitOnce("3.1") } as const;

/** A clean document with one fault in it. */
export function withFault(fault: Fault, version: "3.0" | "3.1"): Artifact {
  const path = `openapi/${fault.document ?? "lending"}.yaml`;
  const artifact = clean[version]().find((found) => found.path === path);
  if (artifact === undefined) throw new Error(`the sample has no ${path}`);
  const root: unknown = parse(artifact.text);
  fault.inject(root);
  return { ...artifact, text: yamlText(root) };
}

/** Whether a finding points at one of the places of a fault, at what holds it, or inside it. */
export function isNear({ artifact }: Diagnostic, fault: Fault): boolean {
  const locator = artifact?.locator;
  const pointer = locator !== undefined && "pointer" in locator ? locator.pointer : undefined;
  if (pointer === undefined) return false;
  return fault.at.some((place) => {
    // The operation, the component, the entry of a list: what a person would look at.
    const near = place.split("/").slice(0, 4).join("/");
    return pointer === place || pointer === near || pointer.startsWith(`${near}/`);
  });
}

/** The document with the fault of that name. */
export function faulty(name: string): Artifact {
  const fault = openapiFaults.find((each) => each.name === name);
  if (fault === undefined) throw new Error(`nobody wrote down "${name}"`);
  return withFault(fault, fault.version ?? "3.0");
}

/** The document after a change that leaves it sound in what is looked at. */
export function changed(inject: Fault["inject"]): Artifact {
  return withFault({ name: "a change", at: [], inject }, "3.0");
}

export async function run(
  check: ArtifactCheck,
  artifact: Artifact,
): Promise<readonly Diagnostic[]> {
  return check.check([artifact], checkContext());
}

function emitOnce(version: "3.0" | "3.1"): () => readonly Artifact[] {
  let artifacts: readonly Artifact[] | undefined;
  return () => (artifacts ??= openapiPackage(sampleDesign(), version).artifacts);
}
