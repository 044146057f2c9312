import type { Context, ContextDesign, Operation, System } from "../../design/design.ts";

/** An operation that is reached over HTTP. */
export interface SurfaceOperation {
  readonly context: ContextDesign;
  readonly operation: Operation;
  readonly http: NonNullable<Operation["http"]>;
  /** Its subject in the Design. */
  readonly subject: string;
}

/** What one document describes. */
export interface ApiSurface {
  /** Path of the artifact. */
  readonly path: string;
  /** Absent for the surface of the whole system. */
  readonly context?: Context;
  /** For whom a part of the public surface is. */
  readonly audience?: System["api"]["audiences"][number];
  readonly operations: readonly SurfaceOperation[];
  /** Those that names are chosen among, so that a part has the names of the whole. */
  readonly named: readonly SurfaceOperation[];
}
