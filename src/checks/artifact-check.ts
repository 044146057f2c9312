import type { Artifact } from "../artifacts/artifact.ts";
import type { Design } from "../design/design.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";

/** What an artifact check may look at besides the artifacts. */
export interface ArtifactCheckContext {
  readonly design: Design;
  readonly host: Host;
}

/** A look at rendered artifacts, mostly through an engine that nobody here wrote. */
export interface ArtifactCheck {
  /** `fast` checks run in `check --fast`; `slow` ones load an engine. */
  readonly cost: "fast" | "slow";
  check(
    artifacts: readonly Artifact[],
    context: ArtifactCheckContext,
  ): Promise<readonly Diagnostic[]>;
}
