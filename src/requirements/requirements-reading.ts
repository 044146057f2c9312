import type { ActorMention } from "./actor-mention.ts";
import type { EntityMention } from "./entity-mention.ts";
import type { Quantity } from "./quantity.ts";
import type { Requirement, SourceSpan } from "./requirement.ts";
import type { Story } from "./story.ts";

/** A term that the document explains. */
export interface GlossaryTerm {
  readonly term: string;
  readonly definition: string;
  readonly source: SourceSpan;
}

/** Everything that was read from the requirements, before anything is designed. */
export interface RequirementsReading {
  readonly title: string;
  /** The first prose of the document, at most a few sentences; may be empty. */
  readonly summary: string;
  readonly requirements: readonly Requirement[];
  readonly stories: readonly Story[];
  readonly glossary: readonly GlossaryTerm[];
  /** By centrality, then by name. */
  readonly entities: readonly EntityMention[];
  /** By count, then by name. */
  readonly actors: readonly ActorMention[];
  readonly quantities: readonly Quantity[];
  readonly language: "en" | "other";
}
