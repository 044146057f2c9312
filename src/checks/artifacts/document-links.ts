import type { Artifact } from "../../artifacts/artifact.ts";
import { subjectAt } from "../../artifacts/subject-at.ts";
import { contextPath, SYSTEM_PATH } from "../../design/design-documents.ts";
import type { Design } from "../../design/design.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { brokenLink } from "./docs/broken-link.ts";
import type { DocumentLinks } from "./docs/relative-links.ts";
import { readLinks } from "./docs/relative-links.ts";

/** Every relative link of a document leads to a file of the package, and to a heading in it. */
export const documentLinksCheck: ArtifactCheck = {
  cost: "fast",
  async check(artifacts, { design }) {
    const documents = await Promise.all(
      artifacts
        .filter(({ kind }) => kind === "markdown")
        .map(async (artifact) => ({ artifact, found: await readLinks(artifact.text) })),
    );
    const paths = pathsOf(artifacts, design);
    const anchors = new Map(documents.map(({ artifact, found }) => [artifact.path, found]));
    return documents.flatMap(({ artifact, found }) =>
      found.links.flatMap(({ target, line }): readonly Diagnostic[] => {
        if (leadsSomewhere(artifact.path, target, paths, anchors)) return [];
        const locator = { line };
        const location = { artifact: { path: artifact.path, locator } };
        return [
          brokenLink(subjectAt(artifact, locator), { path: artifact.path, target }, location),
        ];
      }),
    );
  },
};

/** Files that every package has although no emitter makes them. */
const GENERATED = ["groundplan.lock.json", "README.md"];

function pathsOf(artifacts: readonly Artifact[], design: Design): ReadonlySet<string> {
  const files = [
    ...artifacts.map(({ path }) => path),
    SYSTEM_PATH,
    ...design.contexts.map(({ context }) => contextPath(context)),
    ...GENERATED,
  ];
  const folders = files.flatMap((path) => {
    const segments = path.split("/").slice(0, -1);
    return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
  });
  return new Set([...files, ...folders]);
}

function leadsSomewhere(
  from: string,
  target: string,
  paths: ReadonlySet<string>,
  documents: ReadonlyMap<string, DocumentLinks>,
): boolean {
  const [file = "", anchor] = target.split("#");
  const path = file === "" ? from : resolve(from, file);
  if (path === undefined || !paths.has(path)) return false;
  const document = documents.get(path);
  return anchor === undefined || document === undefined || document.anchors.has(anchor);
}

/** The path in the package, or `undefined` where the link leaves it or cannot be read. */
function resolve(from: string, target: string): string | undefined {
  const segments = from.split("/").slice(0, -1);
  for (const segment of (decoded(target) ?? "..").split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join("/");
}

function decoded(target: string): string | undefined {
  try {
    return decodeURIComponent(target);
  } catch {
    return undefined;
  }
}
