import type { Architect, DraftOptions, DraftRequest } from "../architects/architect.ts";
import type { Design } from "../design/design.ts";
import { emptyDesign } from "../design/empty-design.ts";
import type { UnitPart } from "../design/unit-part.ts";
import { mergePart } from "../design/unit-part.ts";
import type { Unit, UnitKind } from "../design/units.ts";
import { unitDeclarations, unitName, unitOfSubject } from "../design/units.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Log } from "../host/host.ts";
import type { RequirementsReading } from "../requirements/requirements-reading.ts";
import { runDesignChecks } from "./run-design-checks.ts";

/** Who drafts what, from what. */
export interface DraftJob {
  readonly architect: Architect;
  /** Drafts a unit that the architect failed at; absent under `--strict`. */
  readonly fallback?: Architect;
  readonly reading: RequirementsReading;
  readonly base?: Design;
  readonly options: DraftOptions;
  readonly log: Log;
}

/** A drafted Design and how it came about. */
export interface Draft {
  readonly design: Design;
  /** What the architects said on the way: failures and their reasons. */
  readonly diagnostics: readonly Diagnostic[];
  /** Names of the units that the fallback drafted. */
  readonly fallbacks: readonly string[];
  /** Whether every unit has been drafted by somebody. */
  readonly complete: boolean;
}

/** Where asking begins: with what was found in an earlier answer, and the number of the round. */
interface DraftStart {
  readonly repair?: DraftRequest["repair"];
  readonly firstRound: number;
}

/** One unit's answer with what the checks still find wrong with it. */
export interface UnitDraft {
  readonly design: Design;
  readonly part?: UnitPart;
  readonly findings: readonly Diagnostic[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Drafts unit by unit; each is checked together with everything drafted so far. */
export async function draftDesign(job: DraftJob): Promise<Draft> {
  let design = emptyDesign();
  const drafted = new Set<UnitKind>();
  const diagnostics: Diagnostic[] = [];
  const fallbacks: string[] = [];
  for (const declaration of unitDeclarations) {
    const units: readonly Unit[] =
      declaration.scope === "system"
        ? [{ kind: declaration.kind }]
        : design.system.contexts.map(({ id }) => ({ kind: declaration.kind, context: id }));
    for (const unit of units) {
      const outcome = await draftUnit(job, unit, design, drafted);
      diagnostics.push(...outcome.diagnostics);
      if (outcome.part === undefined) return { design, diagnostics, fallbacks, complete: false };
      if (outcome.byFallback) fallbacks.push(unitName(unit));
      design = outcome.design;
    }
    drafted.add(declaration.kind);
  }
  return { design, diagnostics, fallbacks, complete: true };
}

/** Asks the architect, round by round, and the fallback where it fails. */
export async function draftUnit(
  job: DraftJob,
  unit: Unit,
  accepted: Design,
  drafted: ReadonlySet<UnitKind>,
  start: DraftStart = { firstRound: 1 },
): Promise<UnitDraft & { readonly byFallback: boolean }> {
  job.log.progress(`drafting ${unitName(unit)}`);
  const own = await askInRounds(job.architect, job, unit, accepted, drafted, start);
  const isGood = own.part !== undefined && own.findings.length === 0;
  if (isGood || job.fallback === undefined) return { ...own, byFallback: false };
  job.log.progress(`${job.architect.name} failed at ${unitName(unit)}: the rules take over`);
  const other = await askInRounds(job.fallback, job, unit, accepted, drafted, { firstRound: 1 });
  const isBetter =
    own.part === undefined ||
    (other.part !== undefined && other.findings.length < own.findings.length);
  const reasons = own.diagnostics.map((found) => ({ ...found, severity: "warning" as const }));
  const diagnostics = [...reasons, ...other.diagnostics];
  return isBetter
    ? { ...other, diagnostics, byFallback: true }
    : { ...own, diagnostics, byFallback: false };
}

async function askInRounds(
  architect: Architect,
  job: DraftJob,
  unit: Unit,
  accepted: Design,
  drafted: ReadonlySet<UnitKind>,
  { repair: first, firstRound }: DraftStart,
): Promise<UnitDraft> {
  let best: UnitDraft = { design: accepted, findings: [], diagnostics: [] };
  let repair = first;
  for (let round = firstRound; round < firstRound + architect.rounds; round++) {
    const { reading, base, options } = job;
    const outcome = await architect.draft({
      unit,
      reading,
      accepted,
      ...(base === undefined ? {} : { base }),
      ...(repair === undefined ? {} : { repair }),
      ...(unit.kind === "reviews" ? { remarks: runDesignChecks(accepted, drafted) } : {}),
      round,
      options,
    });
    const diagnostics = [...best.diagnostics, ...outcome.diagnostics];
    if (outcome.value === undefined) return { ...best, diagnostics };
    const design = mergePart(accepted, unit, outcome.value);
    const findings = findingsOf(unit, design, drafted);
    const isBest = best.part === undefined || findings.length <= best.findings.length;
    best = isBest
      ? { design, part: outcome.value, findings, diagnostics }
      : { ...best, diagnostics };
    if (findings.length === 0) return best;
    job.log.detail(`${unitName(unit)}, round ${round}: ${findings.length} findings`);
    repair = { part: outcome.value, findings };
  }
  return best;
}

/** Errors about what this unit owns. */
function findingsOf(
  unit: Unit,
  design: Design,
  drafted: ReadonlySet<UnitKind>,
): readonly Diagnostic[] {
  return runDesignChecks(design, new Set([...drafted, unit.kind])).filter(
    ({ severity, subject }) => severity === "error" && isOwner(unit, subject, design),
  );
}

function isOwner(unit: Unit, subject: string, design: Design): boolean {
  const owner = unitOfSubject(subject, design);
  return owner?.kind === unit.kind && owner.context === unit.context;
}
