import { canonicalJson } from "./canonical-json.ts";
import type { Design } from "./design.ts";
import { contextDesignSchema } from "./schema/context-design.ts";
import { systemSchema } from "./schema/system.ts";

/** A text of the package, by its path inside the package. */
export interface DesignDocument {
  readonly path: string;
  readonly text: string;
  /** `system`, or the id of the context. */
  readonly document: string;
}

export const SYSTEM_PATH = "design/system.json";

/** Path of a context's document. Ids are checked to be kebab-case before they become a path. */
export function contextPath(context: string): string {
  return `design/contexts/${context}.json`;
}

/** The stored form of a Design: what a person reviews and may edit. */
export function designDocuments(design: Design): readonly DesignDocument[] {
  const { $schema: _system, ...system } = design.system;
  return [
    {
      path: SYSTEM_PATH,
      document: "system",
      text: canonicalJson(systemSchema, { $schema: "schema/system.schema.json", ...system }),
    },
    ...design.contexts.map(({ $schema: _context, ...context }) => ({
      path: contextPath(context.context),
      document: context.context,
      text: canonicalJson(contextDesignSchema, {
        $schema: "../schema/context.schema.json",
        ...context,
      }),
    })),
  ];
}
