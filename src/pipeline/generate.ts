import type { Architect } from "../architects/architect.ts";
import type { Lock } from "../artifacts/lock.ts";
import type { Design } from "../design/design.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { EmitOptions } from "../emitters/emitter.ts";
import type { Host } from "../host/host.ts";
import { readRequirements } from "../requirements/read-requirements.ts";
import type { RequirementsReading } from "../requirements/requirements-reading.ts";
import { relativePath } from "../util/relative-path.ts";
import { withoutUndefined } from "../util/without-undefined.ts";
import type { DraftJob } from "./draft-design.ts";
import { draftDesign } from "./draft-design.ts";
import { emitDesign } from "./emit-package.ts";
import { designDocuments } from "../design/design-documents.ts";
import { lockedTemplates } from "./locked-templates.ts";
import { locateFindings } from "./locate-findings.ts";
import { findOtherRequirements } from "./other-requirements.ts";
import { overrideTemplates } from "./override-templates.ts";
import { packageName } from "./package-name.ts";
import { packageRoot } from "./package-root.ts";
import type { InputDocument } from "./read-inputs.ts";
import { readInputs } from "./read-inputs.ts";
import type { StoredPackage } from "./read-package.ts";
import { below, designOf, notAPackage, readPackage } from "./read-package.ts";
import type { CheckDepth } from "./run-artifact-checks.ts";
import type { RunReport } from "./run-report.ts";
import { unusable, unusableOutcome } from "./run-report.ts";
import { settleDesign } from "./settle-design.ts";
import { summarise } from "./summarise.ts";
import { toolVersion } from "./tool-version.ts";
import { carryOut, planWrite } from "./write-package.ts";

/** What a person asks `generate` for. */
export interface GenerateRequest {
  /** Files or folders. */
  readonly inputs: readonly string[];
  /** Folder of the package; `output/<name>` where it is left out. */
  readonly output?: string;
  /** What the package that is there was made with, else 3.0, where it is left out. */
  readonly openapi?: EmitOptions["openapi"];
  /** What the package that is there was made with, else PostgreSQL, where it is left out. */
  readonly database?: EmitOptions["database"];
  readonly architect: Architect;
  readonly fallback?: Architect;
  /** Folder of templates; what the package that is there was rendered with, where it is left out. */
  readonly templates?: string;
  /** Digest of the persona's text. */
  readonly persona: string;
  readonly force: boolean;
  readonly dryRun: boolean;
  /** How far the artifacts are looked into; `full` where it is left out. */
  readonly depth?: CheckDepth;
}

const COMMAND = "generate";

const DEFAULT_OPTIONS: Lock["options"] = { openapi: "3.0", database: "postgresql" };

/** From requirements to a proven package on disk, or to the reason why not. */
export async function generate(request: GenerateRequest, host: Host): Promise<RunReport> {
  const inputs = await readInputs(host.files, request.inputs);
  if (inputs.value === undefined) return unusableOutcome(COMMAND, inputs);
  const first = host.files.resolve((request.inputs[0] ?? ".").replaceAll("\\", "/"));
  const root = packageRoot(host.files, request.output ?? `output/${packageName(first)}`);
  const previous = await readPrevious(request, inputs.value, root, host);
  if (previous.diagnostics.length > 0) return unusable(COMMAND, previous.diagnostics);
  const { openapi, database } = request;
  const options = {
    ...DEFAULT_OPTIONS,
    ...previous.stored?.lock.options,
    ...withoutUndefined({ openapi, database }),
  };

  const { stored } = previous;
  const folder = request.templates ?? (stored === undefined ? undefined : lockedTemplates(stored));
  const templates = await overrideTemplates(host, folder);
  if (templates.value === undefined) return unusableOutcome(COMMAND, templates);

  host.log.progress(`reading ${inputs.value.map(({ path }) => path).join(", ")}`);
  const known = previous.design?.system.requirements;
  const reading = await readRequirements(
    inputs.value,
    known === undefined ? {} : { previous: known },
  );
  if (reading.value === undefined) return unusableOutcome(COMMAND, reading);

  const job: DraftJob = {
    architect: request.architect,
    ...(request.fallback === undefined ? {} : { fallback: request.fallback }),
    reading: reading.value,
    ...(previous.design === undefined ? {} : { base: previous.design }),
    options: { database: options.database },
    log: host.log,
  };
  const draft = await draftDesign(job);
  const said = [...inputs.diagnostics, ...reading.diagnostics, ...draft.diagnostics];
  if (!draft.complete) return unusable(COMMAND, said);

  const emitOptions: EmitOptions = {
    ...options,
    templates: templates.value.texts,
    history: previous.stored?.history ?? new Map(),
    provenance: {
      architect: request.architect.name,
      fallbacks: draft.fallbacks,
      requirements: sourcesOf(inputs.value, root, host),
    },
  };
  const settled = await settleDesign(draft, job, emitOptions, host, request.depth ?? "full");
  const lock = {
    lockVersion: 1 as const,
    groundplan: await toolVersion(host.assets),
    architect: request.architect.name,
    fallbacks: [...settled.fallbacks],
    options,
    persona: request.persona,
    templates: templates.value.digest,
    ...(folder === undefined
      ? {}
      : { templatesFolder: relativePath(host.files.resolve(root), host.files.resolve(folder)) }),
    requirements: inputs.value.map(({ path, digest }) => ({
      path: relativePath(host.files.resolve(root), host.files.resolve(path)),
      digest,
    })),
    sources: sourcesOfRequirements(reading.value, settled.design, root, host),
  };
  // A design that cannot be rendered is kept all the same: it can be mended by hand.
  const designOnly = settled.artifacts.length === 0;
  const artifacts = designOnly ? emitDesign(settled.design) : settled.artifacts;
  const plan = await planWrite(host.files, artifacts, lock, {
    root,
    ...(previous.stored === undefined ? {} : { previous: previous.stored.lock }),
    force: request.force,
    designIsInput: false,
    designOnly,
  });
  const mayWrite = !request.dryRun && plan.diagnostics.length === 0;
  const obstructions = mayWrite ? await carryOut(host.files, root, plan) : [];
  const findings = locateFindings(settled.findings, settled.design, documentsOf(settled.design));
  return {
    command: COMMAND,
    status: "done",
    diagnostics: [
      ...said,
      ...settled.diagnostics,
      ...below(root, findings),
      ...plan.diagnostics,
      ...obstructions,
    ],
    summary: summarise(settled.design, {
      root,
      plan,
      written: mayWrite && obstructions.length === 0,
      architect: request.architect.name,
      fallbacks: lock.fallbacks,
    }),
  };
}

interface Previous {
  readonly stored?: StoredPackage;
  readonly design?: Design;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The package that is there already. One of other requirements stops, unless the folder was named;
 * and so does a design that cannot be read. `--force` goes on in both cases.
 */
async function readPrevious(
  { force, output }: GenerateRequest,
  inputs: readonly InputDocument[],
  root: string,
  { files }: Host,
): Promise<Previous> {
  const stored = await readPackage(files, root);
  if (stored.value === undefined) {
    const isAbsent = stored.diagnostics.every(({ code }) => code === notAPackage.code);
    return { diagnostics: isAbsent ? [] : stored.diagnostics };
  }
  if (!force && output === undefined) {
    const diagnostics = await findOtherRequirements(stored.value, inputs, files);
    if (diagnostics.length > 0) return { diagnostics };
  }
  const design = designOf(stored.value);
  if (design.value !== undefined) {
    return { stored: stored.value, design: design.value, diagnostics: [] };
  }
  return { stored: stored.value, diagnostics: force ? [] : design.diagnostics };
}

function documentsOf(design: Design): ReadonlyMap<string, string> {
  return new Map(designDocuments(design).map(({ path, text }) => [path, text]));
}

function sourcesOf(
  documents: readonly InputDocument[],
  root: string,
  { files }: Host,
): readonly string[] {
  return documents.map(({ path }) => relativePath(files.resolve(root), files.resolve(path)));
}

function sourcesOfRequirements(
  { requirements }: RequirementsReading,
  { system }: Design,
  root: string,
  { files }: Host,
): Lock["sources"] {
  const ids = new Set(system.requirements.map(({ id }) => id));
  const designed = requirements.filter(({ id }) => ids.has(id));
  return Object.fromEntries(
    designed.map(({ id, source: { path, line, endLine } }) => [
      id,
      { path: relativePath(files.resolve(root), files.resolve(path)), line, endLine },
    ]),
  );
}
