import type { DatabaseEngine } from "../design/database-engine.ts";
import type { Design } from "../design/design.ts";
import type { UnitPart } from "../design/unit-part.ts";
import type { Unit } from "../design/units.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { RequirementsReading } from "../requirements/requirements-reading.ts";

/** What an architect is asked for. */
export interface DraftRequest {
  readonly unit: Unit;
  /** What was read from the requirements. */
  readonly reading: RequirementsReading;
  /** What is settled: the sections of every other unit drafted so far (or edited by a person). */
  readonly accepted: Design;
  /** The design of the previous package; ids of what means the same are taken from it. */
  readonly base?: Design;
  /** The unit's own previous answer and what was found wrong with it; absent in round 1. */
  readonly repair?: { readonly part: UnitPart; readonly findings: readonly Diagnostic[] };
  /** What the checks say about what is accepted, warnings included: the matter of a review. */
  readonly remarks?: readonly Diagnostic[];
  /** From 1. */
  readonly round: number;
  readonly options: DraftOptions;
}

/** What a person chose for the whole run. */
export interface DraftOptions {
  /** Relational engine; where it is left out, the requirements say, else it is PostgreSQL. */
  readonly database?: DatabaseEngine;
}

/** Drafts a Design unit by unit. The port that the rules and the model stand behind. */
export interface Architect {
  /** `rules`, `model claude-…`, `replay`: for the log and the package's README. */
  readonly name: string;
  /** The most rounds it may be asked for one unit; 1 where asking again changes nothing. */
  readonly rounds: number;
  /** The unit's part; no value where it failed, with diagnostics that say why. */
  draft(request: DraftRequest): Promise<Outcome<UnitPart>>;
}
