import type { Context, ContextDesign, Operation } from "../../design/design.ts";

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
  readonly operations: readonly SurfaceOperation[];
}
