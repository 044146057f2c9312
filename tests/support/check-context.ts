import type { ArtifactCheckContext } from "../../src/checks/artifact-check.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import { sampleDesign } from "./sample-design.ts";

/** For checks that look at nothing but the artifacts. */
export function checkContext(): ArtifactCheckContext {
  return { design: sampleDesign(), host: createMemoryHost() };
}
