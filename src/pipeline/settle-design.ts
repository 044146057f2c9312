import type { Artifact } from "../artifacts/artifact.ts";
import type { Design } from "../design/design.ts";
import { partOf } from "../design/unit-part.ts";
import type { Unit, UnitKind } from "../design/units.ts";
import { unitDeclarations, unitName, unitOfSubject, unitsOf } from "../design/units.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { EmitOptions } from "../emitters/emitter.ts";
import type { Host } from "../host/host.ts";
import type { Draft, DraftJob } from "./draft-design.ts";
import { draftUnit } from "./draft-design.ts";
import { emitPackage } from "./emit-package.ts";
import type { CheckDepth } from "./run-artifact-checks.ts";
import { runArtifactChecks } from "./run-artifact-checks.ts";
import { runDesignChecks } from "./run-design-checks.ts";
import { withAccessPlans } from "./with-access-plans.ts";
import { unitThatCould } from "./unit-that-could.ts";

/** How often findings about the whole are given back to the units that own them. */
const MAXIMUM_PASSES = 2;

export const allUnitKinds: ReadonlySet<UnitKind> = new Set(
  unitDeclarations.map(({ kind }) => kind),
);

/** A Design, what it renders to and everything that is found in both. */
export interface Proof {
  readonly design: Design;
  /** Empty where the Design itself has errors: it is not rendered then. */
  readonly artifacts: readonly Artifact[];
  readonly findings: readonly Diagnostic[];
}

/**
 * Checks a Design, renders it, and lets the engines look at what was rendered. A planner is asked
 * about access patterns where a package is made with engines, and where one has such answers.
 */
export async function proveDesign(
  design: Design,
  options: EmitOptions,
  host: Host,
  depth: CheckDepth,
  isNew = false,
): Promise<Proof> {
  const own = runDesignChecks(design, allUnitKinds);
  if (own.some(isError)) return { design, artifacts: [], findings: own };
  const measure = depth !== "fast" && (isNew || options.accessPlans.size > 0);
  const measured = await withAccessPlans(design, options, host, measure);
  const { artifacts, diagnostics } = await emitPackage(design, measured);
  if (diagnostics.some(isError))
    return { design, artifacts: [], findings: [...own, ...diagnostics] };
  const found = await runArtifactChecks(artifacts, design, host, depth);
  return { design, artifacts, findings: [...own, ...diagnostics, ...found] };
}

/** A proof, and how the repairs on the way to it went. */
export interface Settlement extends Proof {
  readonly diagnostics: readonly Diagnostic[];
  /** Every unit that the fallback drafted, before or during the repairs. */
  readonly fallbacks: readonly string[];
}

/** Proves a drafted Design and feeds errors back to their owners until they are gone. */
export async function settleDesign(
  { design, fallbacks }: Pick<Draft, "design" | "fallbacks">,
  job: DraftJob,
  options: EmitOptions,
  host: Host,
  depth: CheckDepth,
): Promise<Settlement> {
  job.log.progress("rendering and proving");
  const first = await proveDesign(design, withFallbacks(options, fallbacks), host, depth, true);
  let settled: Settlement = { ...first, diagnostics: [], fallbacks };
  for (let pass = 1; pass <= MAXIMUM_PASSES; pass++) {
    const errors = settled.findings.filter(isError);
    if (errors.length === 0) break;
    const repaired = await repairUnits(settled, errors, job, pass);
    const next = await proveDesign(
      repaired.design,
      withFallbacks(options, repaired.fallbacks),
      host,
      depth,
      true,
    );
    const diagnostics = [...settled.diagnostics, ...repaired.diagnostics];
    const better = isBetter(next, settled);
    settled = better
      ? { ...next, diagnostics, fallbacks: repaired.fallbacks }
      : { ...settled, diagnostics };
    if (!better) break;
  }
  return settled;
}

/** A Design that can be rendered shows errors that one that cannot is still hiding. */
function isBetter(next: Proof, settled: Proof): boolean {
  const isRendered = next.artifacts.length > 0;
  if (isRendered !== settled.artifacts.length > 0) return isRendered;
  return next.findings.filter(isError).length < settled.findings.filter(isError).length;
}

type Repaired = Pick<Settlement, "design" | "diagnostics" | "fallbacks">;

/**
 * Gives every finding to the unit that can mend it, in drafting order; what another unit could
 * have mended and did not goes to the owner of the subject at the end.
 */
async function repairUnits(
  settled: Settlement,
  errors: readonly Diagnostic[],
  job: DraftJob,
  pass: number,
): Promise<Repaired> {
  let repaired: Repaired = { ...settled, diagnostics: [] };
  for (const unit of unitsOf(settled.design.system.contexts)) {
    const { design } = repaired;
    const findings = errors.filter((found) => isSame(unit, unitFor(found, design)));
    repaired = await repairUnit(repaired, unit, findings, job, pass);
  }
  const left = runDesignChecks(repaired.design, allUnitKinds).filter(
    (found) => isError(found) && unitThatCould(found, repaired.design) !== undefined,
  );
  for (const unit of unitsOf(repaired.design.system.contexts)) {
    const findings = left.filter(({ subject }) => owns(unit, subject, repaired.design));
    repaired = await repairUnit(repaired, unit, findings, job, pass);
  }
  return repaired;
}

function unitFor(found: Diagnostic, design: Design): Unit | undefined {
  return unitThatCould(found, design) ?? unitOfSubject(found.subject, design);
}

async function repairUnit(
  repaired: Repaired,
  unit: Unit,
  findings: readonly Diagnostic[],
  job: DraftJob,
  pass: number,
): Promise<Repaired> {
  if (findings.length === 0) return repaired;
  const { design } = repaired;
  const repair = { part: partOf(design, unit), findings };
  const start = { repair, firstRound: pass * job.architect.rounds + 1 };
  const outcome = await draftUnit(job, unit, design, allUnitKinds, start);
  const diagnostics = [...repaired.diagnostics, ...outcome.diagnostics];
  const before = countErrors(runDesignChecks(design, allUnitKinds), unit, design);
  if (outcome.part === undefined || outcome.findings.length > before) {
    return { ...repaired, diagnostics };
  }
  const others = repaired.fallbacks.filter((name) => name !== unitName(unit));
  const fallbacks = outcome.byFallback ? [...others, unitName(unit)] : others;
  return { design: outcome.design, diagnostics, fallbacks };
}

function countErrors(findings: readonly Diagnostic[], unit: Unit, design: Design): number {
  return findings.filter((found) => isError(found) && owns(unit, found.subject, design)).length;
}

function withFallbacks(options: EmitOptions, fallbacks: readonly string[]): EmitOptions {
  return { ...options, provenance: { ...options.provenance, fallbacks } };
}

function owns(unit: Unit, subject: string, design: Design): boolean {
  return isSame(unit, unitOfSubject(subject, design));
}

function isSame(unit: Unit, other: Unit | undefined): boolean {
  return other !== undefined && unitName(unit) === unitName(other);
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
