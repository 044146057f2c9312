import type { Architect } from "../architects/architect.ts";
import type { DatabaseEngine } from "../design/database-engine.ts";
import type { MigrationFormat } from "../design/migration-format.ts";
import type { EmitOptions } from "../emitters/emitter.ts";
import type { CheckDepth } from "./run-artifact-checks.ts";

/** What a person asks `generate` for. */
export interface GenerateRequest {
  /** Files or folders. */
  readonly inputs: readonly string[];
  /** Folder of the package; `output/<name>` where it is left out. */
  readonly output?: string;
  /** What the package that is there was made with, else 3.0, where it is left out. */
  readonly openapi?: EmitOptions["openapi"];
  /** What the package that is there was made with, else what the requirements say. */
  readonly database?: DatabaseEngine;
  /** What the package that is there was made with, else golang-migrate, where it is left out. */
  readonly migrations?: MigrationFormat;
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
