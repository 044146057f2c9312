import type { Lock } from "../artifacts/lock.ts";
import type { Design } from "../design/design.ts";
import type { Host } from "../host/host.ts";
import type { RequirementsReading } from "../requirements/requirements-reading.ts";
import { relativePath } from "../util/relative-path.ts";
import type { Gathered } from "./gather.ts";
import type { GenerateRequest } from "./generate-request.ts";
import { toolVersion } from "./tool-version.ts";

/** The lock of a package that was drafted just now; the digests of its files come when it is written. */
export async function newLock(
  { architect, persona }: Pick<GenerateRequest, "architect" | "persona">,
  { root, documents, reading, options, templates, templatesFolder }: Gathered,
  { design, fallbacks }: { readonly design: Design; readonly fallbacks: readonly string[] },
  host: Host,
): Promise<Omit<Lock, "artifacts">> {
  const { files } = host;
  const inPackage = (path: string) => relativePath(files.resolve(root), files.resolve(path));
  return {
    lockVersion: 1,
    groundplan: await toolVersion(host.assets),
    architect: architect.name,
    fallbacks: [...fallbacks],
    options,
    persona,
    templates: templates.digest,
    ...(templatesFolder === undefined ? {} : { templatesFolder: inPackage(templatesFolder) }),
    requirements: documents.map(({ path, digest }) => ({ path: inPackage(path), digest })),
    sources: sourcesOf(reading, design, inPackage),
  };
}

/** Where each requirement of the Design stands. */
function sourcesOf(
  { requirements }: RequirementsReading,
  { system }: Design,
  inPackage: (path: string) => string,
): Lock["sources"] {
  const ids = new Set(system.requirements.map(({ id }) => id));
  const designed = requirements.filter(({ id }) => ids.has(id));
  return Object.fromEntries(
    designed.map(({ id, source: { path, line, endLine } }) => [
      id,
      { path: inPackage(path), line, endLine },
    ]),
  );
}
