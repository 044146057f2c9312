import type { Host } from "../host/host.ts";
import { lockedTemplates } from "./locked-templates.ts";
import { locateFindings } from "./locate-findings.ts";
import { optionsOf } from "./options-of.ts";
import { overrideTemplates } from "./override-templates.ts";
import { packageRoot } from "./package-root.ts";
import { below, designOf, readPackage } from "./read-package.ts";
import { relock } from "./relock.ts";
import type { RunReport } from "./run-report.ts";
import { unusableOutcome } from "./run-report.ts";
import { relativePath } from "../util/relative-path.ts";
import { proveDesign } from "./settle-design.ts";
import { summarise } from "./summarise.ts";
import { toolVersion } from "./tool-version.ts";
import { carryOut, planWrite } from "./write-package.ts";

/** What a person asks `render` for. */
export interface RenderRequest {
  readonly root: string;
  /** Folder of templates; what the package was rendered with, where it is left out. */
  readonly templates?: string;
  readonly force: boolean;
  readonly dryRun: boolean;
}

const COMMAND = "render";

/**
 * Renders the stored Design of a package again, after an edit by hand. Holds it to the rules of the
 * Design only; `check` looks at what was rendered. A Design with errors is not rendered, and nothing
 * is written.
 */
export async function render(request: RenderRequest, host: Host): Promise<RunReport> {
  const { force, dryRun } = request;
  const root = packageRoot(host.files, request.root);
  const stored = await readPackage(host.files, root);
  if (stored.value === undefined) return unusableOutcome(COMMAND, stored);
  const design = designOf(stored.value);
  if (design.value === undefined) return unusableOutcome(COMMAND, design);
  const folder = request.templates ?? lockedTemplates(stored.value);
  const templates = await overrideTemplates(host, folder);
  if (templates.value === undefined) return unusableOutcome(COMMAND, templates);
  const options = optionsOf(stored.value, templates.value);
  const { artifacts, findings: found } = await proveDesign(design.value, options, host, "design");
  const findings = below(root, locateFindings(found, design.value, stored.value.documents));
  const { lock } = stored.value;
  if (artifacts.length === 0) {
    return { command: COMMAND, status: "done", diagnostics: findings, summary: [] };
  }
  const version = await toolVersion(host.assets);
  const plan = await planWrite(
    host.files,
    artifacts,
    relock(
      lock,
      design.value,
      templates.value,
      version,
      folder === undefined
        ? undefined
        : relativePath(host.files.resolve(root), host.files.resolve(folder)),
    ),
    { root, previous: lock, force, designIsInput: true },
  );
  const mayWrite = !dryRun && plan.diagnostics.length === 0;
  const obstructions = mayWrite ? await carryOut(host.files, root, plan) : [];
  return {
    command: COMMAND,
    status: "done",
    diagnostics: [...findings, ...plan.diagnostics, ...obstructions],
    summary: summarise(design.value, {
      root,
      plan,
      written: mayWrite && obstructions.length === 0,
      architect: lock.architect,
      fallbacks: lock.fallbacks,
    }),
  };
}
