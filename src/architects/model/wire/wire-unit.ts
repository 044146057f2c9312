import type { z } from "zod";
import type { ContextDesign, System } from "../../../design/design.ts";
import type { ContextSection, SystemSection, UnitKind } from "../../../design/units.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { DraftRequest } from "../../architect.ts";

/** Sections by name, in the form of the Design but not yet validated. */
export interface RawSections {
  readonly system?: { readonly [Section in SystemSection]?: unknown };
  readonly context?: { readonly [Section in ContextSection]?: unknown };
  readonly diagnostics?: readonly Diagnostic[];
}

/**
 * How one kind of unit travels: a flat, small schema that a model is held to, and the way from its
 * answer to the sections. In the answer `""` and `[]` mean "nothing to say".
 */
export interface WireUnit {
  readonly kind: UnitKind;
  readonly schema: z.ZodObject;
  /** The sections of an answer that the schema accepts. Never throws. */
  toSections(answer: unknown, request: DraftRequest): RawSections;
  /** The answer that says what these sections say, as far as the wire can carry it. */
  fromSections(sections: SystemAndContext): unknown;
}

/** The sections of a unit under their own names, whichever document they stand in. */
export type SystemAndContext = Partial<System> & Partial<ContextDesign>;
