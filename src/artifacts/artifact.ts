import type { Locator } from "../diagnostics/diagnostic.ts";

/** What an artifact is, so that the right engines look at it. */
export type ArtifactKind =
  | "design"
  | "openapi"
  | "asyncapi"
  | "graphql"
  | "supergraph"
  | "mermaid"
  | "sql-schema"
  | "sql-up"
  | "sql-down"
  | "sql-check"
  | "sql-snapshot"
  | "sql-runner"
  | "sql-pre"
  | "sql-post"
  | "sql-maintenance"
  | "access-plans"
  | "warehouse-schema"
  | "warehouse-load"
  | "job"
  | "markdown"
  | "json-schema"
  | "prometheus"
  | "dashboard"
  | "workflow"
  | "kubernetes";

/** From here on (to the next mark, or below this pointer) the text is about this subject. */
export interface Origin {
  readonly locator: Locator;
  readonly subject: string;
}

/** One file of the package: rendered, not yet written. */
export interface Artifact {
  /** Inside the package, with `/`. */
  readonly path: string;
  readonly kind: ArtifactKind;
  readonly text: string;
  /** The context it belongs to, where it belongs to one. */
  readonly context?: string;
  readonly origins: readonly Origin[];
}
