import { findDrift } from "../artifacts/find-drift.ts";
import { LOCK_PATH } from "../artifacts/lock.ts";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Files, Host } from "../host/host.ts";
import { digest } from "../util/digest.ts";
import { optionsOf } from "./options-of.ts";
import { overrideTemplates } from "./override-templates.ts";
import { lockedTemplates } from "./locked-templates.ts";
import { locateFindings } from "./locate-findings.ts";
import { packageRoot } from "./package-root.ts";
import type { StoredPackage } from "./read-package.ts";
import { below, designOf, readPackage, readPlainFiles } from "./read-package.ts";
import type { CheckDepth } from "./run-artifact-checks.ts";
import type { RunReport, SummaryLine } from "./run-report.ts";
import { unusable } from "./run-report.ts";
import { proveDesign } from "./settle-design.ts";

/** What a person asks `check` for. */
export interface CheckRequest {
  /** Folders of packages; where none is named, the working folder or all under `output/`. */
  readonly roots: readonly string[];
  readonly depth: CheckDepth;
}

export const noPackages = declareDiagnostic({
  code: "package/no-packages",
  severity: "error",
  message: "there is no package here: neither in this folder nor under output/",
  fix: "make one with `groundplan generate <requirements file>`, or name its folder",
});

const COMMAND = "check";

/** Whether packages are valid and still what their Design and requirements say. Writes nothing. */
export async function check(request: CheckRequest, host: Host): Promise<RunReport> {
  const roots = request.roots.length > 0 ? request.roots : await findPackages(host.files);
  if (roots.length === 0) return unusable(COMMAND, [noPackages("package", {})]);
  const diagnostics: Diagnostic[] = [];
  const summary: SummaryLine[] = [];
  let status: RunReport["status"] = "done";
  // One that cannot be read keeps nobody from hearing about the others.
  for (const root of new Set(roots.map((given) => packageRoot(host.files, given)))) {
    host.log.progress(`checking ${root}`);
    const outcome = await checkPackage(root, request.depth, host);
    diagnostics.push(...outcome.diagnostics);
    if (outcome.value === undefined) status = "unusable";
    summary.push({ label: root, text: outcome.value ?? "could not be read" });
  }
  return { command: COMMAND, status, diagnostics, summary };
}

async function checkPackage(root: string, depth: CheckDepth, host: Host): Promise<Outcome<string>> {
  const stored = await readPackage(host.files, root);
  if (stored.value === undefined) return { diagnostics: stored.diagnostics };
  const design = designOf(stored.value);
  if (design.value === undefined) return { diagnostics: design.diagnostics };
  const templates = await overrideTemplates(host, lockedTemplates(stored.value));
  if (templates.value === undefined) return { diagnostics: templates.diagnostics };
  const options = optionsOf(stored.value, templates.value);
  const { artifacts, findings } = await proveDesign(design.value, options, host, depth);
  const located = locateFindings(findings, design.value, stored.value.documents);
  const { lock } = stored.value;
  const isRendered = artifacts.length > 0;
  const paths = isRendered ? Object.keys(lock.artifacts) : [];
  const drift = findDrift({
    lock: isRendered ? lock : { ...lock, artifacts: {} },
    expected: artifacts,
    found: await readPlainFiles(host.files, root, [...paths, ...artifacts.map(({ path }) => path)]),
    requirements: await requirementDigests(host.files, stored.value),
  });
  const proven = `${artifacts.length} artifacts ${depth === "fast" ? "compared" : "proven"}`;
  const value = isRendered ? proven : "not rendered: the design has errors";
  return { value, diagnostics: below(root, [...located, ...drift]) };
}

async function requirementDigests(
  files: Files,
  { lock, root }: StoredPackage,
): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  for (const { path } of lock.requirements) {
    const bytes = await files.read(`${root}/${path}`);
    if (bytes !== undefined) digests.set(path, digest(bytes));
  }
  return digests;
}

/** The package in the working folder, else all under `output/`. */
export async function findPackages(files: Files): Promise<readonly string[]> {
  if ((await files.read(LOCK_PATH)) !== undefined) return ["."];
  const found: string[] = [];
  for (const { name, kind } of (await files.list("output")) ?? []) {
    if (kind !== "folder") continue;
    if ((await files.read(`output/${name}/${LOCK_PATH}`)) !== undefined)
      found.push(`output/${name}`);
  }
  return found;
}
