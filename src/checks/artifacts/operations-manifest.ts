import type { z } from "zod";
import type { Artifact } from "../../artifacts/artifact.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { invalidManifest } from "./operations/invalid-manifest.ts";
import { manifestProblems } from "./operations/manifest-problems.ts";
import { manifestSchemas } from "./operations/manifest-schemas.ts";
import type { Problem } from "./operations/problem.ts";
import { reportProblems } from "./operations/report-problems.ts";
import { readYaml } from "./operations/read-yaml.ts";
import { shapeProblems } from "./operations/shape-problems.ts";

type Manifest = z.infer<typeof manifestSchemas>;

/** Reads every manifest as the Kubernetes API server would, and whether its objects fit together. */
export const operationsManifestCheck: ArtifactCheck = {
  cost: "fast",
  check(artifacts) {
    const names = new Set<string>();
    const diagnostics = artifacts
      .filter(({ kind }) => kind === "kubernetes")
      .flatMap((artifact) =>
        reportProblems(invalidManifest, artifact, problemsOf(artifact, names)),
      );
    return Promise.resolve(diagnostics);
  },
};

/** `names` holds the objects of all files; one cluster gets them all. */
function problemsOf({ text }: Artifact, names: Set<string>): readonly Problem[] {
  const read = readYaml(text);
  if ("problem" in read) return [{ tokens: [], problem: read.problem }];
  const shapes = read.documents.flatMap((document, index) =>
    shapeProblems(manifestSchemas, document, [index]),
  );
  if (shapes.length > 0) return shapes;
  const manifests = read.documents.map((document) => manifestSchemas.parse(document));
  return manifests.flatMap((manifest, index) =>
    [...sameName(manifest, names), ...manifestProblems(manifest, manifests)].map(
      ({ tokens, problem }) => ({
        tokens: [index, ...tokens],
        problem: `${manifest.kind} ${manifest.metadata.name}: ${problem}`,
      }),
    ),
  );
}

function sameName({ kind, metadata }: Manifest, names: Set<string>): readonly Problem[] {
  const key = `${kind} ${metadata.name}`;
  if (names.has(key)) return [{ tokens: ["metadata", "name"], problem: "there are two of them" }];
  names.add(key);
  return [];
}
