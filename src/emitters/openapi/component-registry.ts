import type { OpenAPIV3 } from "openapi-types";
import { sortedBy } from "../../util/order.ts";

/** The kinds of component that groundplan emits. */
export interface ComponentKinds {
  readonly schemas: OpenAPIV3.SchemaObject;
  readonly responses: OpenAPIV3.ResponseObject;
  readonly parameters: OpenAPIV3.ParameterObject;
  readonly headers: OpenAPIV3.HeaderObject;
  readonly securitySchemes: OpenAPIV3.SecuritySchemeObject;
}

/** Components, each made when the first reference to it is. */
export interface ComponentRegistry {
  refer<Kind extends keyof ComponentKinds>(
    kind: Kind,
    name: string,
    make: () => ComponentKinds[Kind],
  ): OpenAPIV3.ReferenceObject;
  /** Only kinds that hold something, in the order of the names. */
  build(): OpenAPIV3.ComponentsObject;
}

const KINDS = ["schemas", "responses", "parameters", "headers", "securitySchemes"] as const;

export function createComponentRegistry(): ComponentRegistry {
  const made = new Map<keyof ComponentKinds, Map<string, unknown>>();
  return {
    refer(kind, name, make) {
      const ofKind = made.get(kind) ?? new Map<string, unknown>();
      made.set(kind, ofKind);
      if (!ofKind.has(name)) {
        // Taken before it is made: a body may hold itself.
        ofKind.set(name, undefined);
        ofKind.set(name, make());
      }
      return { $ref: `#/components/${kind}/${name}` };
    },
    build() {
      const kinds = KINDS.flatMap((kind) => {
        const ofKind = made.get(kind);
        if (ofKind === undefined) return [];
        return [[kind, Object.fromEntries(sortedBy(ofKind, ([name]) => name))] as const];
      });
      return Object.fromEntries(kinds) as OpenAPIV3.ComponentsObject;
    },
  };
}
