import type { Design } from "../design/design.ts";
import { designDocuments } from "../design/design-documents.ts";
import type { EmitOptions } from "../emitters/emitter.ts";
import type { Host } from "../host/host.ts";
import { withoutUndefined } from "../util/without-undefined.ts";
import { relativePath } from "../util/relative-path.ts";
import type { Draft, DraftJob } from "./draft-design.ts";
import { draftDesign } from "./draft-design.ts";
import { emitDesign } from "./emit-package.ts";
import type { Gathered } from "./gather.ts";
import { gather } from "./gather.ts";
import { findContradictingDatabase } from "./contradicting-database.ts";
import type { GenerateRequest } from "./generate-request.ts";
import { locateFindings } from "./locate-findings.ts";
import { newLock } from "./new-lock.ts";
import { below } from "./read-package.ts";
import type { RunReport } from "./run-report.ts";
import { unusable, unusableOutcome } from "./run-report.ts";
import type { Settlement } from "./settle-design.ts";
import { settleDesign } from "./settle-design.ts";
import { summarise } from "./summarise.ts";
import { carryOut, planWrite } from "./write-package.ts";

const COMMAND = "generate";

/** From requirements to a proven package on disk, or to the reason why not. */
export async function generate(request: GenerateRequest, host: Host): Promise<RunReport> {
  const gathered = await gather(request, host);
  if (gathered.value === undefined) return unusableOutcome(COMMAND, gathered);
  const job = jobOf(request, gathered.value, host);
  const draft = await draftDesign(job);
  const said = [
    ...gathered.diagnostics,
    ...findContradictingDatabase(gathered.value),
    ...draft.diagnostics,
  ];
  if (!draft.complete) return unusable(COMMAND, said);
  const options = emitOptionsOf(request, gathered.value, draft, host);
  const settled = await settleDesign(draft, job, options, host, request.depth ?? "full");
  const written = await write(request, gathered.value, settled, host);
  return { ...written, diagnostics: [...said, ...written.diagnostics] };
}

function jobOf(request: GenerateRequest, gathered: Gathered, { log }: Host): DraftJob {
  const { architect, fallback } = request;
  const { reading, base, options } = gathered;
  return {
    architect,
    ...(fallback === undefined ? {} : { fallback }),
    reading,
    ...(base === undefined ? {} : { base }),
    options: withoutUndefined({ database: options.database }),
    log,
  };
}

function emitOptionsOf(
  { architect }: GenerateRequest,
  { root, documents, stored, options, templates }: Gathered,
  { fallbacks }: Draft,
  { files }: Host,
): EmitOptions {
  const requirements = documents.map(({ path }) =>
    relativePath(files.resolve(root), files.resolve(path)),
  );
  return {
    openapi: options.openapi,
    migrations: options.migrations ?? "golang-migrate",
    templates: templates.texts,
    history: stored?.history ?? new Map(),
    accessPlans: stored?.accessPlans ?? new Map(),
    provenance: { architect: architect.name, fallbacks, requirements },
  };
}

/** Writes the package as one step, unless something is in the way or nothing may be written. */
async function write(
  request: GenerateRequest,
  gathered: Gathered,
  settled: Settlement,
  host: Host,
): Promise<RunReport> {
  const { root, stored } = gathered;
  const { design, fallbacks } = settled;
  // A design that cannot be rendered is kept all the same: it can be mended by hand.
  const designOnly = settled.artifacts.length === 0;
  const artifacts = designOnly ? emitDesign(design) : settled.artifacts;
  const plan = await planWrite(
    host.files,
    artifacts,
    await newLock(request, gathered, settled, host),
    {
      root,
      ...(stored === undefined ? {} : { previous: stored.lock }),
      force: request.force,
      designIsInput: false,
      designOnly,
    },
  );
  const mayWrite = !request.dryRun && plan.diagnostics.length === 0;
  const obstructions = mayWrite ? await carryOut(host.files, root, plan) : [];
  const findings = locateFindings(settled.findings, design, documentsOf(design));
  return {
    command: COMMAND,
    status: "done",
    diagnostics: [
      ...settled.diagnostics,
      ...below(root, findings),
      ...plan.diagnostics,
      ...obstructions,
    ],
    summary: summarise(design, {
      root,
      plan,
      written: mayWrite && obstructions.length === 0,
      architect: request.architect.name,
      fallbacks,
    }),
  };
}

function documentsOf(design: Design): ReadonlyMap<string, string> {
  return new Map(designDocuments(design).map(({ path, text }) => [path, text]));
}
