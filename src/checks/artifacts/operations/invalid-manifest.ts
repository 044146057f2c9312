import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** Kubernetes would refuse a manifest, or run something else than it says. */
export const invalidManifest = declareDiagnostic<{
  readonly path: string;
  readonly problem: string;
}>({
  code: "operations/invalid-manifest",
  severity: "error",
  message: ({ path, problem }) => `Kubernetes cannot run ${path}: ${problem}`,
  fix: "correct the deployable, its node or its scaling in the design that the manifest is made of",
});
