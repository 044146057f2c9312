import type { Artifact } from "../artifacts/artifact.ts";
import { artifactChecks } from "../checks/registry.generated.ts";
import type { Design } from "../design/design.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";

/** `design`: no look at artifacts; `fast`: own rules only; `full`: the engines too. */
export type CheckDepth = "design" | "fast" | "full";

/** What the checks say about rendered artifacts. One after the other: engines are heavy. */
export async function runArtifactChecks(
  artifacts: readonly Artifact[],
  design: Design,
  host: Host,
  depth: CheckDepth,
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const { cost, check } of artifactChecks) {
    if (depth === "design" || (depth === "fast" && cost === "slow")) continue;
    diagnostics.push(...(await check(artifacts, { design, host })));
  }
  return diagnostics;
}
