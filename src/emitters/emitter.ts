import type { Artifact } from "../artifacts/artifact.ts";
import type { AccessPlans } from "../sql/access-plans.ts";
import type { MigrationHistory } from "../sql/migration-history.ts";
import type { Design } from "../design/design.ts";
import type { MigrationFormat } from "../design/migration-format.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** Everything a package is a function of, besides the Design. */
export interface EmitOptions {
  readonly openapi: "3.0" | "3.1";
  /** What runs the migrations, and so the form of their files. */
  readonly migrations: MigrationFormat;
  /** Template texts by path below `templates/`. */
  readonly templates: ReadonlyMap<string, string>;
  /** Committed migrations, by context. Never changed, only added to. */
  readonly history: MigrationHistory;
  /** What a planner said about the access patterns of this very Design, by context. */
  readonly accessPlans: ReadonlyMap<string, AccessPlans>;
  /** How the design was made, for the package's README. */
  readonly provenance: Provenance;
}

export interface Provenance {
  readonly architect: string;
  /** Units that another architect than the chosen one drafted, because the chosen one failed. */
  readonly fallbacks: readonly string[];
  /** Paths of the requirements files, as given. */
  readonly requirements: readonly string[];
}

export interface Emission {
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Renders one deliverable. Pure: the same Design and options give the same bytes. */
export interface Emitter {
  /** Name of its folder. */
  readonly id: string;
  emit(design: Design, options: EmitOptions): Emission;
}
